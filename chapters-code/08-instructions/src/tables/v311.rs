//! What are the instructions of CPython 3.11?
//!
//! The rows read as in the 3.10 table; braces name the inline cache that follows the
//! instruction: each field and its size in code units of two bytes.

/// Hands all rows of the 3.11 table to the macro named, after any tokens given with it:
/// `$then! { tokens… [n] rows… }`, where `[n]` is the argument's name in the effects.
#[macro_export]
macro_rules! instructions_3_11 {
    ($then:path $(, $($extra:tt)*)?) => { $then! { $($($extra)*)? [n]
CACHE                         0   None     Next    [0 => 0]          18
    "Room for the cache of the instruction before it; never executed.";
POP_TOP                       1   None     Next    [1 => 0]          18
    "Drop the top of the stack.";
PUSH_NULL                     2   None     Next    [0 => 1]          18
    "Push NULL, the mark below a callable that has no self.";
NOP                           9   None     Next    [0 => 0]          18
    "Do nothing.";
UNARY_POSITIVE                10  None     Next    [1 => 1]          18
    "Replace a by +a.";
UNARY_NEGATIVE                11  None     Next    [1 => 1]          18
    "Replace a by -a.";
UNARY_NOT                     12  None     Next    [1 => 1]          18
    "Replace a by not a.";
UNARY_INVERT                  15  None     Next    [1 => 1]          18
    "Replace a by ~a.";
BINARY_SUBSCR                 25  None     Next    [2 => 1] {counter 1, type_version 2, func_version 1} 18
    "Replace a, b by a[b].";
GET_LEN                       30  None     Next    [1 => 2]          18
    "Push len(a) above a.";
MATCH_MAPPING                 31  None     Next    [1 => 2]          18
    "Push whether a is a mapping, above a.";
MATCH_SEQUENCE                32  None     Next    [1 => 2]          18
    "Push whether a is a sequence that patterns may match, above a.";
MATCH_KEYS                    33  None     Next    [2 => 3]          18
    "Above subject and keys, push a tuple of the values, or None.";
PUSH_EXC_INFO                 35  None     Next    [1 => 2]          18
    "Make the exception on top the one being handled; push the former one below \
     it.";
CHECK_EXC_MATCH               36  None     Next    [2 => 2]          18
    "Replace the type above an exception by whether they match.";
CHECK_EG_MATCH                37  None     Next    [2 => 2]          18
    "Split the exception group below a type into the rest and the match (each may \
     be None).";
WITH_EXCEPT_START             49  None     Next    [4 => 5]          18
    "Call __exit__ (fourth from the top) with the exception on top; push the \
     answer.";
GET_AITER                     50  None     Next    [1 => 1]          18
    "Replace a by a.__aiter__().";
GET_ANEXT                     51  None     Next    [1 => 2]          18
    "Push the awaitable of a.__anext__() above a.";
BEFORE_ASYNC_WITH             52  None     Next    [1 => 2]          18
    "Replace a manager by its __aexit__ and the awaitable of __aenter__().";
BEFORE_WITH                   53  None     Next    [1 => 2]          18
    "Replace a manager by its __exit__ and what __enter__() gave.";
END_ASYNC_FOR                 54  None     Next    [2 => 0]          18
    "End the loop if the exception is StopAsyncIteration, else raise it again.";
STORE_SUBSCR                  60  None     Next    [3 => 0] {counter 1} 18
    "With v, a, b on the stack: a[b] = v.";
DELETE_SUBSCR                 61  None     Next    [2 => 0]          18
    "With a, b on the stack: del a[b].";
GET_ITER                      68  None     Next    [1 => 1]          18
    "Replace a by iter(a).";
GET_YIELD_FROM_ITER           69  None     Next    [1 => 1]          18
    "Replace a by iter(a), unless it is a generator or a permitted coroutine.";
PRINT_EXPR                    70  None     Next    [1 => 0]          18
    "Hand the value to sys.displayhook, as the interactive prompt does.";
LOAD_BUILD_CLASS              71  None     Next    [0 => 1]          18
    "Push builtins.__build_class__.";
LOAD_ASSERTION_ERROR          74  None     Next    [0 => 1]          18
    "Push AssertionError, whatever that name is bound to.";
RETURN_GENERATOR              75  None     Next    [0 => 1]          18
    "Leave with a generator made of this frame; when first resumed, go on with the \
     None it was sent.";
LIST_TO_TUPLE                 82  None     Next    [1 => 1]          18
    "Replace a list by a tuple of its items.";
RETURN_VALUE                  83  None     Stop    [1 => 0]          18
    "Leave the frame with the top value.";
IMPORT_STAR                   84  None     Next    [1 => 0]          18
    "Copy a module's public names into the local namespace.";
SETUP_ANNOTATIONS             85  None     Next    [0 => 0]          18
    "Make sure the local namespace has an __annotations__ dict.";
YIELD_VALUE                   86  None     Next    [1 => 1]          18
    "Suspend with the top value; resume with the value sent in its place.";
ASYNC_GEN_WRAP                87  None     Next    [1 => 1]          18
    "Wrap the value that an async generator is about to yield.";
PREP_RERAISE_STAR             88  None     Next    [2 => 1]          18
    "Replace the original exception and a list of what except* raised by what is \
     to be raised, or None.";
POP_EXCEPT                    89  None     Next    [1 => 0]          18
    "Leave a handler: the value on top is the exception being handled again.";
STORE_NAME                    90  Name     Next    [1 => 0]          18
    "Bind the name in the local namespace.";
DELETE_NAME                   91  Name     Next    [0 => 0]          18
    "Unbind the name in the local namespace.";
UNPACK_SEQUENCE               92  Count    Next    [1 => n] {counter 1} 18
    "Replace an iterable by its n items, the first on top.";
FOR_ITER                      93  Forward  Branch  [1 => 2] [1 => 0] 18
    "Push the iterator's next item; when there is none, drop it and jump.";
UNPACK_EX                     94  Split    Next    [1 => 1 + (n & 0xFF) + (n >> 8)] 18
    "Replace an iterable by its first items, a list of the middle, and its last \
     items.";
STORE_ATTR                    95  Name     Next    [2 => 0] {counter 1, version 2, index 1} 18
    "With v, a on the stack: a.name = v.";
DELETE_ATTR                   96  Name     Next    [1 => 0]          18
    "With a on the stack: del a.name.";
STORE_GLOBAL                  97  Name     Next    [1 => 0]          18
    "Bind the name in the module's namespace.";
DELETE_GLOBAL                 98  Name     Next    [0 => 0]          18
    "Unbind the name in the module's namespace.";
SWAP                          99  Depth    Next    [n => n]          18
    "Swap the top value with the n-th from the top.";
LOAD_CONST                    100 Const    Next    [0 => 1]          18
    "Push constant n.";
LOAD_NAME                     101 Name     Next    [0 => 1]          18
    "Push the name's value from locals, globals or builtins.";
BUILD_TUPLE                   102 Count    Next    [n => 1]          18
    "Replace n values by a tuple of them.";
BUILD_LIST                    103 Count    Next    [n => 1]          18
    "Replace n values by a list of them.";
BUILD_SET                     104 Count    Next    [n => 1]          18
    "Replace n values by a set of them.";
BUILD_MAP                     105 Count    Next    [2 * n => 1]      18
    "Replace n pairs of key and value by a dict of them.";
LOAD_ATTR                     106 Name     Next    [1 => 1] {counter 1, version 2, index 1} 18
    "Replace a by a.name.";
COMPARE_OP                    107 Compare  Next    [2 => 1] {counter 1, mask 1} 18
    "Replace a, b by the result of the comparison.";
IMPORT_NAME                   108 Name     Next    [2 => 1]          18
    "Replace level and from-list by the module that __import__ gives.";
IMPORT_FROM                   109 Name     Next    [1 => 2]          18
    "Push the module's attribute above the module.";
JUMP_FORWARD                  110 Forward  Jump    [0 => 0]          18
    "Jump.";
JUMP_IF_FALSE_OR_POP          111 Forward  Branch  [1 => 0] [1 => 1] 18
    "If the top value is false, jump and keep it; otherwise drop it.";
JUMP_IF_TRUE_OR_POP           112 Forward  Branch  [1 => 0] [1 => 1] 18
    "If the top value is true, jump and keep it; otherwise drop it.";
POP_JUMP_FORWARD_IF_FALSE     114 Forward  Branch  [1 => 0]          18
    "Drop the top value; jump if it was false.";
POP_JUMP_FORWARD_IF_TRUE      115 Forward  Branch  [1 => 0]          18
    "Drop the top value; jump if it was true.";
LOAD_GLOBAL                   116 NameAndNull Next [0 => 1 + (n & 1)] {counter 1, index 1, module_keys_version 2, builtin_keys_version 1} 18
    "Push the name's value from globals or builtins, above a NULL if n is odd.";
IS_OP                         117 Invert   Next    [2 => 1]          18
    "Replace a, b by a is b, or by a is not b.";
CONTAINS_OP                   118 Invert   Next    [2 => 1]          18
    "Replace a, b by a in b, or by a not in b.";
RERAISE                       119 Lasti    Stop    [n + 1 => n]      18
    "Raise the exception on top again; if n is not 0, at the place saved n below \
     it.";
COPY                          120 Depth    Next    [n => n + 1]      18
    "Push the n-th value from the top again.";
BINARY_OP                     122 BinaryOp Next    [2 => 1] {counter 1} 18
    "Replace a, b by the result of operator n.";
SEND                          123 Forward  Branch  [2 => 2] [2 => 1] 18
    "Send the top value to the iterator below; keep what it yields, or keep its \
     result alone and jump.";
LOAD_FAST                     124 Local    Next    [0 => 1]          18
    "Push a local variable; it must be bound.";
STORE_FAST                    125 Local    Next    [1 => 0]          18
    "Bind a local variable.";
DELETE_FAST                   126 Local    Next    [0 => 0]          18
    "Unbind a local variable; it must be bound.";
POP_JUMP_FORWARD_IF_NOT_NONE  128 Forward  Branch  [1 => 0]          18
    "Drop the top value; jump if it was not None.";
POP_JUMP_FORWARD_IF_NONE      129 Forward  Branch  [1 => 0]          18
    "Drop the top value; jump if it was None.";
RAISE_VARARGS                 130 Raise    Stop    [n => 0]          18
    "Raise: the current exception again, an exception, or an exception from a \
     cause.";
GET_AWAITABLE                 131 Await    Next    [1 => 1]          18
    "Replace a by the iterator that awaiting it means.";
MAKE_FUNCTION                 132 FunctionParts Next [1 + u64::from((n & 15).count_ones()) => 1] 18
    "Make a function of the parts that n names and a code object.";
BUILD_SLICE                   133 SliceParts Next  [if n == 3 { 3 } else { 2 } => 1] 18
    "Replace start, stop and maybe step by a slice.";
JUMP_BACKWARD_NO_INTERRUPT    134 Backward Jump    [0 => 0]          18
    "Jump back, without looking at the eval breaker.";
MAKE_CELL                     135 Deref    Next    [0 => 0]          18
    "Put a new cell, holding the local's value, in the local's place.";
LOAD_CLOSURE                  136 Deref    Next    [0 => 1]          18
    "Push a cell itself.";
LOAD_DEREF                    137 Deref    Next    [0 => 1]          18
    "Push what a cell holds; it must hold something.";
STORE_DEREF                   138 Deref    Next    [1 => 0]          18
    "Put the value into a cell.";
DELETE_DEREF                  139 Deref    Next    [0 => 0]          18
    "Empty a cell; it must hold something.";
JUMP_BACKWARD                 140 Backward Jump    [0 => 0]          18
    "Jump back, and look at the eval breaker.";
CALL_FUNCTION_EX              142 CallParts Next   [3 + (n & 1) => 1] 18
    "Call with a tuple of arguments and maybe a mapping of named ones; a NULL lies \
     below.";
EXTENDED_ARG                  144 Prefix   Next    [0 => 0]          18
    "Give the next instruction eight more high bits of argument.";
LIST_APPEND                   145 Depth    Next    [n + 1 => n]      18
    "Append the top value to the list n below it.";
SET_ADD                       146 Depth    Next    [n + 1 => n]      18
    "Add the top value to the set n below it.";
MAP_ADD                       147 Depth    Next    [n + 2 => n]      18
    "Store the key and value on top in the dict n below them.";
LOAD_CLASSDEREF               148 Deref    Next    [0 => 1]          18
    "Push the name's value from the class namespace, or else from its cell.";
COPY_FREE_VARS                149 Count    Next    [0 => 0]          18
    "Copy the function's n cells into the frame.";
RESUME                        151 Where    Next    [0 => 0]          18
    "Mark where the frame starts or goes on; look at the eval breaker.";
MATCH_CLASS                   152 Count    Next    [3 => 1]          18
    "Match a subject against a class, n positional and some named patterns: push \
     the attributes, or None.";
FORMAT_VALUE                  155 Format   Next    [1 + ((n >> 2) & 1) => 1] 18
    "Convert and format a value, maybe with the format specification above it.";
BUILD_CONST_KEY_MAP           156 Count    Next    [n + 1 => 1]      18
    "Make a dict of n values and the tuple of keys above them.";
BUILD_STRING                  157 Count    Next    [n => 1]          18
    "Join n strings.";
LOAD_METHOD                   160 Name     Next    [1 => 2] {counter 1, type_version 2, dict_offset 1, keys_version 2, descr 4} 18
    "Replace a by a's method and a, or by NULL and the attribute.";
LIST_EXTEND                   162 Depth    Next    [n + 1 => n]      18
    "Extend the list n below the top by an iterable.";
SET_UPDATE                    163 Depth    Next    [n + 1 => n]      18
    "Update the set n below the top by an iterable.";
DICT_MERGE                    164 Depth    Next    [n + 3 => n + 2]  18
    "Update the dict n below the top by a mapping; a key that is there already is \
     an error of the function two below.";
DICT_UPDATE                   165 Depth    Next    [n + 1 => n]      18
    "Update the dict n below the top by a mapping.";
PRECALL                       166 Count    Next    [n + 2 => n + 2] {counter 1} 18
    "Prepare a call with n arguments: a bound method is split into function and \
     self.";
CALL                          171 Count    Next    [n + 2 => 1] {counter 1, func_version 2, min_args 1} 18
    "Call with n arguments, the last of them named if KW_NAMES came before.";
KW_NAMES                      172 Const    Next    [0 => 0]          18
    "Keep constant n, a tuple of argument names, for the next call.";
POP_JUMP_BACKWARD_IF_NOT_NONE 173 Backward Branch  [1 => 0]          18
    "Drop the top value; jump back if it was not None.";
POP_JUMP_BACKWARD_IF_NONE     174 Backward Branch  [1 => 0]          18
    "Drop the top value; jump back if it was None.";
POP_JUMP_BACKWARD_IF_FALSE    175 Backward Branch  [1 => 0]          18
    "Drop the top value; jump back if it was false.";
POP_JUMP_BACKWARD_IF_TRUE     176 Backward Branch  [1 => 0]          18
    "Drop the top value; jump back if it was true.";
    } };
}
