//! What is too deep, too long or too large ends in an error of Python, never in that of a
//! process.

mod machine;
mod showing;

use containers::{list, mapping_proxy};
use machine::thread;
use objects::{Object, heap};
use showing::describe;
use types::{BinaryOp, CompareOp, PyResult, Thread, Version};

const DEEP: usize = 100_000;

/// A value inside `wrap` inside `wrap` inside `wrap` …
fn nested(t: &Thread, mut inner: Object, wrap: impl Fn(&Thread, Object) -> PyResult) -> Object {
    for _ in 0..DEEP {
        inner = wrap(t, inner).unwrap();
    }
    inner
}

fn nested_list(t: &Thread) -> Object {
    nested(t, t.empty_tuple().unwrap(), |t, inner| list(t, vec![inner]))
}

fn error<T>(t: &Thread, result: PyResult<T>) -> String {
    match result {
        Ok(_) => "no error".to_owned(),
        Err(raised) => describe(t, raised),
    }
}

fn with_thread(body: impl FnOnce(&Thread)) {
    thread(Version::V310).enter(1 << 20, body);
}

#[test]
fn a_list_nested_deeply_is_not_shown() {
    with_thread(|t| {
        assert_eq!(
            error(t, t.repr(&nested_list(t))),
            "RecursionError: maximum recursion depth exceeded while getting the repr of an object"
        );
    });
}

#[test]
fn lists_nested_deeply_are_not_compared() {
    with_thread(|t| {
        let (a, b) = (nested_list(t), nested_list(t));
        assert_eq!(
            error(t, t.compare(&a, &b, CompareOp::Eq)),
            "RecursionError: maximum recursion depth exceeded in comparison"
        );
    });
}

#[test]
fn a_structure_of_all_kinds_nested_deeply_is_let_go() {
    with_thread(|t| {
        let before = heap().objects();
        let chain = nested(t, Object::none(), |t, inner| {
            let dict = containers::dict(t)?;
            containers::dict_set(t, &dict, Object::int32(1), t.tuple([inner])?)?;
            t.iter(&list(t, vec![dict.into_object()])?)
        });
        assert!(heap().objects() >= before + 4 * DEEP);
        drop(chain);
        assert_eq!(heap().objects(), before);
    });
}

#[test]
fn a_tuple_nested_deeply_has_no_hash() {
    with_thread(|t| {
        let chain = nested(t, Object::none(), |t, inner| t.tuple([inner]));
        assert_eq!(
            error(t, t.hash(&chain)),
            "RecursionError: maximum recursion depth exceeded while hashing a tuple"
        );
    });
}

#[test]
fn iterators_of_iterators_end_in_an_error() {
    with_thread(|t| {
        let types = t.types;
        for kind in [types.map, types.filter, types.zip, types.enumerate] {
            let class = kind.object().into_object();
            let function = t.types.bool.object().into_object();
            let chain = nested(t, list(t, vec![]).unwrap(), |t, inner| {
                let takes_function = kind.is(types.map) || kind.is(types.filter);
                match takes_function {
                    true => t.call(&class, &[function.clone(), inner]),
                    false => t.call(&class, &[inner]),
                }
            });
            assert_eq!(
                error(t, t.next(&chain)),
                "RecursionError: maximum recursion depth exceeded while advancing an iterator"
            );
        }
    });
}

#[test]
fn proxies_of_proxies_do_no_harm() {
    with_thread(|t| {
        let dict = containers::dict(t).unwrap().into_object();
        let chain = nested(t, dict, mapping_proxy);
        // Whether there is stack for this is up to the compiler.
        drop(t.length(&chain));
        drop(t.get_item(&chain, &Object::none()));
    });
}

#[test]
fn a_row_repeated_too_often_is_out_of_memory() {
    with_thread(|t| {
        let many = Object::small_int(10_i64.pow(15)).unwrap();
        let row = list(t, vec![Object::none()]).unwrap();
        let tuple = t.tuple([Object::none()]).unwrap();
        for row in [row, tuple] {
            assert_eq!(
                error(t, t.binary(BinaryOp::Multiply, &row, &many)),
                "MemoryError"
            );
            assert_eq!(
                error(t, t.inplace(BinaryOp::Multiply, &row, &many)),
                "MemoryError"
            );
        }
    });
}

#[test]
fn a_list_of_a_range_too_long_is_out_of_memory() {
    with_thread(|t| {
        let end = Object::small_int(10_i64.pow(15)).unwrap();
        let range = t.call(t.types.range.object().as_object(), &[end]).unwrap();
        let made = t.call(t.types.list.object().as_object(), &[range]);
        assert_eq!(error(t, made), "MemoryError");
    });
}

#[test]
fn containers_stay_whole_when_memory_runs_out() {
    with_thread(|t| {
        let dict = containers::dict(t).unwrap();
        let set = containers::set(t).unwrap();
        let row = list(t, vec![]).unwrap();
        let list = row.downcast::<types::List>().unwrap();
        heap().set_limit(heap().bytes() + 100_000);
        let mut refused = 0;
        for number in 0..100_000 {
            let number = Object::int32(number);
            let results = [
                containers::dict_set(t, &dict, number.clone(), number.clone()),
                containers::set_add(t, &set, number.clone()).map(drop),
                list.push(number).map_err(Into::into),
            ];
            refused += results.iter().filter(|result| result.is_err()).count();
        }
        heap().set_limit(usize::MAX);
        assert!(refused > 0);
        for (container, length) in [
            (dict.as_object(), dict.table.len()),
            (set.as_object(), set.len()),
            (&row, list.len()),
        ] {
            assert_eq!(t.collect(container).unwrap().len(), length);
            let last = t.collect(container).unwrap().pop().unwrap();
            assert!(t.contains(container, &last).unwrap());
        }
    });
}
