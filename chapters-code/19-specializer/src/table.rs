//! Which handlers have the instructions that are written over others? Their table, in front
//! of that of 3.11.
#![forbid(unsafe_code)]

/// Hands the rows to a driver, behind those that it is given and before those of 3.11.
#[macro_export]
macro_rules! table_adaptive {
    ($($driver:ident)::+ { $($head:tt)* } $($first:tt)*) => {
        modern_bytecode::table_311! {
            $($driver)::+ { $($head)* }
            $($first)*
            3 BINARY_OP_ADAPTIVE $crate::handlers::adaptive::binary_op_of_words
                else $crate::handlers::adaptive::binary_op_by_method
                else $crate::handlers::adaptive::binary_op_of_tuples
                else $crate::handlers::adaptive::binary_op,
            4 BINARY_OP_ADD_FLOAT $crate::handlers::numbers::add_float
                else $crate::handlers::numbers::floats,
            5 BINARY_OP_ADD_INT $crate::handlers::numbers::add_int
                else $crate::handlers::numbers::ints,
            6 BINARY_OP_ADD_UNICODE $crate::handlers::strings::add
                else $crate::handlers::strings::missed,
            7 BINARY_OP_INPLACE_ADD_UNICODE $crate::handlers::strings::add_in_place
                else $crate::handlers::strings::missed,
            8 BINARY_OP_MULTIPLY_FLOAT $crate::handlers::numbers::multiply_float
                else $crate::handlers::numbers::floats,
            13 BINARY_OP_MULTIPLY_INT $crate::handlers::numbers::multiply_int
                else $crate::handlers::numbers::ints,
            14 BINARY_OP_SUBTRACT_FLOAT $crate::handlers::numbers::subtract_float
                else $crate::handlers::numbers::floats,
            16 BINARY_OP_SUBTRACT_INT $crate::handlers::numbers::subtract_int
                else $crate::handlers::numbers::ints,
            17 BINARY_SUBSCR_ADAPTIVE $crate::handlers::adaptive::binary_subscr_of_text
                else $crate::handlers::adaptive::binary_subscr,
            18 BINARY_SUBSCR_DICT $crate::handlers::subscripts::dict
                else $crate::handlers::subscripts::missed,
            19 BINARY_SUBSCR_GETITEM $crate::handlers::subscripts::getitem
                else $crate::handlers::subscripts::getitem_at_length,
            20 BINARY_SUBSCR_LIST_INT $crate::handlers::subscripts::list_int
                else $crate::handlers::subscripts::missed,
            21 BINARY_SUBSCR_TUPLE_INT $crate::handlers::subscripts::tuple_int
                else $crate::handlers::subscripts::missed,
            22 CALL_ADAPTIVE $crate::handlers::adaptive::call_counting
                else $crate::handlers::adaptive::call,
            23 CALL_PY_EXACT_ARGS $crate::handlers::calls::exact_args
                else $crate::handlers::calls::exact_args_of_another
                else $crate::handlers::calls::exact_args_at_length,
            24 CALL_PY_WITH_DEFAULTS $crate::handlers::calls::with_defaults
                else $crate::handlers::calls::with_defaults_at_length,
            26 COMPARE_OP_ADAPTIVE $crate::handlers::adaptive::compare_op_of_words
                else $crate::handlers::adaptive::compare_op,
            27 COMPARE_OP_FLOAT_JUMP $crate::handlers::comparisons::float_jump
                else $crate::handlers::comparisons::floats,
            28 COMPARE_OP_INT_JUMP $crate::handlers::comparisons::int_jump
                else $crate::handlers::comparisons::ints,
            29 COMPARE_OP_STR_JUMP $crate::handlers::comparisons::str_jump
                else $crate::handlers::comparisons::strs,
            38 JUMP_BACKWARD_QUICK $crate::handlers::quick::jump_backward_quick
                else modern_bytecode::handlers::jumps::jump_backward,
            39 LOAD_ATTR_ADAPTIVE $crate::handlers::adaptive::load_attr_counting
                else $crate::handlers::adaptive::load_attr_by_getter
                else $crate::handlers::adaptive::load_attr,
            40 LOAD_ATTR_INSTANCE_VALUE $crate::handlers::attributes::load_value
                else $crate::handlers::attributes::load_known
                else $crate::handlers::attributes::load_missed,
            41 LOAD_ATTR_MODULE $crate::handlers::attributes::load_module,
            42 LOAD_ATTR_SLOT $crate::handlers::attributes::load_slot
                else $crate::handlers::attributes::load_slot_at_length,
            43 LOAD_ATTR_WITH_HINT $crate::handlers::attributes::load_hint
                else $crate::handlers::attributes::load_missed,
            44 LOAD_CONST__LOAD_FAST $crate::handlers::superinstructions::load_const_load_fast
                else eval_loop::handlers::stack::load_const,
            45 LOAD_FAST__LOAD_CONST $crate::handlers::superinstructions::load_fast_load_const
                else eval_loop::handlers::variables::load_fast,
            46 LOAD_FAST__LOAD_FAST $crate::handlers::superinstructions::load_fast_load_fast
                else eval_loop::handlers::variables::load_fast,
            47 LOAD_GLOBAL_ADAPTIVE $crate::handlers::adaptive::load_global,
            48 LOAD_GLOBAL_BUILTIN $crate::handlers::globals::builtin
                else $crate::handlers::globals::missed,
            55 LOAD_GLOBAL_MODULE $crate::handlers::globals::module
                else $crate::handlers::globals::missed,
            56 LOAD_METHOD_ADAPTIVE $crate::handlers::adaptive::load_method_counting
                else $crate::handlers::adaptive::load_method,
            57 LOAD_METHOD_CLASS $crate::handlers::methods::class
                else $crate::handlers::methods::missed,
            58 LOAD_METHOD_MODULE $crate::handlers::methods::module
                else $crate::handlers::methods::missed,
            59 LOAD_METHOD_NO_DICT $crate::handlers::methods::no_dict
                else $crate::handlers::methods::missed,
            62 LOAD_METHOD_WITH_DICT $crate::handlers::methods::with_dict
                else $crate::handlers::methods::missed,
            63 LOAD_METHOD_WITH_VALUES $crate::handlers::methods::with_values
                else $crate::handlers::methods::known
                else $crate::handlers::methods::missed,
            64 PRECALL_ADAPTIVE $crate::handlers::adaptive::precall_counting
                else $crate::handlers::adaptive::precall,
            65 PRECALL_BOUND_METHOD $crate::handlers::calls::bound_method
                else $crate::handlers::calls::precall_missed,
            66 PRECALL_BUILTIN_CLASS $crate::handlers::natives::builtin_class_apart,
            67 PRECALL_BUILTIN_FAST_WITH_KEYWORDS
                $crate::handlers::natives::builtin_fast_with_keywords_apart,
            72 PRECALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS
                $crate::handlers::natives::method_fast_with_keywords_apart,
            73 PRECALL_NO_KW_BUILTIN_FAST $crate::handlers::natives::builtin_fast
                else $crate::handlers::calls::precall_missed,
            76 PRECALL_NO_KW_BUILTIN_O $crate::handlers::natives::builtin_o
                else $crate::handlers::calls::precall_missed,
            77 PRECALL_NO_KW_ISINSTANCE $crate::handlers::natives::isinstance
                else $crate::handlers::calls::precall_missed,
            78 PRECALL_NO_KW_LEN $crate::handlers::natives::len_of_builtin
                else $crate::handlers::natives::len_at_length,
            79 PRECALL_NO_KW_LIST_APPEND $crate::handlers::natives::list_append
                else $crate::handlers::natives::list_append_at_length,
            80 PRECALL_NO_KW_METHOD_DESCRIPTOR_FAST $crate::handlers::natives::method_fast
                else $crate::handlers::calls::precall_missed,
            81 PRECALL_NO_KW_METHOD_DESCRIPTOR_NOARGS $crate::handlers::natives::method_noargs
                else $crate::handlers::calls::precall_missed,
            113 PRECALL_NO_KW_METHOD_DESCRIPTOR_O $crate::handlers::natives::method_o
                else $crate::handlers::calls::precall_missed,
            121 PRECALL_NO_KW_STR_1 $crate::handlers::natives::str_1
                else $crate::handlers::calls::precall_missed,
            127 PRECALL_NO_KW_TUPLE_1 $crate::handlers::natives::tuple_1_apart,
            133 BUILD_SLICE $crate::handlers::slices::build_slice,
            140 JUMP_BACKWARD $crate::handlers::quick::jump_backward,
            141 PRECALL_NO_KW_TYPE_1 $crate::handlers::natives::type_1
                else $crate::handlers::calls::precall_missed,
            143 PRECALL_PYFUNC $crate::handlers::calls::pyfunc
                else $crate::handlers::calls::precall_missed,
            150 RESUME_QUICK $crate::handlers::quick::resume_quick
                else modern_bytecode::handlers::jumps::resume,
            151 RESUME $crate::handlers::quick::resume,
            153 STORE_ATTR_ADAPTIVE $crate::handlers::adaptive::store_attr_counting
                else $crate::handlers::adaptive::store_attr,
            154 STORE_ATTR_INSTANCE_VALUE $crate::handlers::attributes::store_value
                else $crate::handlers::attributes::store_elsewhere
                else $crate::handlers::attributes::store_value_at_length,
            158 STORE_ATTR_SLOT $crate::handlers::attributes::store_slot
                else $crate::handlers::attributes::store_missed,
            159 STORE_ATTR_WITH_HINT $crate::handlers::attributes::store_hint,
            161 STORE_FAST__LOAD_FAST $crate::handlers::superinstructions::store_fast_load_fast
                else eval_loop::handlers::variables::store_fast,
            167 STORE_FAST__STORE_FAST $crate::handlers::superinstructions::store_fast_store_fast
                else eval_loop::handlers::variables::store_fast,
            168 STORE_SUBSCR_ADAPTIVE $crate::handlers::adaptive::store_subscr,
            169 STORE_SUBSCR_DICT $crate::handlers::subscripts::store_dict
                else $crate::handlers::subscripts::store_missed,
            170 STORE_SUBSCR_LIST_INT $crate::handlers::subscripts::store_list_int
                else $crate::handlers::subscripts::store_missed,
            177 UNPACK_SEQUENCE_ADAPTIVE $crate::handlers::adaptive::unpack_sequence,
            178 UNPACK_SEQUENCE_LIST $crate::handlers::unpacking::list
                else $crate::handlers::unpacking::missed,
            179 UNPACK_SEQUENCE_TUPLE $crate::handlers::unpacking::tuple
                else $crate::handlers::unpacking::missed,
            180 UNPACK_SEQUENCE_TWO_TUPLE $crate::handlers::unpacking::two_tuple
                else $crate::handlers::unpacking::missed,
        }
    };
}
