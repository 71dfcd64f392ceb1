//! How large are the tables beside the code, over all programs of the book?

mod machine;

use std::path::Path;

use code_objects::{Code, Pyc};
use objects::Owned;
use types::{PyResult, Thread, Version};

#[derive(Default)]
struct Sizes {
    code: usize,
    lines: usize,
    handlers: usize,
}

impl Sizes {
    /// Adds a code object and all that are in it.
    fn add(&mut self, code: Owned<Code>) {
        let mut open = vec![code];
        while let Some(code) = open.pop() {
            self.code += code.code.len();
            self.lines += code.linetable.len();
            self.handlers += code.exceptiontable.len();
            open.extend(
                code.consts
                    .iter()
                    .filter_map(|c| c.clone().into_owned::<Code>().ok()),
            );
        }
    }
}

fn measure(t: &Thread, folder: &Path) -> PyResult<Sizes> {
    let mut sizes = Sizes::default();
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        if entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "pyc")
        {
            let file = std::fs::read(entry.path()).unwrap_or_default();
            sizes.add(Pyc::read(t, &file)?.code);
        }
    }
    Ok(sizes)
}

fn main() {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programs");
    for (version, folder) in [(Version::V310, "310"), (Version::V311, "311")] {
        let sizes = machine::with_machine(version, |t| measure(t, &programs.join(folder)));
        let Ok(Ok(sizes)) = sizes else {
            panic!("the programs of {version} cannot be read")
        };
        let percent = |part: usize| 100 * part / sizes.code.max(1);
        println!("{version}: {} KB of code", sizes.code / 1000);
        println!("  lines or locations {}%", percent(sizes.lines));
        println!("  handlers {}%", percent(sizes.handlers));
    }
}
