//! What Python sees of the tables of a code object.

#[path = "../examples/machine/mod.rs"]
mod machine;

use code_objects::Pyc;
use objects::Object;
use types::{PyResult, Thread, Version};

fn with_program<R>(version: Version, body: impl FnOnce(&Thread, &Object) -> PyResult<R>) -> R {
    let file: &[u8] = match version {
        Version::V310 => include_bytes!("../../../programs/310/hello_and_add.pyc"),
        Version::V311 => include_bytes!("../../../programs/311/hello_and_add.pyc"),
    };
    let result = machine::with_machine(version, |t| {
        let module = Pyc::read(t, file)?.code;
        body(t, module.consts.get(1).expect("the function hello"))
    });
    result
        .and_then(|result| result)
        .unwrap_or_else(|_| panic!("an exception was raised"))
}

/// What the method gives when it is iterated over, as numbers; -1 stands for None.
fn rows(t: &Thread, code: &Object, method: &str) -> PyResult<Vec<Vec<i64>>> {
    let name = t.interpreter().intern(method)?;
    let method = t.get_attribute(code, &name)?;
    let iterator = t.iter(&t.call(&method, &[])?)?;
    let mut rows = Vec::new();
    while let Some(row) = t.next(&iterator)? {
        let items = row.downcast::<types::Tuple>().expect("a tuple");
        rows.push(
            items
                .items()
                .iter()
                .map(|item| item.as_small_int().unwrap_or(-1))
                .collect(),
        );
    }
    Ok(rows)
}

#[test]
fn co_lines_gives_start_end_and_line() {
    let rows = with_program(Version::V310, |t, code| rows(t, code, "co_lines"));
    assert_eq!(rows, [[0, 12, 5]]);
}

#[test]
fn co_positions_gives_four_numbers_for_each_code_unit() {
    let rows = with_program(Version::V311, |t, code| rows(t, code, "co_positions"));
    assert_eq!(rows.len(), 18);
    assert_eq!(rows[0], [4, 4, 0, 0]);
    assert_eq!(rows[1..7], [[5, 5, 4, 9]; 6]);
    assert_eq!(rows[7], [5, 5, 10, 17]);
}
