//! Why does an attempt fail? The reasons, under CPython's names (`SPEC_FAIL_…` of
//! `Python/specialize.c`).
#![forbid(unsafe_code)]

/// Declares the reasons.
macro_rules! failures {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// A reason why an instruction stays adaptive.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "they are CPython's")]
        pub enum Failure { $($name),* }

        impl Failure {
            /// Every reason.
            pub const ALL: &[Failure] = &[$(Failure::$name),*];

            /// What CPython calls it, without `SPEC_FAIL_`.
            pub fn name(self) -> &'static str {
                match self { $(Failure::$name => $text),* }
            }
        }
    };
}

failures! {
    Other = "OTHER",
    NoDict = "NO_DICT",
    Overridden = "OVERRIDDEN",
    OutOfVersions = "OUT_OF_VERSIONS",
    OutOfRange = "OUT_OF_RANGE",
    ExpectedError = "EXPECTED_ERROR",
    WrongNumberArguments = "WRONG_NUMBER_ARGUMENTS",
    LoadGlobalNonStringOrSplit = "LOAD_GLOBAL_NON_STRING_OR_SPLIT",
    AttrOverridingDescriptor = "ATTR_OVERRIDING_DESCRIPTOR",
    AttrMethod = "ATTR_METHOD",
    AttrMutableClass = "ATTR_MUTABLE_CLASS",
    AttrProperty = "ATTR_PROPERTY",
    AttrNonObjectSlot = "ATTR_NON_OBJECT_SLOT",
    AttrNotManagedDict = "ATTR_NOT_MANAGED_DICT",
    AttrNonStringOrSplit = "ATTR_NON_STRING_OR_SPLIT",
    AttrModuleAttrNotFound = "ATTR_MODULE_ATTR_NOT_FOUND",
    LoadMethodOverridingDescriptor = "LOAD_METHOD_OVERRIDING_DESCRIPTOR",
    LoadMethodNonOverridingDescriptor = "LOAD_METHOD_NON_OVERRIDING_DESCRIPTOR",
    LoadMethodNotDescriptor = "LOAD_METHOD_NOT_DESCRIPTOR",
    LoadMethodMutableClass = "LOAD_METHOD_MUTABLE_CLASS",
    LoadMethodProperty = "LOAD_METHOD_PROPERTY",
    LoadMethodNonObjectSlot = "LOAD_METHOD_NON_OBJECT_SLOT",
    LoadMethodIsAttr = "LOAD_METHOD_IS_ATTR",
    LoadMethodBuiltinClassMethod = "LOAD_METHOD_BUILTIN_CLASS_METHOD",
    LoadMethodClassMethodObj = "LOAD_METHOD_CLASS_METHOD_OBJ",
    LoadMethodObjectSlot = "LOAD_METHOD_OBJECT_SLOT",
    LoadMethodInstanceAttribute = "LOAD_METHOD_INSTANCE_ATTRIBUTE",
    LoadMethodMetaclassAttribute = "LOAD_METHOD_METACLASS_ATTRIBUTE",
    SubscrListSlice = "SUBSCR_LIST_SLICE",
    SubscrTupleSlice = "SUBSCR_TUPLE_SLICE",
    SubscrStringInt = "SUBSCR_STRING_INT",
    SubscrStringSlice = "SUBSCR_STRING_SLICE",
    SubscrBufferInt = "SUBSCR_BUFFER_INT",
    SubscrBufferSlice = "SUBSCR_BUFFER_SLICE",
    SubscrSequenceInt = "SUBSCR_SEQUENCE_INT",
    SubscrBytearrayInt = "SUBSCR_BYTEARRAY_INT",
    SubscrBytearraySlice = "SUBSCR_BYTEARRAY_SLICE",
    SubscrPySimple = "SUBSCR_PY_SIMPLE",
    SubscrPyOther = "SUBSCR_PY_OTHER",
    SubscrDictSubclassNoOverride = "SUBSCR_DICT_SUBCLASS_NO_OVERRIDE",
    SubscrNotHeapType = "SUBSCR_NOT_HEAP_TYPE",
    BinaryOpAddDifferentTypes = "BINARY_OP_ADD_DIFFERENT_TYPES",
    BinaryOpAddOther = "BINARY_OP_ADD_OTHER",
    BinaryOpAndDifferentTypes = "BINARY_OP_AND_DIFFERENT_TYPES",
    BinaryOpAndInt = "BINARY_OP_AND_INT",
    BinaryOpAndOther = "BINARY_OP_AND_OTHER",
    BinaryOpFloorDivide = "BINARY_OP_FLOOR_DIVIDE",
    BinaryOpLshift = "BINARY_OP_LSHIFT",
    BinaryOpMatrixMultiply = "BINARY_OP_MATRIX_MULTIPLY",
    BinaryOpMultiplyDifferentTypes = "BINARY_OP_MULTIPLY_DIFFERENT_TYPES",
    BinaryOpMultiplyOther = "BINARY_OP_MULTIPLY_OTHER",
    BinaryOpOr = "BINARY_OP_OR",
    BinaryOpPower = "BINARY_OP_POWER",
    BinaryOpRemainder = "BINARY_OP_REMAINDER",
    BinaryOpRshift = "BINARY_OP_RSHIFT",
    BinaryOpSubtractDifferentTypes = "BINARY_OP_SUBTRACT_DIFFERENT_TYPES",
    BinaryOpSubtractOther = "BINARY_OP_SUBTRACT_OTHER",
    BinaryOpTrueDivideDifferentTypes = "BINARY_OP_TRUE_DIVIDE_DIFFERENT_TYPES",
    BinaryOpTrueDivideFloat = "BINARY_OP_TRUE_DIVIDE_FLOAT",
    BinaryOpTrueDivideOther = "BINARY_OP_TRUE_DIVIDE_OTHER",
    BinaryOpXor = "BINARY_OP_XOR",
    CallComplexParameters = "CALL_COMPLEX_PARAMETERS",
    CallCoNotOptimized = "CALL_CO_NOT_OPTIMIZED",
    CallPycfunction = "CALL_PYCFUNCTION",
    CallPycfunctionWithKeywords = "CALL_PYCFUNCTION_WITH_KEYWORDS",
    CallPycfunctionNoargs = "CALL_PYCFUNCTION_NOARGS",
    CallClass = "CALL_CLASS",
    CallPythonClass = "CALL_PYTHON_CLASS",
    CallMethodDescriptor = "CALL_METHOD_DESCRIPTOR",
    CallBoundMethod = "CALL_BOUND_METHOD",
    CallStr = "CALL_STR",
    CallClassNoVectorcall = "CALL_CLASS_NO_VECTORCALL",
    CallClassMutable = "CALL_CLASS_MUTABLE",
    CallKwnames = "CALL_KWNAMES",
    CallMethodWrapper = "CALL_METHOD_WRAPPER",
    CallOperatorWrapper = "CALL_OPERATOR_WRAPPER",
    CallPyfunction = "CALL_PYFUNCTION",
    CompareOpDifferentTypes = "COMPARE_OP_DIFFERENT_TYPES",
    CompareOpString = "COMPARE_OP_STRING",
    CompareOpNotFollowedByCondJump = "COMPARE_OP_NOT_FOLLOWED_BY_COND_JUMP",
    CompareOpBigInt = "COMPARE_OP_BIG_INT",
    CompareOpBytes = "COMPARE_OP_BYTES",
    CompareOpTuple = "COMPARE_OP_TUPLE",
    CompareOpList = "COMPARE_OP_LIST",
    CompareOpSet = "COMPARE_OP_SET",
    CompareOpBool = "COMPARE_OP_BOOL",
    CompareOpBaseobject = "COMPARE_OP_BASEOBJECT",
    CompareOpFloatLong = "COMPARE_OP_FLOAT_LONG",
    CompareOpLongFloat = "COMPARE_OP_LONG_FLOAT",
    CompareOpExtendedArg = "COMPARE_OP_EXTENDED_ARG",
    UnpackSequenceIterator = "UNPACK_SEQUENCE_ITERATOR",
    UnpackSequenceSequence = "UNPACK_SEQUENCE_SEQUENCE",
}
