//! Broken files end in a normal run or in a clear error.

mod mutation;

use std::path::Path;

#[test]
fn a_broken_file_never_makes_the_machine_panic_crash_or_hang() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = std::env::temp_dir().join(format!("adder-mutations-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let seeds = mutation::seeds(&root);
    let adder = Path::new(env!("CARGO_BIN_EXE_adder"));
    let mut found = Vec::new();
    mutation::hunt(adder, &seeds, &folder, 1..400, |finding| {
        found.push(format!(
            "{} ({}): {}",
            finding.number, finding.name, finding.what
        ));
    });
    assert!(
        found.is_empty(),
        "files kept in {}:\n{}",
        folder.display(),
        found.join("\n")
    );
    std::fs::remove_dir_all(&folder).unwrap();
}
