//! What are the instructions of CPython 3.10?
//!
//! Every row reads `NAME number operand flow [pops => pushes] chapter "meaning"`. A
//! second bracket is the effect when the jump is taken, or, for the `SETUP_`
//! instructions, the effect seen by the handler. `n` is the argument. "Pops" counts
//! every value the instruction looks at, so it is also the depth it needs.

/// Hands all rows of the 3.10 table to the macro named, after any tokens given with it:
/// `$then! { tokens… [n] rows… }`, where `[n]` is the argument's name in the effects.
#[macro_export]
macro_rules! instructions_3_10 {
    ($then:path $(, $($extra:tt)*)?) => { $then! { $($($extra)*)? [n]
POP_TOP                 1   None     Next    [1 => 0]          12
    "Drop the top of the stack.";
ROT_TWO                 2   None     Next    [2 => 2]          12
    "Swap the two top values.";
ROT_THREE               3   None     Next    [3 => 3]          12
    "Move the top value below the next two.";
DUP_TOP                 4   None     Next    [1 => 2]          12
    "Push the top value again.";
DUP_TOP_TWO             5   None     Next    [2 => 4]          12
    "Push the two top values again, in order.";
ROT_FOUR                6   None     Next    [4 => 4]          12
    "Move the top value below the next three.";
NOP                     9   None     Next    [0 => 0]          12
    "Do nothing.";
UNARY_POSITIVE          10  None     Next    [1 => 1]          12
    "Replace a by +a.";
UNARY_NEGATIVE          11  None     Next    [1 => 1]          12
    "Replace a by -a.";
UNARY_NOT               12  None     Next    [1 => 1]          12
    "Replace a by not a.";
UNARY_INVERT            15  None     Next    [1 => 1]          12
    "Replace a by ~a.";
BINARY_MATRIX_MULTIPLY  16  None     Next    [2 => 1]          12
    "Replace a, b by a @ b.";
INPLACE_MATRIX_MULTIPLY 17  None     Next    [2 => 1]          12
    "Replace a, b by the result of a @= b.";
BINARY_POWER            19  None     Next    [2 => 1]          12
    "Replace a, b by a ** b.";
BINARY_MULTIPLY         20  None     Next    [2 => 1]          12
    "Replace a, b by a * b.";
BINARY_MODULO           22  None     Next    [2 => 1]          12
    "Replace a, b by a % b.";
BINARY_ADD              23  None     Next    [2 => 1]          12
    "Replace a, b by a + b.";
BINARY_SUBTRACT         24  None     Next    [2 => 1]          12
    "Replace a, b by a - b.";
BINARY_SUBSCR           25  None     Next    [2 => 1]          12
    "Replace a, b by a[b].";
BINARY_FLOOR_DIVIDE     26  None     Next    [2 => 1]          12
    "Replace a, b by a // b.";
BINARY_TRUE_DIVIDE      27  None     Next    [2 => 1]          12
    "Replace a, b by a / b.";
INPLACE_FLOOR_DIVIDE    28  None     Next    [2 => 1]          12
    "Replace a, b by the result of a //= b.";
INPLACE_TRUE_DIVIDE     29  None     Next    [2 => 1]          12
    "Replace a, b by the result of a /= b.";
GET_LEN                 30  None     Next    [1 => 2]          12
    "Push len(a) above a.";
MATCH_MAPPING           31  None     Next    [1 => 2]          12
    "Push whether a is a mapping, above a.";
MATCH_SEQUENCE          32  None     Next    [1 => 2]          12
    "Push whether a is a sequence that patterns may match, above a.";
MATCH_KEYS              33  None     Next    [2 => 4]          12
    "Above subject and keys, push the values and True, or None and False.";
COPY_DICT_WITHOUT_KEYS  34  None     Next    [2 => 2]          12
    "Replace the keys above a subject by a dict of the subject's other items.";
WITH_EXCEPT_START       49  None     Next    [7 => 8]          12
    "Call __exit__ (seventh from the top) with the exception triple; push the \
     answer.";
GET_AITER               50  None     Next    [1 => 1]          14
    "Replace a by a.__aiter__().";
GET_ANEXT               51  None     Next    [1 => 2]          14
    "Push the awaitable of a.__anext__() above a.";
BEFORE_ASYNC_WITH       52  None     Next    [1 => 2]          14
    "Replace a manager by its __aexit__ and the awaitable of __aenter__().";
END_ASYNC_FOR           54  None     Next    [7 => 0]          14
    "End the loop if the exception is StopAsyncIteration, else raise it again.";
INPLACE_ADD             55  None     Next    [2 => 1]          12
    "Replace a, b by the result of a += b.";
INPLACE_SUBTRACT        56  None     Next    [2 => 1]          12
    "Replace a, b by the result of a -= b.";
INPLACE_MULTIPLY        57  None     Next    [2 => 1]          12
    "Replace a, b by the result of a *= b.";
INPLACE_MODULO          59  None     Next    [2 => 1]          12
    "Replace a, b by the result of a %= b.";
STORE_SUBSCR            60  None     Next    [3 => 0]          12
    "With v, a, b on the stack: a[b] = v.";
DELETE_SUBSCR           61  None     Next    [2 => 0]          12
    "With a, b on the stack: del a[b].";
BINARY_LSHIFT           62  None     Next    [2 => 1]          12
    "Replace a, b by a << b.";
BINARY_RSHIFT           63  None     Next    [2 => 1]          12
    "Replace a, b by a >> b.";
BINARY_AND              64  None     Next    [2 => 1]          12
    "Replace a, b by a & b.";
BINARY_XOR              65  None     Next    [2 => 1]          12
    "Replace a, b by a ^ b.";
BINARY_OR               66  None     Next    [2 => 1]          12
    "Replace a, b by a | b.";
INPLACE_POWER           67  None     Next    [2 => 1]          12
    "Replace a, b by the result of a **= b.";
GET_ITER                68  None     Next    [1 => 1]          12
    "Replace a by iter(a).";
GET_YIELD_FROM_ITER     69  None     Next    [1 => 1]          12
    "Replace a by iter(a), unless it is a generator or a permitted coroutine.";
PRINT_EXPR              70  None     Next    [1 => 0]          12
    "Hand the value to sys.displayhook, as the interactive prompt does.";
LOAD_BUILD_CLASS        71  None     Next    [0 => 1]          12
    "Push builtins.__build_class__.";
YIELD_FROM              72  None     Next    [2 => 1]          12
    "Send the top value to the iterator below; yield what comes, or keep its \
     result.";
GET_AWAITABLE           73  None     Next    [1 => 1]          14
    "Replace a by the iterator that awaiting it means.";
LOAD_ASSERTION_ERROR    74  None     Next    [0 => 1]          12
    "Push AssertionError, whatever that name is bound to.";
INPLACE_LSHIFT          75  None     Next    [2 => 1]          12
    "Replace a, b by the result of a <<= b.";
INPLACE_RSHIFT          76  None     Next    [2 => 1]          12
    "Replace a, b by the result of a >>= b.";
INPLACE_AND             77  None     Next    [2 => 1]          12
    "Replace a, b by the result of a &= b.";
INPLACE_XOR             78  None     Next    [2 => 1]          12
    "Replace a, b by the result of a ^= b.";
INPLACE_OR              79  None     Next    [2 => 1]          12
    "Replace a, b by the result of a |= b.";
LIST_TO_TUPLE           82  None     Next    [1 => 1]          12
    "Replace a list by a tuple of its items.";
RETURN_VALUE            83  None     Stop    [1 => 0]          12
    "Leave the frame with the top value.";
IMPORT_STAR             84  None     Next    [1 => 0]          12
    "Copy a module's public names into the local namespace.";
SETUP_ANNOTATIONS       85  None     Next    [0 => 0]          12
    "Make sure the local namespace has an __annotations__ dict.";
YIELD_VALUE             86  None     Next    [1 => 1]          12
    "Suspend with the top value; resume with the value sent in its place.";
POP_BLOCK               87  None     Next    [0 => 0]          12
    "Leave the innermost block of the block stack.";
POP_EXCEPT              89  None     Next    [3 => 0]          12
    "Leave a handler: restore the exception state that was saved below it.";
STORE_NAME              90  Name     Next    [1 => 0]          12
    "Bind the name in the local namespace.";
DELETE_NAME             91  Name     Next    [0 => 0]          12
    "Unbind the name in the local namespace.";
UNPACK_SEQUENCE         92  Count    Next    [1 => n]          12
    "Replace an iterable by its n items, the first on top.";
FOR_ITER                93  Forward  Branch  [1 => 2] [1 => 0] 12
    "Push the iterator's next item; when there is none, drop it and jump.";
UNPACK_EX               94  Split    Next    [1 => 1 + (n & 0xFF) + (n >> 8)] 12
    "Replace an iterable by its first items, a list of the middle, and its last \
     items.";
STORE_ATTR              95  Name     Next    [2 => 0]          12
    "With v, a on the stack: a.name = v.";
DELETE_ATTR             96  Name     Next    [1 => 0]          12
    "With a on the stack: del a.name.";
STORE_GLOBAL            97  Name     Next    [1 => 0]          12
    "Bind the name in the module's namespace.";
DELETE_GLOBAL           98  Name     Next    [0 => 0]          12
    "Unbind the name in the module's namespace.";
ROT_N                   99  Depth    Next    [n => n]          12
    "Move the top value below the next n - 1.";
LOAD_CONST              100 Const    Next    [0 => 1]          12
    "Push constant n.";
LOAD_NAME               101 Name     Next    [0 => 1]          12
    "Push the name's value from locals, globals or builtins.";
BUILD_TUPLE             102 Count    Next    [n => 1]          12
    "Replace n values by a tuple of them.";
BUILD_LIST              103 Count    Next    [n => 1]          12
    "Replace n values by a list of them.";
BUILD_SET               104 Count    Next    [n => 1]          12
    "Replace n values by a set of them.";
BUILD_MAP               105 Count    Next    [2 * n => 1]      12
    "Replace n pairs of key and value by a dict of them.";
LOAD_ATTR               106 Name     Next    [1 => 1]          12
    "Replace a by a.name.";
COMPARE_OP              107 Compare  Next    [2 => 1]          12
    "Replace a, b by the result of the comparison.";
IMPORT_NAME             108 Name     Next    [2 => 1]          12
    "Replace level and from-list by the module that __import__ gives.";
IMPORT_FROM             109 Name     Next    [1 => 2]          12
    "Push the module's attribute above the module.";
JUMP_FORWARD            110 Forward  Jump    [0 => 0]          12
    "Jump.";
JUMP_IF_FALSE_OR_POP    111 Absolute Branch  [1 => 0] [1 => 1] 12
    "If the top value is false, jump and keep it; otherwise drop it.";
JUMP_IF_TRUE_OR_POP     112 Absolute Branch  [1 => 0] [1 => 1] 12
    "If the top value is true, jump and keep it; otherwise drop it.";
JUMP_ABSOLUTE           113 Absolute Jump    [0 => 0]          12
    "Jump.";
POP_JUMP_IF_FALSE       114 Absolute Branch  [1 => 0]          12
    "Drop the top value; jump if it was false.";
POP_JUMP_IF_TRUE        115 Absolute Branch  [1 => 0]          12
    "Drop the top value; jump if it was true.";
LOAD_GLOBAL             116 Name     Next    [0 => 1]          12
    "Push the name's value from globals or builtins.";
IS_OP                   117 Invert   Next    [2 => 1]          12
    "Replace a, b by a is b, or by a is not b.";
CONTAINS_OP             118 Invert   Next    [2 => 1]          12
    "Replace a, b by a in b, or by a not in b.";
RERAISE                 119 Lasti    Stop    [3 => 0]          12
    "Raise the exception triple again, at its old place if n is not 0.";
JUMP_IF_NOT_EXC_MATCH   121 Absolute Branch  [2 => 0]          12
    "Drop an exception and a type; jump if they do not match.";
SETUP_FINALLY           122 Forward  Handler [0 => 0] [0 => 6] 12
    "Enter a block whose exceptions go to the target.";
LOAD_FAST               124 Local    Next    [0 => 1]          12
    "Push a local variable; it must be bound.";
STORE_FAST              125 Local    Next    [1 => 0]          12
    "Bind a local variable.";
DELETE_FAST             126 Local    Next    [0 => 0]          12
    "Unbind a local variable; it must be bound.";
GEN_START               129 GeneratorKind Next [1 => 0]        12
    "Begin a generator, coroutine or async generator: drop the None it was sent.";
RAISE_VARARGS           130 Raise    Stop    [n => 0]          12
    "Raise: the current exception again, an exception, or an exception from a \
     cause.";
CALL_FUNCTION           131 Count    Next    [n + 1 => 1]      12
    "Call with n positional arguments.";
MAKE_FUNCTION           132 FunctionParts Next [2 + u64::from((n & 15).count_ones()) => 1] 12
    "Make a function of the parts that n names, a code object and a qualified \
     name.";
BUILD_SLICE             133 SliceParts Next  [if n == 3 { 3 } else { 2 } => 1] 12
    "Replace start, stop and maybe step by a slice.";
LOAD_CLOSURE            135 Deref    Next    [0 => 1]          12
    "Push a cell itself.";
LOAD_DEREF              136 Deref    Next    [0 => 1]          12
    "Push what a cell holds; it must hold something.";
STORE_DEREF             137 Deref    Next    [1 => 0]          12
    "Put the value into a cell.";
DELETE_DEREF            138 Deref    Next    [0 => 0]          12
    "Empty a cell; it must hold something.";
CALL_FUNCTION_KW        141 Count    Next    [n + 2 => 1]      12
    "Call with n arguments, the last of them named by the tuple on top.";
CALL_FUNCTION_EX        142 CallParts Next   [2 + (n & 1) => 1] 12
    "Call with a tuple of arguments and maybe a mapping of named ones.";
SETUP_WITH              143 Forward  Handler [1 => 2] [1 => 7] 12
    "Replace a manager by its __exit__, enter a block, push what __enter__() gave.";
EXTENDED_ARG            144 Prefix   Next    [0 => 0]          12
    "Give the next instruction eight more high bits of argument.";
LIST_APPEND             145 Depth    Next    [n + 1 => n]      12
    "Append the top value to the list n below it.";
SET_ADD                 146 Depth    Next    [n + 1 => n]      12
    "Add the top value to the set n below it.";
MAP_ADD                 147 Depth    Next    [n + 2 => n]      12
    "Store the key and value on top in the dict n below them.";
LOAD_CLASSDEREF         148 Deref    Next    [0 => 1]          12
    "Push the name's value from the class namespace, or else from its cell.";
MATCH_CLASS             152 Count    Next    [3 => 2]          12
    "Match a subject against a class, n positional and some named patterns: push \
     attributes or None, and whether it matched.";
SETUP_ASYNC_WITH        154 Forward  Handler [1 => 1] [1 => 6] 14
    "Enter the block of an async with, below the value on top.";
FORMAT_VALUE            155 Format   Next    [1 + ((n >> 2) & 1) => 1] 12
    "Convert and format a value, maybe with the format specification above it.";
BUILD_CONST_KEY_MAP     156 Count    Next    [n + 1 => 1]      12
    "Make a dict of n values and the tuple of keys above them.";
BUILD_STRING            157 Count    Next    [n => 1]          12
    "Join n strings.";
LOAD_METHOD             160 Name     Next    [1 => 2]          12
    "Replace a by a's method and a, or by NULL and the attribute.";
CALL_METHOD             161 Count    Next    [n + 2 => 1]      12
    "Call what LOAD_METHOD left, with n positional arguments.";
LIST_EXTEND             162 Depth    Next    [n + 1 => n]      12
    "Extend the list n below the top by an iterable.";
SET_UPDATE              163 Depth    Next    [n + 1 => n]      12
    "Update the set n below the top by an iterable.";
DICT_MERGE              164 Depth    Next    [n + 3 => n + 2]  12
    "Update the dict n below the top by a mapping; a key that is there already is \
     an error of the function two below.";
DICT_UPDATE             165 Depth    Next    [n + 1 => n]      12
    "Update the dict n below the top by a mapping.";
    } };
}
