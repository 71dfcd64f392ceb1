//! `zip`, `map` and `filter`: iterators made of other iterators.

use super::{LastTuple, sequences::install_one};
use crate::support::this;
use objects::{Object, Visit, heap, payload};
use std::cell::Cell;
use types::no_keywords;
use types::{Args, Flags, Parameters, PyResult, Raised, Thread, Type, check_count};

/// Iterators of iterators of iterators … need host stack at each step. (In CPython, too
/// many of them end the process.)
const DEEP: &str = " while advancing an iterator";

/// Several iterators that advance together, and what is done with their items.
pub struct Zip {
    iterators: Vec<Object>,
    strict: Cell<bool>,
    pair: LastTuple,
}

payload!(Zip, "zip", traverse);

impl Zip {
    fn traverse(&self, visit: Visit<'_>) {
        self.iterators.iter().for_each(&mut *visit);
        self.pair.traverse(visit);
    }

    fn clear(&self) {
        self.pair.clear();
    }
}

/// `zip(*iterables, strict=False)`
fn zip_new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters {
        function: "zip",
        names: &["strict"],
        required: 0,
        positional: 0,
    };
    let keywords = &args.values()[args.plain().len()..];
    let keywords = Args::new(keywords, args.names()).unwrap_or(Args::positional(&[]));
    let strict = match t.arguments(&PARAMETERS, keywords)? {
        [Some(strict)] => t.is_true(strict)?,
        [None] => false,
    };
    let zip = Zip {
        iterators: iterators(t, args.plain())?,
        strict: Cell::new(strict),
        pair: LastTuple::default(),
    };
    Ok(heap().make(class.core(), zip)?.into_object())
}

fn iterators(t: &Thread, iterables: &[Object]) -> PyResult<Vec<Object>> {
    iterables.iter().map(|iterable| t.iter(iterable)).collect()
}

fn zip_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    t.check_stack(DEEP)?;
    let zip = this::<Zip>(t, object)?;
    if zip.iterators.is_empty() {
        return Ok(None);
    }
    if let [a, b] = &zip.iterators[..] {
        // The commonest number, without a vector.
        let Some(x) = t.next(a)? else {
            return zip_end(t, zip, 0);
        };
        let Some(y) = t.next(b)? else {
            return zip_end(t, zip, 1);
        };
        return zip.pair.give(t, [x, y]).map(Some);
    }
    let mut items = Vec::with_capacity(zip.iterators.len());
    for (number, iterator) in zip.iterators.iter().enumerate() {
        match t.next(iterator)? {
            Some(item) => items.push(item),
            None => return zip_end(t, zip, number),
        }
    }
    t.tuple(items).map(Some)
}

/// The iterator of this number has ended. If the zip is strict, so must all others.
fn zip_end(t: &Thread, zip: &Zip, number: usize) -> PyResult<Option<Object>> {
    if !zip.strict.get() {
        return Ok(None);
    }
    if number > 0 {
        return Err(unequal(t, number, "shorter"));
    }
    for (number, iterator) in zip.iterators.iter().enumerate().skip(1) {
        if t.next(iterator)?.is_some() {
            return Err(unequal(t, number, "longer"));
        }
    }
    Ok(None)
}

#[cold]
fn unequal(t: &Thread, number: usize, how: &str) -> Raised {
    let others = match number {
        1 => "argument 1".to_owned(),
        _ => format!("arguments 1-{number}"),
    };
    let own = number + 1;
    t.value_error(format!("zip() argument {own} is {how} than {others}"))
}

/// `map`
pub struct Map {
    function: Object,
    iterators: Vec<Object>,
}

payload!(Map, "map", traverse);

impl Map {
    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.function);
        self.iterators.iter().for_each(visit);
    }

    fn clear(&self) {}
}

/// `map(function, iterable, *iterables)`
fn map_new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    if class.is(t.types.map) {
        no_keywords(t, "map", args)?;
    }
    let [function, iterables @ ..] = args.plain() else {
        return Err(t.type_error("map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(t.type_error("map() must have at least two arguments."));
    }
    let map = Map {
        function: function.clone(),
        iterators: iterators(t, iterables)?,
    };
    Ok(heap().make(class.core(), map)?.into_object())
}

fn map_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    t.check_stack(DEEP)?;
    let map = this::<Map>(t, object)?;
    if let [iterator] = &map.iterators[..] {
        return match t.next(iterator)? {
            Some(item) => t.call(&map.function, &[item]).map(Some),
            None => Ok(None),
        };
    }
    let mut items = Vec::with_capacity(map.iterators.len());
    for iterator in &map.iterators {
        match t.next(iterator)? {
            Some(item) => items.push(item),
            None => return Ok(None),
        }
    }
    t.call(&map.function, &items).map(Some)
}

/// `filter`
pub struct Filter {
    function: Object,
    iterator: Object,
}

payload!(Filter, "filter", traverse);

impl Filter {
    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.function);
        visit(&self.iterator);
    }

    fn clear(&self) {}
}

/// `filter(function or None, iterable)`
fn filter_new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    if class.is(t.types.filter) {
        no_keywords(t, "filter", args)?;
    }
    check_count(t, "filter", args.plain().len(), 2, 2)?;
    let filter = Filter {
        function: args.plain()[0].clone(),
        iterator: t.iter(&args.plain()[1])?,
    };
    Ok(heap().make(class.core(), filter)?.into_object())
}

fn filter_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    t.check_stack(DEEP)?;
    let filter = this::<Filter>(t, object)?;
    let by_truth =
        filter.function.is_none() || filter.function.is(t.types.bool.object().as_object());
    while let Some(item) = t.next(&filter.iterator)? {
        let wanted = if by_truth {
            t.is_true(&item)?
        } else {
            let answer = t.call(&filter.function, std::slice::from_ref(&item))?;
            t.is_true(&answer)?
        };
        if wanted {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

pub(super) fn install(t: &Thread) -> PyResult<()> {
    let types = t.types;
    for (kind, new) in [
        (types.zip, zip_new as types::NewFn),
        (types.map, map_new),
        (types.filter, filter_new),
    ] {
        kind.set_flags(Flags::BASE);
        kind.slots.new.set(Some(new));
    }
    install_one::<Zip>(t, types.zip, zip_next, &[])?;
    install_one::<Map>(t, types.map, map_next, &[])?;
    install_one::<Filter>(t, types.filter, filter_next, &[])
}
