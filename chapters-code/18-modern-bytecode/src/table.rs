//! Which handler does each instruction have? The table of 3.11. What 3.10 has too, and
//! encodes in the same way, is `eval-loop`'s.
#![forbid(unsafe_code)]

/// Hands the rows to a driver, behind those that it is given: of two rows with the same
/// number the first one counts.
#[macro_export]
macro_rules! table_311 {
    ($($driver:ident)::+ { $($head:tt)* } $($first:tt)*) => {
        $($driver)::+! {
            { $($head)* }
            $($first)*
            1 POP_TOP eval_loop::handlers::fast::stack::pop_top
                else eval_loop::handlers::fast::never,
            2 PUSH_NULL $crate::handlers::stack::push_null
                else eval_loop::handlers::fast::never,
            9 NOP eval_loop::handlers::stack::nop
                else eval_loop::handlers::fast::never,
            10 UNARY_POSITIVE eval_loop::handlers::operators::unary_positive
                else eval_loop::handlers::fast::never,
            11 UNARY_NEGATIVE eval_loop::handlers::operators::unary_negative
                else eval_loop::handlers::fast::never,
            12 UNARY_NOT eval_loop::handlers::fast::stack::unary_not
                else eval_loop::handlers::operators::unary_not,
            15 UNARY_INVERT eval_loop::handlers::operators::unary_invert
                else eval_loop::handlers::fast::never,
            25 BINARY_SUBSCR $crate::handlers::fast::binary_subscr
                else $crate::handlers::cached::binary_subscr,
            30 GET_LEN eval_loop::handlers::patterns::get_len,
            31 MATCH_MAPPING eval_loop::handlers::patterns::match_mapping,
            32 MATCH_SEQUENCE eval_loop::handlers::patterns::match_sequence,
            33 MATCH_KEYS $crate::handlers::patterns::match_keys,
            35 PUSH_EXC_INFO $crate::handlers::handling::push_exc_info
                else eval_loop::handlers::fast::never,
            36 CHECK_EXC_MATCH $crate::handlers::handling::check_exc_match
                else eval_loop::handlers::fast::never,
            37 CHECK_EG_MATCH $crate::handlers::handling::check_eg_match,
            49 WITH_EXCEPT_START $crate::handlers::handling::with_except_start,
            50 GET_AITER eval_loop::handlers::generators::get_aiter,
            51 GET_ANEXT eval_loop::handlers::generators::get_anext,
            52 BEFORE_ASYNC_WITH eval_loop::handlers::blocks::before_async_with,
            53 BEFORE_WITH eval_loop::handlers::blocks::before_with,
            54 END_ASYNC_FOR $crate::handlers::generators::end_async_for,
            60 STORE_SUBSCR $crate::handlers::cached::store_subscr
                else eval_loop::handlers::fast::never,
            61 DELETE_SUBSCR eval_loop::handlers::subscripts::delete_subscr
                else eval_loop::handlers::fast::never,
            68 GET_ITER eval_loop::handlers::fast::iteration::get_iter
                else eval_loop::handlers::iteration::get_iter
                else eval_loop::handlers::fast::never,
            69 GET_YIELD_FROM_ITER eval_loop::handlers::generators::get_yield_from_iter,
            70 PRINT_EXPR eval_loop::handlers::build::print_expr,
            71 LOAD_BUILD_CLASS eval_loop::handlers::variables::load_build_class,
            74 LOAD_ASSERTION_ERROR eval_loop::handlers::variables::load_assertion_error,
            75 RETURN_GENERATOR $crate::handlers::fast::return_generator
                else $crate::handlers::generators::return_generator,
            82 LIST_TO_TUPLE eval_loop::handlers::build::list_to_tuple,
            83 RETURN_VALUE eval_loop::handlers::fast::calls::return_value
                else eval_loop::handlers::calls::return_value,
            84 IMPORT_STAR eval_loop::handlers::imports::import_star,
            85 SETUP_ANNOTATIONS eval_loop::handlers::variables::setup_annotations,
            86 YIELD_VALUE eval_loop::handlers::fast::iteration::yield_value
                else $crate::handlers::generators::yield_value,
            87 ASYNC_GEN_WRAP $crate::handlers::generators::async_gen_wrap,
            88 PREP_RERAISE_STAR $crate::handlers::handling::prep_reraise_star,
            89 POP_EXCEPT $crate::handlers::handling::pop_except
                else eval_loop::handlers::fast::never,
            90 STORE_NAME eval_loop::handlers::fast::variables::store_name
                else eval_loop::handlers::variables::store_name,
            91 DELETE_NAME eval_loop::handlers::variables::delete_name,
            92 UNPACK_SEQUENCE $crate::handlers::cached::unpack_sequence,
            93 FOR_ITER eval_loop::handlers::fast::iteration::for_iter
                else eval_loop::handlers::fast::iteration::for_each_other
                else eval_loop::handlers::iteration::for_iter,
            94 UNPACK_EX eval_loop::handlers::iteration::unpack_ex,
            95 STORE_ATTR $crate::handlers::cached::store_attr,
            96 DELETE_ATTR eval_loop::handlers::attributes::delete_attr,
            97 STORE_GLOBAL eval_loop::handlers::variables::store_global
                else eval_loop::handlers::fast::never,
            98 DELETE_GLOBAL eval_loop::handlers::variables::delete_global,
            99 SWAP $crate::handlers::stack::swap
                else eval_loop::handlers::fast::never,
            100 LOAD_CONST eval_loop::handlers::stack::load_const
                else eval_loop::handlers::fast::never,
            101 LOAD_NAME eval_loop::handlers::fast::variables::load_name
                else eval_loop::handlers::fast::variables::load_name_of_builtin
                else eval_loop::handlers::variables::load_name,
            102 BUILD_TUPLE eval_loop::handlers::fast::build::build_tuple
                else eval_loop::handlers::build::build_tuple,
            103 BUILD_LIST eval_loop::handlers::fast::build::build_list
                else eval_loop::handlers::build::build_list,
            104 BUILD_SET eval_loop::handlers::build::build_set
                else eval_loop::handlers::fast::never,
            105 BUILD_MAP eval_loop::handlers::build::build_map
                else eval_loop::handlers::fast::never,
            106 LOAD_ATTR $crate::handlers::cached::load_attr,
            107 COMPARE_OP $crate::handlers::fast::compare_op
                else $crate::handlers::cached::compare_op,
            108 IMPORT_NAME eval_loop::handlers::imports::import_name,
            109 IMPORT_FROM eval_loop::handlers::imports::import_from,
            110 JUMP_FORWARD eval_loop::handlers::jumps::jump_forward
                else eval_loop::handlers::fast::never,
            111 JUMP_IF_FALSE_OR_POP $crate::handlers::fast::jump_if_false_or_pop
                else $crate::handlers::jumps::jump_if_false_or_pop,
            112 JUMP_IF_TRUE_OR_POP $crate::handlers::fast::jump_if_true_or_pop
                else $crate::handlers::jumps::jump_if_true_or_pop,
            114 POP_JUMP_FORWARD_IF_FALSE $crate::handlers::fast::pop_jump_forward_if_false
                else $crate::handlers::jumps::pop_jump_forward_if_false,
            115 POP_JUMP_FORWARD_IF_TRUE $crate::handlers::fast::pop_jump_forward_if_true
                else $crate::handlers::jumps::pop_jump_forward_if_true,
            116 LOAD_GLOBAL $crate::handlers::cached::load_global,
            117 IS_OP eval_loop::handlers::fast::stack::is_op
                else eval_loop::handlers::fast::never,
            118 CONTAINS_OP eval_loop::handlers::fast::text::contains_op
                else eval_loop::handlers::fast::containers::in_set_at_once
                else eval_loop::handlers::fast::containers::in_set
                else eval_loop::handlers::fast::containers::in_dict
                else eval_loop::handlers::compare::contains_op,
            119 RERAISE $crate::handlers::handling::reraise,
            120 COPY $crate::handlers::stack::copy
                else eval_loop::handlers::fast::never,
            122 BINARY_OP $crate::handlers::fast::binary_op
                else $crate::handlers::cached::binary_op,
            123 SEND $crate::handlers::fast::send
                else $crate::handlers::generators::send,
            124 LOAD_FAST eval_loop::handlers::fast::variables::load_fast
                else eval_loop::handlers::variables::load_fast,
            125 STORE_FAST eval_loop::handlers::fast::variables::store_fast
                else eval_loop::handlers::fast::never,
            126 DELETE_FAST eval_loop::handlers::variables::delete_fast,
            128 POP_JUMP_FORWARD_IF_NOT_NONE $crate::handlers::fast::pop_jump_forward_if_not_none
                else $crate::handlers::jumps::pop_jump_forward_if_not_none,
            129 POP_JUMP_FORWARD_IF_NONE $crate::handlers::fast::pop_jump_forward_if_none
                else $crate::handlers::jumps::pop_jump_forward_if_none,
            130 RAISE_VARARGS eval_loop::handlers::blocks::raise_varargs,
            131 GET_AWAITABLE $crate::handlers::fast::get_awaitable
                else $crate::handlers::generators::get_awaitable,
            132 MAKE_FUNCTION $crate::handlers::calls::make_function
                else eval_loop::handlers::fast::never,
            133 BUILD_SLICE eval_loop::handlers::build::build_slice,
            134 JUMP_BACKWARD_NO_INTERRUPT $crate::handlers::jumps::jump_backward_no_interrupt
                else eval_loop::handlers::fast::never,
            135 MAKE_CELL $crate::handlers::fast::make_cell
                else $crate::handlers::cells::make_cell,
            136 LOAD_CLOSURE eval_loop::handlers::variables::push_cell
                else eval_loop::handlers::fast::never,
            137 LOAD_DEREF $crate::handlers::fast::load_deref
                else eval_loop::handlers::variables::load_from_cell,
            138 STORE_DEREF $crate::handlers::fast::store_deref
                else eval_loop::handlers::fast::never,
            139 DELETE_DEREF eval_loop::handlers::variables::empty_cell,
            140 JUMP_BACKWARD $crate::handlers::fast::jump_backward
                else $crate::handlers::jumps::jump_backward,
            142 CALL_FUNCTION_EX $crate::handlers::calls::call_function_ex,
            145 LIST_APPEND eval_loop::handlers::fast::iteration::list_append
                else eval_loop::handlers::build::list_append,
            146 SET_ADD eval_loop::handlers::build::set_add
                else eval_loop::handlers::fast::never,
            147 MAP_ADD eval_loop::handlers::build::map_add
                else eval_loop::handlers::fast::never,
            148 LOAD_CLASSDEREF eval_loop::handlers::variables::load_from_class_or_cell,
            149 COPY_FREE_VARS $crate::handlers::fast::copy_free_vars
                else $crate::handlers::cells::copy_free_vars,
            151 RESUME $crate::handlers::fast::resume
                else $crate::handlers::jumps::resume,
            152 MATCH_CLASS $crate::handlers::patterns::match_class,
            155 FORMAT_VALUE eval_loop::handlers::build::format_value
                else eval_loop::handlers::fast::never,
            156 BUILD_CONST_KEY_MAP eval_loop::handlers::build::build_const_key_map,
            157 BUILD_STRING eval_loop::handlers::build::build_string
                else eval_loop::handlers::fast::never,
            160 LOAD_METHOD $crate::handlers::cached::load_method,
            162 LIST_EXTEND eval_loop::handlers::build::list_extend
                else eval_loop::handlers::fast::never,
            163 SET_UPDATE eval_loop::handlers::build::set_update,
            164 DICT_MERGE eval_loop::handlers::build::dict_merge,
            165 DICT_UPDATE eval_loop::handlers::build::dict_update,
            166 PRECALL $crate::handlers::calls::precall,
            171 CALL $crate::handlers::fast::call
                else $crate::handlers::calls::call,
            172 KW_NAMES $crate::handlers::calls::kw_names
                else eval_loop::handlers::fast::never,
            173 POP_JUMP_BACKWARD_IF_NOT_NONE $crate::handlers::fast::pop_jump_backward_if_not_none
                else $crate::handlers::jumps::pop_jump_backward_if_not_none,
            174 POP_JUMP_BACKWARD_IF_NONE $crate::handlers::fast::pop_jump_backward_if_none
                else $crate::handlers::jumps::pop_jump_backward_if_none,
            175 POP_JUMP_BACKWARD_IF_FALSE $crate::handlers::fast::pop_jump_backward_if_false
                else $crate::handlers::jumps::pop_jump_backward_if_false,
            176 POP_JUMP_BACKWARD_IF_TRUE $crate::handlers::fast::pop_jump_backward_if_true
                else $crate::handlers::jumps::pop_jump_backward_if_true,
        }
    };
}
