//! Calling Rust from Python: who checks the arguments?

mod machine;

use objects::Object;
use types::{Args, NativeCode, NativeDef, PyResult, Thread, Version, check_count};

fn clamp(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "clamp", args.len(), 2, 3)?;
    let mut numbers = args.iter().filter_map(Object::as_small_int);
    match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(x), Some(low), high) => {
            let x = x.max(low).min(high.unwrap_or(i64::MAX));
            Object::small_int(x).ok_or_else(|| t.overflow_error("too large"))
        }
        _ => Err(t.type_error("clamp() takes integers")),
    }
}

static FUNCTIONS: &[NativeDef] = &[
    NativeDef {
        name: "clamp",
        code: NativeCode::Fast(clamp),
        doc: "clamp(x, low[, high])",
    },
    NativeDef {
        name: "succ",
        code: NativeCode::One(|t, _, x| match x.as_small_int() {
            Some(x) => Object::small_int(x + 1).ok_or_else(|| t.overflow_error("too large")),
            None => Err(t.type_error("succ() takes an integer")),
        }),
        doc: "The next integer.",
    },
];

fn main() -> PyResult<()> {
    let t = machine::start(Version::V310)?;
    t.add_builtins(FUNCTIONS)?;
    let int = Object::int32;
    let calls: [(&str, Vec<Object>); 6] = [
        ("clamp", vec![int(5), int(1), int(3)]),
        ("clamp", vec![int(5)]),
        ("clamp", vec![Object::none(), int(1)]),
        ("succ", vec![int(41)]),
        ("succ", vec![]),
        ("succ", vec![int(1), int(2)]),
    ];
    for (name, args) in calls {
        let function = t
            .builtins
            .get_name(&t.intern(name)?)
            .unwrap_or(Object::none());
        println!("{name} {args:?}: {:?}", t.call(&function, &args));
    }
    let keyword = [t.intern("x")?.object().clone()];
    let values = [int(1)];
    if let Some(args) = Args::new(&values, &keyword) {
        let function = t
            .builtins
            .get_name(&t.intern("succ")?)
            .unwrap_or(Object::none());
        println!("succ(x=1): {:?}", t.call_with(&function, args));
    }
    Ok(())
}
