//! Is what the verifier accepts safe? Accepted code, mutated at random, runs in a machine
//! that meets every branch and exception there can be.

mod assembler;
mod witness;

use assembler::{Code, assemble};
use instructions::{Version, definition_by_name, definitions};
use witness::{Machine, Random};

/// Code with something of everything, in both versions.
fn seeds() -> Vec<Code> {
    include_str!("soundness.txt")
        .split("seed:")
        .skip(1)
        .map(|seed| {
            let lines: Vec<&str> = seed
                .lines()
                .map(str::trim)
                .filter(|l| !l.is_empty())
                .collect();
            assemble(lines[0], &lines[1..])
        })
        .collect()
}

/// Changes one to three bytes, mostly to other instructions and small arguments.
fn mutate(code: &Code, random: &mut Random) -> Code {
    let mut code = code.clone();
    for _ in 0..=random.below(3) {
        let at = random.below(code.bytes.len() / 2) * 2;
        match random.below(8) {
            0..3 => {
                let all = definitions(code.version);
                code.bytes[at] = all[random.below(all.len())].opcode;
            }
            3..6 => code.bytes[at + 1] = random.below(12) as u8,
            6 => {
                let other = random.below(code.bytes.len());
                code.bytes.swap(at, other);
            }
            _ if code.table.is_empty() => code.stack = random.below(12) as i32,
            _ => {
                let at = random.below(code.table.len());
                code.table[at] = code.table[at] & 0x80 | random.below(24) as u8;
            }
        }
    }
    code
}

/// Runs accepted code some times. Returns whether it was accepted.
fn survives(code: &Code, random: &mut Random) -> bool {
    let Ok(proof) = code.verify() else {
        return false;
    };
    for _ in 0..8 {
        assert!(proof.depth() <= code.stack as usize);
        let mut machine = Machine::new(code, proof.depth());
        let mut steps = 0;
        while machine.step(random) && steps < 60 {
            steps += 1;
        }
    }
    true
}

fn accepted_of(rounds: usize, version: Version) -> usize {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut pool: Vec<Code> = seeds()
        .into_iter()
        .filter(|c| c.version == version)
        .collect();
    for seed in &pool {
        assert!(survives(seed, &mut random), "{:?}", seed.verify());
    }
    let mut accepted = 0;
    for _ in 0..rounds {
        let mutant = mutate(&pool[random.below(pool.len())], &mut random);
        if survives(&mutant, &mut random) {
            accepted += 1;
            // Mutants of mutants drift away from what a compiler writes.
            match pool.len() {
                ..400 => pool.push(mutant),
                full => pool[random.below(full)] = mutant,
            }
        }
    }
    accepted
}

/// Instructions of which short code is made, with an argument where it must be one.
const SHORT_310: &[(&str, Option<u8>)] = &[
    ("LOAD_CONST", Some(0)),
    ("BUILD_LIST", Some(0)),
    ("POP_TOP", None),
    ("DUP_TOP", None),
    ("ROT_TWO", None),
    ("LIST_APPEND", Some(1)),
    ("LOAD_METHOD", Some(0)),
    ("CALL_METHOD", Some(0)),
    ("JUMP_ABSOLUTE", None),
    ("POP_JUMP_IF_FALSE", None),
    ("FOR_ITER", None),
    ("SETUP_FINALLY", None),
    ("POP_BLOCK", None),
    ("POP_EXCEPT", None),
    ("RERAISE", Some(0)),
    ("RETURN_VALUE", None),
];

const SHORT_311: &[(&str, Option<u8>)] = &[
    ("LOAD_CONST", Some(0)),
    ("BUILD_LIST", Some(0)),
    ("PUSH_NULL", None),
    ("POP_TOP", None),
    ("COPY", Some(1)),
    ("SWAP", Some(2)),
    ("LIST_APPEND", Some(1)),
    ("CALL", Some(0)),
    ("JUMP_FORWARD", None),
    ("JUMP_BACKWARD", None),
    ("POP_JUMP_FORWARD_IF_TRUE", None),
    ("POP_JUMP_BACKWARD_IF_NONE", None),
    ("PUSH_EXC_INFO", None),
    ("POP_EXCEPT", None),
    ("RERAISE", Some(0)),
    ("RERAISE", Some(1)),
    ("RETURN_VALUE", None),
];

/// Short code with jumps to anywhere, and in 3.11 a handler for any part of it.
fn short(version: Version, random: &mut Random) -> Code {
    let (heading, pool) = match version {
        Version::V310 => ("3.10; stack 8", SHORT_310),
        Version::V311 => ("3.11; stack 4", SHORT_311),
    };
    let mut code = assemble(heading, &[]);
    let length = 4 + random.below(7);
    for _ in 0..length {
        let (name, argument) = pool[random.below(pool.len())];
        let definition = definition_by_name(version, name).unwrap();
        let argument = argument.unwrap_or_else(|| random.below(length) as u8);
        code.bytes.extend([definition.opcode, argument]);
        code.bytes
            .resize(code.bytes.len() + 2 * definition.cache_units(), 0);
    }
    if version == Version::V311 {
        let mut number = |limit: usize| random.below(limit) as u8;
        code.table = vec![
            0x80 | number(length),
            1 + number(4),
            number(length),
            number(6),
        ];
    }
    code
}

fn accepted_of_short(rounds: usize, version: Version) -> usize {
    let mut random = Random(0x0123_4567_89AB_CDEF);
    (0..rounds)
        .filter(|_| survives(&short(version, &mut random), &mut random))
        .count()
}

#[test]
fn no_accepted_code_of_a_few_instructions_of_3_10_does_either() {
    assert!(accepted_of_short(250_000, Version::V310) > 1_000);
}

#[test]
fn no_accepted_code_of_a_few_instructions_of_3_11_does_either() {
    assert!(accepted_of_short(250_000, Version::V311) > 1_000);
}

#[test]
fn no_accepted_code_of_3_10_does_what_the_proof_excludes() {
    assert!(accepted_of(40_000, Version::V310) > 4_000);
}

#[test]
fn no_accepted_code_of_3_11_does_what_the_proof_excludes() {
    assert!(accepted_of(40_000, Version::V311) > 4_000);
}
