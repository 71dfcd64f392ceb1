//! The builtins about iterables: `len`, `iter`, `next`, `sum`, `min`, `sorted` and the like.
#![forbid(unsafe_code)]

use objects::Object;
use types::NativeCode::{Fast, Keywords, One, VarArgs};
use types::{Args, CompareOp, ErrorKind, NativeDef, Parameters, PyResult, Thread, check_count};

fn iter(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "iter", args.len(), 1, 2)?;
    match args {
        [callable, sentinel] if t.is_callable(callable) => {
            containers::CallableIterator::make(t, callable.clone(), sentinel.clone())
        }
        [_, _] => Err(t.type_error("iter(v, w): v must be callable")),
        _ => t.iter(&args[0]),
    }
}

fn next(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "next", args.len(), 1, 2)?;
    let Some(step) = t.type_of(&args[0]).slots.next.get() else {
        let kind = t.type_name(&args[0]);
        return Err(t.type_error(format!("'{kind}' object is not an iterator")));
    };
    match (step(t, &args[0]), args.get(1)) {
        (Ok(Some(item)), _) => Ok(item),
        (Ok(None), Some(default)) => Ok(default.clone()),
        (Ok(None), None) => Err(t.stop_iteration(Object::none())),
        (Err(raised), Some(default)) if raised.is(t, ErrorKind::StopIteration) => {
            Ok(default.clone())
        }
        (Err(raised), _) => Err(raised),
    }
}

/// The truth that ends the search: `any` looks for the first true item, `all` for the first
/// false one.
fn search(t: &Thread, iterable: &Object, wanted: bool) -> PyResult {
    let iterator = t.iter(iterable)?;
    while let Some(item) = t.next(&iterator)? {
        let truth = match item.as_bool() {
            Some(truth) => truth,
            None => t.is_true(&item)?,
        };
        if truth == wanted {
            return Ok(Object::bool(wanted));
        }
    }
    Ok(Object::bool(!wanted))
}

fn sum(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters {
        positional: 2,
        ..Parameters::new("sum", &["", "start"], 1)
    };
    let [Some(iterable), start] = t.arguments(&PARAMETERS, args)? else {
        return Err(t.type_error("sum() takes at least 1 positional argument (0 given)"));
    };
    // What cannot be iterated over is said before what cannot be summed.
    let is_list = t.is_exact(iterable, t.types.list) || t.is_exact(iterable, t.types.tuple);
    let iterable = match is_list {
        true => iterable.clone(),
        false => t.iter(iterable)?,
    };
    for (kind, what, empty) in [
        (t.types.str, "strings", "''"),
        (t.types.bytes, "bytes", "b''"),
        (t.types.bytearray, "bytearray", "b''"),
    ] {
        if start.is_some_and(|start| t.is_instance_of(start, kind)) {
            return Err(t.type_error(format!(
                "sum() can't sum {what} [use {empty}.join(seq) instead]"
            )));
        }
    }
    let mut total = start.cloned().unwrap_or(Object::int32(0));
    t.for_each(&iterable, |item| {
        let small = total.as_small_int().zip(item.as_small_int());
        total = match small.map(|(a, b)| Object::small_int(a + b)) {
            Some(Some(sum)) => sum,
            _ => numbers::add(t, &total, &item)?,
        };
        Ok(())
    })?;
    Ok(total)
}

