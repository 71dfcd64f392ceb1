//! A damaged file ends in a run or in an error, within its limits.

#[path = "../examples/machine/mod.rs"]
mod machine;

/// Files that use much of the language.
const FILES: [&[u8]; 5] = [
    include_bytes!("../../../programs/311/groups_311.pyc"),
    include_bytes!("../../../programs/311/generators.pyc"),
    include_bytes!("../../../programs/311/match_statement.pyc"),
    include_bytes!("../../../programs/311/parameters.pyc"),
    include_bytes!("../../../programs/311/with_statement.pyc"),
];
const HEADER: usize = 16;

/// Numbers that are the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

#[test]
#[cfg_attr(miri, ignore = "whole programs")]
fn damaged_files_run_or_are_refused() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let (mut ran, mut refused) = (0, 0);
    for _ in 0..400 {
        let mut bytes = FILES[random.below(FILES.len())].to_vec();
        for _ in 0..=random.below(3) {
            let at = HEADER + random.below(bytes.len() - HEADER);
            bytes[at] = match random.below(2) {
                0 => random.below(256) as u8,
                _ => random.below(16) as u8,
            };
        }
        let result = machine::with_machine(|t| {
            t.limits.instructions.set(Some(20_000));
            objects::heap().set_limit(64 << 20);
            Ok(machine::run(t, &bytes).is_ok())
        });
        match result {
            Ok((true, _)) => ran += 1,
            _ => refused += 1,
        }
    }
    assert!(
        ran > 20 && refused > 100,
        "{ran} ran, {refused} were refused"
    );
}
