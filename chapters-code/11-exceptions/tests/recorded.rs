//! Exceptions are made, shown and changed as CPython does it: `data/record.py` asked it.

mod common;

use common::{builtin, load, told, told_error, with_thread};
use objects::Object;
use types::{Args, Dict, PyResult, Thread, Tuple, Version, as_str};

fn items(t: &Thread, object: &Object) -> Vec<Object> {
    t.collect(object).expect("a sequence")
}

fn text(object: &Object) -> String {
    as_str(object).expect("a string").to_text()
}

/// Calls a class with positional arguments and keywords.
fn make(t: &Thread, class: &Object, args: &Object, keywords: &Object) -> PyResult {
    let keywords = keywords.downcast::<Dict>().expect("a dictionary");
    let mut values = items(t, args);
    let (mut names, mut place) = (vec![], 0);
    while let Some((name, value)) = keywords.table.next(&mut place) {
        names.push(name);
        values.push(value);
    }
    t.call_with(
        class,
        Args::new(&values, &names).expect("fewer names than values"),
    )
}

fn perform(t: &Thread, target: &Object, step: &[Object]) -> PyResult {
    let name = || t.intern(&text(&step[1]));
    match &*text(&step[0]) {
        "repr" => Ok(target.clone()),
        "str" => Ok(t.to_str(target)?.into_object()),
        "get" => t.get_attribute(target, &name()?),
        "set" => {
            t.set_attribute(target, &name()?, Some(&step[2]))?;
            Ok(Object::none())
        }
        "del" => {
            t.set_attribute(target, &name()?, None)?;
            Ok(Object::none())
        }
        "call" => {
            let method = t.get_attribute(target, &name()?)?;
            t.call(&method, &items(t, &step[2]))
        }
        step => panic!("{step} is no step"),
    }
}

fn results(t: &Thread, case: &[Object]) -> Vec<String> {
    let [name, args, keywords, steps, _] = case else {
        panic!("a case has five parts");
    };
    let class = builtin(t, &text(name));
    let target = match make(t, &class, args, keywords) {
        Ok(target) => target,
        Err(raised) => return vec![told_error(t, raised)],
    };
    let mut results = vec![told(t, Ok(target.clone()))];
    for step in items(t, steps) {
        let step = step.downcast::<Tuple>().expect("a step").items();
        results.push(told(t, perform(t, &target, step)));
    }
    results
}

fn check(version: Version, recorded: &[u8]) {
    with_thread(version, |t| {
        let cases = items(t, &load(t, recorded));
        let mut wrong = vec![];
        for case in &cases {
            let case = case.downcast::<Tuple>().expect("a case").items();
            let expected: Vec<String> = items(t, &case[4]).iter().map(text).collect();
            let found = results(t, case);
            if found != expected {
                let asked: Vec<String> = case[..4]
                    .iter()
                    .map(|part| told(t, Ok(part.clone())))
                    .collect();
                wrong.push(format!(
                    "{}\n  CPython {expected:?}\n  Adder   {found:?}",
                    asked.join(" ")
                ));
            }
        }
        let count = wrong.len();
        wrong.truncate(20);
        assert!(
            count == 0,
            "{count} of {} cases:\n{}",
            cases.len(),
            wrong.join("\n")
        );
    });
}

#[test]
fn exceptions_of_3_10_behave_as_recorded() {
    check(Version::V310, include_bytes!("data/recorded-3.10.marshal"));
}

#[test]
fn exceptions_of_3_11_behave_as_recorded() {
    check(Version::V311, include_bytes!("data/recorded-3.11.marshal"));
}