/// The item of which no other is larger (or smaller) (`min_max`).
fn extreme(t: &Thread, args: Args<'_>, name: &'static str, op: CompareOp) -> PyResult {
    let plain = args.plain();
    if plain.is_empty() {
        return Err(t.type_error(format!("{name} expected at least 1 argument, got 0")));
    }
    let [key, default] = match Args::new(&args.values()[plain.len()..], args.names()) {
        Some(keywords) if args.has_keywords() => {
            t.arguments(&Parameters::new(name, &["key", "default"], 0), keywords)?
        }
        _ => [None, None],
    };
    if plain.len() > 1 && default.is_some() {
        return Err(t.type_error(format!(
            "Cannot specify a default for {name}() with multiple positional arguments"
        )));
    }
    let key = key.filter(|key| !key.is_none());
    let mut best: Option<(Object, Object)> = None;
    let mut consider = |item: Object| -> PyResult<()> {
        let value = match key {
            Some(key) => t.call(key, std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        let better = match &best {
            Some((_, best)) => t.compare_bool(&value, best, op)?,
            None => true,
        };
        if better {
            best = Some((item, value));
        }
        Ok(())
    };
    match plain {
        [iterable] => t.for_each(iterable, consider)?,
        items => items.iter().try_for_each(|item| consider(item.clone()))?,
    }
    match (best, default) {
        (Some((item, _)), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(t.value_error(format!("{name}() arg is an empty sequence"))),
    }
}

/// `sorted(iterable, /, *, key=None, reverse=False)`: a new list, sorted by its `sort`.
fn sorted(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    let [iterable] = args.plain() else {
        let given = args.plain().len();
        return Err(t.type_error(format!("sorted expected 1 argument, got {given}")));
    };
    let list = containers::list_of_iterable(t, iterable)?;
    let keywords = Args::new(&args.values()[1..], args.names());
    containers::sort(t, &list, keywords.unwrap_or(Args::positional(&[])))?;
    Ok(list)
}

pub(super) static DEFS: &[NativeDef] = &[
    NativeDef {
        name: "len",
        code: One(|t, _, object| numbers::int_from_usize(t, t.length(object)?)),
        doc: "Return the number of items in a container.",
    },
    NativeDef {
        name: "iter",
        code: Fast(iter),
        doc: "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\n\
              Get an iterator from an object.  In the first form, the argument must\n\
              supply its own iterator, or be a sequence.\n\
              In the second form, the callable is called until it returns the sentinel.",
    },
    NativeDef {
        name: "next",
        code: Fast(next),
        doc: "next(iterator[, default])\n\n\
              Return the next item from the iterator. If default is given and the iterator\n\
              is exhausted, it is returned instead of raising StopIteration.",
    },
    NativeDef {
        name: "any",
        code: One(|t, _, iterable| search(t, iterable, true)),
        doc: "Return True if bool(x) is True for any x in the iterable.\n\n\
              If the iterable is empty, return False.",
    },
    NativeDef {
        name: "all",
        code: One(|t, _, iterable| search(t, iterable, false)),
        doc: "Return True if bool(x) is True for all values x in the iterable.\n\n\
              If the iterable is empty, return True.",
    },
    NativeDef {
        name: "sum",
        code: Keywords(sum),
        doc: "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\n\
              When the iterable is empty, return the start value.\n\
              This function is intended specifically for use with numeric values and may\n\
              reject non-numeric types.",
    },
    NativeDef {
        name: "max",
        code: VarArgs(|t, _, args| extreme(t, args, "max", CompareOp::Gt)),
        doc: "max(iterable, *[, default=obj, key=func]) -> value\n\
              max(arg1, arg2, *args, *[, key=func]) -> value\n\n\
              With a single iterable argument, return its biggest item. The\n\
              default keyword-only argument specifies an object to return if\n\
              the provided iterable is empty.\n\
              With two or more arguments, return the largest argument.",
    },
    NativeDef {
        name: "min",
        code: VarArgs(|t, _, args| extreme(t, args, "min", CompareOp::Lt)),
        doc: "min(iterable, *[, default=obj, key=func]) -> value\n\
              min(arg1, arg2, *args, *[, key=func]) -> value\n\n\
              With a single iterable argument, return its smallest item. The\n\
              default keyword-only argument specifies an object to return if\n\
              the provided iterable is empty.\n\
              With two or more arguments, return the smallest argument.",
    },
    NativeDef {
        name: "sorted",
        code: Keywords(sorted),
        doc: "Return a new list containing all items from the iterable in ascending order.\n\n\
              A custom key function can be supplied to customize the sort order, and the\n\
              reverse flag can be set to request the result in descending order.",
    },
];
