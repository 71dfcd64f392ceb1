//! Native functions and methods take their arguments as CPython 3.11's do: that decides what
//! a call of them is specialized to. `tests/natives/record.py` made the recording.

use std::collections::HashMap;
use std::rc::Rc;
use types::{
    ClassMethodDescriptor, HashSeed, Interpreter, MemoryHost, MethodDescriptor, NativeCode,
    NativeFunction, StaticMethod, Table, Thread, Type, Version, as_str,
};

fn kind(code: &NativeCode) -> &'static str {
    match code {
        NativeCode::NoArgs(_) => "NOARGS",
        NativeCode::One(_) => "O",
        NativeCode::Fast(_) => "FASTCALL",
        NativeCode::Keywords(_) => "KEYWORDS",
        NativeCode::Tuple(_) => "VARARGS",
        NativeCode::VarArgs(_) => "VARARGS|KEYWORDS",
    }
}

/// The kind of what stands in a namespace, if it is native.
fn kind_of(value: &objects::Object) -> Option<&'static str> {
    if let Some(method) = value.downcast::<MethodDescriptor>() {
        return Some(kind(&method.def.code));
    }
    if let Some(method) = value.downcast::<ClassMethodDescriptor>() {
        return Some(kind(&method.def.code));
    }
    if let Some(function) = value.downcast::<NativeFunction>() {
        return Some(kind(&function.def.code));
    }
    kind_of(&value.downcast::<StaticMethod>()?.function.get()?)
}

fn compare(
    owner: &str,
    names: &Table,
    recorded: &HashMap<&str, &str>,
    wrong: &mut Vec<String>,
) -> usize {
    let (mut place, mut count) = (0, 0);
    while let Some((key, value)) = names.next(&mut place) {
        let name = as_str(&key).map(types::Str::to_text).unwrap_or_default();
        let full = format!("{owner}.{name}");
        if let (Some(ours), Some(theirs)) = (kind_of(&value), recorded.get(full.as_str())) {
            count += 1;
            if ours != *theirs {
                wrong.push(format!("{full} is {ours}, CPython's {theirs}"));
            }
        }
    }
    count
}

fn subclasses(kind: &Type, all: &mut Vec<objects::Owned<Type>>) {
    all.push(kind.object());
    for class in kind.subclasses() {
        if !all.iter().any(|other| other.is(&class)) {
            subclasses(&class, all);
        }
    }
}

#[test]
fn native_functions_take_their_arguments_as_cpythons_do() {
    let text = include_str!("natives/kinds.txt");
    let recorded: HashMap<&str, &str> = text
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect();
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(Version::V311, host, HashSeed::Fixed).unwrap();
    let t = Thread::new(Rc::new(interpreter));
    let (wrong, count) = t.enter(8 << 20, |t| {
        types::install(t).unwrap();
        numbers::install(t).unwrap();
        strings::install(t).unwrap();
        containers::install(t).unwrap();
        code_objects::install(t).unwrap();
        instructions::install(t).unwrap();
        frames::install(t).unwrap();
        exceptions::install(t).unwrap();
        eval_loop::install(t).unwrap();
        classes::install(t).unwrap();
        generators::install(t).unwrap();
        imports::install(t).unwrap();
        let mut wrong = Vec::new();
        let mut count = compare("builtins", &t.builtins.table, &recorded, &mut wrong);
        let mut kinds = Vec::new();
        subclasses(t.types.object, &mut kinds);
        for kind in kinds {
            if let Some(names) = kind.namespace() {
                let names = names.copy().unwrap();
                count += compare(&kind.name(), &names, &recorded, &mut wrong);
            }
        }
        (wrong, count)
    });
    assert!(wrong.is_empty(), "{} of {count}: {wrong:#?}", wrong.len());
    assert!(count > 250, "only {count} were compared");
}
