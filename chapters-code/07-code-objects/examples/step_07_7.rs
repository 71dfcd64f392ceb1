//! The variables of `outer` in `programs/seed_code_fields.py`, as each version keeps them.

mod machine;

use code_objects::{Code, FAST_CELL, FAST_FREE, FAST_LOCAL, Pyc};
use machine::with_machine;
use objects::Object;
use types::{Name, PyResult, Thread, Version};

fn main() -> PyResult<()> {
    with_machine(Version::V310, |t| {
        let bytes = include_bytes!("../../../programs/310/seed_code_fields.pyc");
        for code in functions(&Pyc::read(t, bytes)?.code)
            .iter()
            .filter_map(as_code)
        {
            println!("3.10 {}", code.name.to_text());
            println!("  varnames {}", listed(&code.varnames));
            println!("  cellvars {}", listed(&code.cellvars));
            println!("  freevars {}", listed(&code.freevars));
            println!("  cell2arg {:?}", code.cell2arg);
        }
        Ok::<_, types::Raised>(())
    })??;
    with_machine(Version::V311, show_311)?
}

fn show_311(t: &Thread) -> PyResult<()> {
    let bytes = include_bytes!("../../../programs/311/seed_code_fields.pyc");
    for code in functions(&Pyc::read(t, bytes)?.code)
        .iter()
        .filter_map(as_code)
    {
        println!("3.11 {}", code.name.to_text());
        for (name, kind) in code.localsplusnames.iter().zip(&code.localspluskinds) {
            let kinds = [
                (FAST_LOCAL, "local"),
                (FAST_CELL, "cell"),
                (FAST_FREE, "free"),
            ];
            let kinds = kinds.iter().filter(|(bit, _)| kind & bit != 0);
            let kinds: Vec<&str> = kinds.map(|(_, name)| *name).collect();
            println!("  {name:8} {kind:#04x} {}", kinds.join(" and "));
        }
    }
    Ok(())
}

/// `outer`, and `inner` inside of it.
fn functions(module: &Code) -> Vec<Object> {
    let outer = module
        .consts
        .iter()
        .find(|constant| as_code(constant).is_some());
    let inner = outer.and_then(as_code).map(|outer| outer.consts.iter());
    let inner = inner
        .into_iter()
        .flatten()
        .find(|constant| as_code(constant).is_some());
    outer.into_iter().chain(inner).cloned().collect()
}

fn as_code(object: &Object) -> Option<&Code> {
    object.downcast()
}

fn listed(names: &[Name]) -> String {
    names
        .iter()
        .map(Name::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}
