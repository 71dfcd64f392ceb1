//! The instruction tables, against what CPython's `opcode` and `dis` modules say.
//! (`tests/data/record.py` says how the records were made.)

use std::collections::BTreeMap;

use instructions::{
    BINARY_OPERATORS, COMPARISONS, EXTENDED_ARG, Flow, HAVE_ARGUMENT, Kind, Operand, Version,
    compiler_stack_effect, definition, definition_by_name, definitions, deoptimized,
    specialization, specializations,
};
use serde_json::Value;

const VERSIONS: [Version; 2] = [Version::V310, Version::V311];

fn record(version: Version) -> Value {
    let text = match version {
        Version::V310 => include_str!("data/opcodes-3.10.json"),
        Version::V311 => include_str!("data/opcodes-3.11.json"),
    };
    serde_json::from_str(text).expect("the record is JSON")
}

fn numbers(value: &Value) -> Vec<u8> {
    let mut numbers: Vec<u8> = value
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n.as_u64().unwrap() as u8)
        .collect();
    numbers.sort_unstable();
    numbers
}

fn opcodes_with(version: Version, wanted: impl Fn(Operand) -> bool) -> Vec<u8> {
    definitions(version)
        .iter()
        .filter(|d| wanted(d.operand))
        .map(|d| d.opcode)
        .collect()
}

#[test]
fn every_name_has_cpythons_number_and_no_other() {
    for version in VERSIONS {
        let ours: BTreeMap<String, u64> = definitions(version)
            .iter()
            .map(|d| (d.name.into(), d.opcode.into()))
            .collect();
        let theirs: BTreeMap<String, u64> =
            serde_json::from_value(record(version)["opmap"].clone()).unwrap();
        assert_eq!(ours, theirs);
    }
}

#[test]
fn there_are_127_instructions_in_3_10_and_110_in_3_11() {
    assert_eq!(VERSIONS.map(|v| definitions(v).len()), [127, 110]);
}

#[test]
fn of_3_10s_instructions_46_were_removed_and_29_are_new_in_3_11() {
    let missing_from = |a, b: Version| {
        definitions(a)
            .iter()
            .filter(|d| definition_by_name(b, d.name).is_none())
            .count()
    };
    assert_eq!(missing_from(Version::V310, Version::V311), 46);
    assert_eq!(missing_from(Version::V311, Version::V310), 29);
}

#[test]
fn operand_kinds_are_those_of_the_opcode_module() {
    for version in VERSIONS {
        let record = record(version);
        let check = |list: &str, wanted: fn(Operand) -> bool| {
            assert_eq!(
                opcodes_with(version, wanted),
                numbers(&record[list]),
                "{list}"
            );
        };
        check("hasconst", |o| o == Operand::Const);
        check("hasname", |o| {
            matches!(o, Operand::Name | Operand::NameAndNull)
        });
        check("hasjrel", |o| {
            matches!(o, Operand::Forward | Operand::Backward)
        });
        check("hasjabs", |o| o == Operand::Absolute);
        check("haslocal", |o| o == Operand::Local);
        check("hascompare", |o| o == Operand::Compare);
        check("hasfree", |o| o == Operand::Deref);
        assert_eq!(record["have_argument"], HAVE_ARGUMENT);
        assert_eq!(record["extended_arg"], EXTENDED_ARG);
    }
}

#[test]
fn instructions_below_have_argument_have_no_operand() {
    for version in VERSIONS {
        for definition in definitions(version) {
            assert_eq!(
                definition.operand == Operand::None,
                !definition.has_argument()
            );
        }
    }
}

#[test]
fn an_instruction_jumps_exactly_if_its_operand_is_a_jump() {
    for version in VERSIONS {
        for definition in definitions(version) {
            let jumps = matches!(definition.flow, Flow::Jump | Flow::Branch | Flow::Handler);
            assert_eq!(jumps, definition.operand.is_jump(), "{}", definition.name);
        }
    }
}

#[test]
fn backward_jumps_are_those_that_say_so() {
    for definition in definitions(Version::V311) {
        let says_so = definition.name.contains("JUMP_BACKWARD");
        assert_eq!(
            definition.operand == Operand::Backward,
            says_so,
            "{}",
            definition.name
        );
    }
}

#[test]
fn the_compilers_stack_effects_are_those_of_dis_stack_effect() {
    for version in VERSIONS {
        let record = record(version);
        let mut checked = 0;
        for definition in definitions(version) {
            for case in record["stack_effects"][definition.name].as_array().unwrap() {
                let oparg = case[0].as_u64().unwrap_or(0) as u32;
                let jumps = case[1].as_bool();
                let ours = compiler_stack_effect(version, definition.opcode, oparg, jumps);
                assert_eq!(ours, case[2].as_i64(), "{} {case}", definition.name);
                checked += 1;
            }
        }
        assert!(checked > 2_000, "{checked}");
    }
}

