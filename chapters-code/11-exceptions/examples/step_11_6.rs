//! The marks of 3.11, for each part of some lines of `programs/carets_311.py`.

mod machine;

use code_objects::{Code, Pyc};
use machine::with_machine;
use objects::Object;
use types::Version;

const SOURCE: &str = include_str!("../../../programs/carets_311.py");
const COMPILED: &[u8] = include_bytes!("../../../programs/311/carets_311.pyc");

fn main() {
    with_machine(Version::V311, |t| {
        let module = Pyc::read(t, COMPILED)?.code;
        let functions = module.consts.iter().filter_map(Object::downcast::<Code>);
        for code in
            functions.filter(|code| ["binary", "subscript"].contains(&&*code.name.to_text()))
        {
            let mut last = String::new();
            for unit in 0..code.code.len() as i32 / 2 {
                let line = frames::line_of(code, unit).unwrap_or(0);
                let source = SOURCE.lines().nth(line.max(1) as usize - 1).unwrap_or("");
                let Some(marks) = exceptions::carets(code, unit, source) else {
                    continue;
                };
                if marks != last && !marks.trim().is_empty() {
                    println!("    {}\n{marks}", source.trim_start());
                }
                last = marks;
            }
        }
        Ok(())
    });
}
