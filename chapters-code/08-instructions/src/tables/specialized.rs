//! What does a running 3.11 rewrite its instructions to?
//!
//! None of these is ever in a `.pyc` file: CPython 3.11 writes them over the
//! instructions of a code object that has become warm, into numbers that the ordinary
//! table leaves free. The `dis` module finds each number by filling the free ones in
//! order; a test does the same.

/// Hands all rows `NAME number BASE kind "meaning"` to the macro named.
#[macro_export]
macro_rules! specialized_3_11 {
    ($then:path $(, $($extra:tt)*)?) => { $then! { $($($extra)*)?
BINARY_OP_ADAPTIVE                           3   BINARY_OP       Adaptive
    "Count, then specialize for the operands.";
BINARY_OP_ADD_FLOAT                          4   BINARY_OP       Specialized
    "Add two floats.";
BINARY_OP_ADD_INT                            5   BINARY_OP       Specialized
    "Add two ints.";
BINARY_OP_ADD_UNICODE                        6   BINARY_OP       Specialized
    "Concatenate two strings.";
BINARY_OP_INPLACE_ADD_UNICODE                7   BINARY_OP       Specialized
    "Concatenate two strings into the local variable that the next instruction \
     stores.";
BINARY_OP_MULTIPLY_FLOAT                     8   BINARY_OP       Specialized
    "Multiply two floats.";
BINARY_OP_MULTIPLY_INT                       13  BINARY_OP       Specialized
    "Multiply two ints.";
BINARY_OP_SUBTRACT_FLOAT                     14  BINARY_OP       Specialized
    "Subtract two floats.";
BINARY_OP_SUBTRACT_INT                       16  BINARY_OP       Specialized
    "Subtract two ints.";
BINARY_SUBSCR_ADAPTIVE                       17  BINARY_SUBSCR   Adaptive
    "Count, then specialize for container and key.";
BINARY_SUBSCR_DICT                           18  BINARY_SUBSCR   Specialized
    "Look a key up in a dict.";
BINARY_SUBSCR_GETITEM                        19  BINARY_SUBSCR   Specialized
    "Push a frame for a __getitem__ written in Python.";
BINARY_SUBSCR_LIST_INT                       20  BINARY_SUBSCR   Specialized
    "Take a list's item at a small int.";
BINARY_SUBSCR_TUPLE_INT                      21  BINARY_SUBSCR   Specialized
    "Take a tuple's item at a small int.";
CALL_ADAPTIVE                                22  CALL            Adaptive
    "Count, then specialize for the callable.";
CALL_PY_EXACT_ARGS                           23  CALL            Specialized
    "Push a frame for a Python function given all its arguments.";
CALL_PY_WITH_DEFAULTS                        24  CALL            Specialized
    "Push a frame for a Python function that takes the last arguments from its \
     defaults.";
COMPARE_OP_ADAPTIVE                          26  COMPARE_OP      Adaptive
    "Count, then specialize for the operands and the jump that follows.";
COMPARE_OP_FLOAT_JUMP                        27  COMPARE_OP      Specialized
    "Compare two floats and do the jump that follows.";
COMPARE_OP_INT_JUMP                          28  COMPARE_OP      Specialized
    "Compare two one-digit ints and do the jump that follows.";
COMPARE_OP_STR_JUMP                          29  COMPARE_OP      Specialized
    "Compare two strings for equality and do the jump that follows.";
EXTENDED_ARG_QUICK                           34  EXTENDED_ARG    Quick
    "Extend the argument; the next instruction may be specialized.";
JUMP_BACKWARD_QUICK                          38  JUMP_BACKWARD   Quick
    "Jump back, without counting towards the warm-up.";
LOAD_ATTR_ADAPTIVE                           39  LOAD_ATTR       Adaptive
    "Count, then specialize for the owner.";
LOAD_ATTR_INSTANCE_VALUE                     40  LOAD_ATTR       Specialized
    "Take a value stored in the instance, at a known index.";
LOAD_ATTR_MODULE                             41  LOAD_ATTR       Specialized
    "Take a value of a module's dict, at a known index.";
LOAD_ATTR_SLOT                               42  LOAD_ATTR       Specialized
    "Take the value of a slot, at a known offset.";
LOAD_ATTR_WITH_HINT                          43  LOAD_ATTR       Specialized
    "Take a value of the instance's dict, first at the index where it was.";
LOAD_CONST__LOAD_FAST                        44  LOAD_CONST      Super
    "LOAD_CONST, then the LOAD_FAST that follows.";
LOAD_FAST__LOAD_CONST                        45  LOAD_FAST       Super
    "LOAD_FAST, then the LOAD_CONST that follows.";
LOAD_FAST__LOAD_FAST                         46  LOAD_FAST       Super
    "LOAD_FAST, then the LOAD_FAST that follows.";
LOAD_GLOBAL_ADAPTIVE                         47  LOAD_GLOBAL     Adaptive
    "Count, then specialize for the dict that has the name.";
LOAD_GLOBAL_BUILTIN                          48  LOAD_GLOBAL     Specialized
    "Take a builtin at a known index, if neither dict has changed its keys.";
LOAD_GLOBAL_MODULE                           55  LOAD_GLOBAL     Specialized
    "Take a global at a known index, if the dict has not changed its keys.";
LOAD_METHOD_ADAPTIVE                         56  LOAD_METHOD     Adaptive
    "Count, then specialize for the owner.";
LOAD_METHOD_CLASS                            57  LOAD_METHOD     Specialized
    "Take a known attribute of a class.";
LOAD_METHOD_MODULE                           58  LOAD_METHOD     Specialized
    "Take a value of a module's dict, at a known index.";
LOAD_METHOD_NO_DICT                          59  LOAD_METHOD     Specialized
    "Take a known method; the instance has no dict.";
LOAD_METHOD_WITH_DICT                        62  LOAD_METHOD     Specialized
    "Take a known method; the instance's dict has known keys.";
LOAD_METHOD_WITH_VALUES                      63  LOAD_METHOD     Specialized
    "Take a known method; the instance has known keys and no dict of its own.";
PRECALL_ADAPTIVE                             64  PRECALL         Adaptive
    "Count, then specialize for the callable.";
PRECALL_BOUND_METHOD                         65  PRECALL         Specialized
    "Split a bound method into function and self.";
PRECALL_BUILTIN_CLASS                        66  PRECALL         Specialized
    "Call a builtin class that can be called with an array, and skip the CALL.";
PRECALL_BUILTIN_FAST_WITH_KEYWORDS           67  PRECALL         Specialized
    "Call a builtin that takes an array and keywords, and skip the CALL.";
PRECALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS 72  PRECALL         Specialized
    "Call a method that takes an array and keywords, and skip the CALL.";
PRECALL_NO_KW_BUILTIN_FAST                   73  PRECALL         Specialized
    "Call a builtin that takes an array, and skip the CALL.";
PRECALL_NO_KW_BUILTIN_O                      76  PRECALL         Specialized
    "Call a builtin that takes one argument, and skip the CALL.";
PRECALL_NO_KW_ISINSTANCE                     77  PRECALL         Specialized
    "Call isinstance, and skip the CALL.";
PRECALL_NO_KW_LEN                            78  PRECALL         Specialized
    "Call len, and skip the CALL.";
PRECALL_NO_KW_LIST_APPEND                    79  PRECALL         Specialized
    "Append to a list, and skip the CALL and the POP_TOP after it.";
PRECALL_NO_KW_METHOD_DESCRIPTOR_FAST         80  PRECALL         Specialized
    "Call a method that takes an array, and skip the CALL.";
PRECALL_NO_KW_METHOD_DESCRIPTOR_NOARGS       81  PRECALL         Specialized
    "Call a method that takes no argument, and skip the CALL.";
PRECALL_NO_KW_METHOD_DESCRIPTOR_O            113 PRECALL         Specialized
    "Call a method that takes one argument, and skip the CALL.";
PRECALL_NO_KW_STR_1                          121 PRECALL         Specialized
    "Call str with one argument, and skip the CALL.";
PRECALL_NO_KW_TUPLE_1                        127 PRECALL         Specialized
    "Call tuple with one argument, and skip the CALL.";
PRECALL_NO_KW_TYPE_1                         141 PRECALL         Specialized
    "Call type with one argument, and skip the CALL.";
PRECALL_PYFUNC                               143 PRECALL         Specialized
    "Leave a Python function to the CALL that follows.";
RESUME_QUICK                                 150 RESUME          Quick
    "Look at the eval breaker, without counting towards the warm-up.";
STORE_ATTR_ADAPTIVE                          153 STORE_ATTR      Adaptive
    "Count, then specialize for the owner.";
STORE_ATTR_INSTANCE_VALUE                    154 STORE_ATTR      Specialized
    "Store a value in the instance, at a known index.";
STORE_ATTR_SLOT                              158 STORE_ATTR      Specialized
    "Store the value of a slot, at a known offset.";
STORE_ATTR_WITH_HINT                         159 STORE_ATTR      Specialized
    "Store a value in the instance's dict, first at the index where it was.";
STORE_FAST__LOAD_FAST                        161 STORE_FAST      Super
    "STORE_FAST, then the LOAD_FAST that follows.";
STORE_FAST__STORE_FAST                       167 STORE_FAST      Super
    "STORE_FAST, then the STORE_FAST that follows.";
STORE_SUBSCR_ADAPTIVE                        168 STORE_SUBSCR    Adaptive
    "Count, then specialize for container and key.";
STORE_SUBSCR_DICT                            169 STORE_SUBSCR    Specialized
    "Store a value in a dict.";
STORE_SUBSCR_LIST_INT                        170 STORE_SUBSCR    Specialized
    "Store a list's item at a small int.";
UNPACK_SEQUENCE_ADAPTIVE                     177 UNPACK_SEQUENCE Adaptive
    "Count, then specialize for the sequence.";
UNPACK_SEQUENCE_LIST                         178 UNPACK_SEQUENCE Specialized
    "Unpack a list of n items.";
UNPACK_SEQUENCE_TUPLE                        179 UNPACK_SEQUENCE Specialized
    "Unpack a tuple of n items.";
UNPACK_SEQUENCE_TWO_TUPLE                    180 UNPACK_SEQUENCE Specialized
    "Unpack a tuple of two items.";
    } };
}