#[test]
fn the_loop_and_the_compiler_count_differently_in_three_places_only() {
    let mut different = Vec::new();
    for version in VERSIONS {
        for definition in definitions(version) {
            let differs = (0..20).any(|oparg| {
                [false, true].iter().any(|&jumps| {
                    Some(definition.stack_effect(oparg, jumps).net())
                        != compiler_stack_effect(version, definition.opcode, oparg, Some(jumps))
                })
            });
            if differs {
                different.push(definition.name);
            }
        }
    }
    assert_eq!(different, ["RETURN_GENERATOR", "PRECALL", "CALL"]);
}

#[test]
fn an_instruction_needs_all_the_values_it_looks_at() {
    let needs = |version, name, oparg| {
        definition_by_name(version, name)
            .unwrap()
            .stack_effect(oparg, false)
            .pops
    };
    assert_eq!(needs(Version::V310, "DUP_TOP_TWO", 0), 2);
    assert_eq!(needs(Version::V310, "WITH_EXCEPT_START", 0), 7);
    assert_eq!(needs(Version::V310, "LIST_APPEND", 2), 3);
    assert_eq!(needs(Version::V310, "DICT_MERGE", 1), 4);
    assert_eq!(needs(Version::V311, "COPY", 3), 3);
    assert_eq!(needs(Version::V311, "CALL", 0), 2);
    assert_eq!(needs(Version::V311, "MAKE_FUNCTION", 0x0F), 5);
}

#[test]
fn the_largest_arguments_do_not_overflow_an_effect() {
    for version in VERSIONS {
        for definition in definitions(version) {
            for jumps in [false, true] {
                let effect = definition.stack_effect(u32::MAX, jumps);
                assert!(effect.pops <= 1 << 34 && effect.pushes <= 1 << 34);
            }
        }
    }
}

#[test]
fn caches_have_cpythons_fields() {
    let record = record(Version::V311);
    let theirs = record["cache_format"].as_object().unwrap();
    let mut with_caches = 0;
    for definition in definitions(Version::V311) {
        let ours: Vec<(String, u64)> = definition
            .caches
            .iter()
            .map(|f| (f.name.into(), f.units.into()))
            .collect();
        let fields: Vec<(String, u64)> = theirs
            .get(definition.name)
            .map(|format| {
                let format = format.as_object().unwrap();
                format
                    .iter()
                    .map(|(name, units)| (name.clone(), units.as_u64().unwrap()))
                    .collect()
            })
            .unwrap_or_default();
        let sorted = |mut fields: Vec<(String, u64)>| {
            fields.sort();
            fields
        };
        assert_eq!(sorted(ours), sorted(fields), "{}", definition.name);
        with_caches += usize::from(definition.cache_units() > 0);
    }
    assert_eq!(with_caches, theirs.len());
    assert!(
        definitions(Version::V310)
            .iter()
            .all(|d| d.caches.is_empty())
    );
}

#[test]
fn operators_and_comparisons_are_cpythons() {
    let record = record(Version::V311);
    assert_eq!(record["nb_ops"], serde_json::json!(BINARY_OPERATORS));
    assert_eq!(record["cmp_op"], serde_json::json!(COMPARISONS));
}

#[test]
fn specialized_instructions_have_cpythons_numbers_and_families() {
    let record = record(Version::V311);
    let theirs = record["specialized_numbers"].as_object().unwrap();
    assert_eq!(specializations().len(), theirs.len());
    for row in specializations() {
        assert_eq!(theirs[row.name], row.opcode);
        let base = definition(Version::V311, row.base).unwrap().name;
        let family = record["specializations"][base].as_array().unwrap();
        assert!(
            family.iter().any(|name| name == row.name),
            "{} in {base}",
            row.name
        );
    }
}

#[test]
fn specialized_instructions_fill_the_free_numbers_in_order() {
    let free = (0..=255u8).filter(|&n| definition(Version::V311, n).is_none());
    let ours: Vec<u8> = specializations().iter().map(|row| row.opcode).collect();
    assert_eq!(free.take(ours.len()).collect::<Vec<u8>>(), ours);
}

#[test]
fn there_are_11_adaptive_52_specialized_3_quick_and_5_super_instructions() {
    let count = |kind| {
        specializations()
            .iter()
            .filter(|row| row.kind == kind)
            .count()
    };
    let kinds = [Kind::Adaptive, Kind::Specialized, Kind::Quick, Kind::Super];
    assert_eq!(kinds.map(count), [11, 52, 3, 5]);
}

#[test]
fn kinds_follow_from_the_names() {
    for row in specializations() {
        let kind = match row.name {
            name if name.ends_with("_ADAPTIVE") => Kind::Adaptive,
            name if name.ends_with("_QUICK") => Kind::Quick,
            name if name.contains("__") => Kind::Super,
            _ => Kind::Specialized,
        };
        assert_eq!(row.kind, kind, "{}", row.name);
    }
}

#[test]
fn only_specialized_instructions_are_deoptimized() {
    for opcode in 0..=255u8 {
        assert_eq!(
            deoptimized(opcode) != opcode,
            specialization(opcode).is_some()
        );
    }
}
