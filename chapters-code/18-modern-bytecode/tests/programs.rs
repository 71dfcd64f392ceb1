//! Each family of instructions runs programs that use it, and they print what CPython's do.

#[path = "../examples/machine/mod.rs"]
mod machine;

macro_rules! programs {
    ($($test:ident $program:literal;)*) => {
        $(
            #[test]
            #[cfg_attr(miri, ignore = "whole programs")]
            fn $test() {
                let pyc = include_bytes!(concat!("../../../programs/311/", $program, ".pyc"));
                let out = include_str!(concat!("../../../programs/311/", $program, ".out"));
                // Some end with an exception, on purpose.
                let printed = machine::with_machine(|t| Ok(machine::run(t, pyc).is_ok()));
                assert_eq!(printed.ok().map(|(_, text)| text).as_deref(), Some(out));
            }
        )*
    };
}

programs! {
    a_module_runs "hello_and_add";
    operators_and_comparisons_go_over_their_caches "operators";
    loops_jump_in_both_directions "control_flow";
    calls_take_keywords_defaults_and_stars "parameters";
    cells_are_made_and_copied "closures";
    comprehensions_call_their_functions "comprehensions";
    methods_and_attributes_are_found "classes";
    patterns_leave_none_where_they_do_not_match "match_statement";
    exceptions_find_their_handlers "bank";
    finally_runs_however_it_is_reached "finally_shapes";
    managers_are_entered_and_left "with_statement";
    generators_are_made_and_resumed "generators";
    groups_are_split_and_joined "groups_311";
    sequences_are_unpacked "unpacking";
}
