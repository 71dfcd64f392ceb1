//! `zip`, `map` and `filter`: iterators made of other iterators.

use super::{LastTuple, ListIterator, PairStep, RangeIterator, Step, TupleIterator};
use super::{in_pair, sequences::install_one};
use crate::support::this;
use objects::{Object, Owned, Visit, heap, payload};
use std::cell::Cell;
use std::mem::replace;
use types::{Args, Flags, Parameters, PyResult, Raised, Thread, Tuple, Type};
use types::{check_count, no_keywords};

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

/// Will a step of this iterator, of a list, a tuple or a range, give an item and run nothing?
#[inline(always)]
fn has_next(iterator: &Object) -> bool {
    if let Some(items) = iterator.downcast::<ListIterator>() {
        items.has_next()
    } else if let Some(items) = iterator.downcast::<TupleIterator>() {
        items.has_next()
    } else {
        let numbers = iterator.downcast::<RangeIterator>();
        numbers.is_some_and(RangeIterator::has_next)
    }
}

/// The step of an iterator that [`has_next`] has seen.
#[inline(always)]
fn step(iterator: &Object) -> Step {
    if let Some(items) = iterator.downcast::<ListIterator>() {
        items.try_step()
    } else if let Some(items) = iterator.downcast::<TupleIterator>() {
        items.try_step()
    } else {
        let numbers = iterator.downcast::<RangeIterator>();
        numbers.map_or(Step::Other, RangeIterator::try_step)
    }
}

impl Zip {
    /// The next pair, where making it runs nothing: there are two iterators, of lists, tuples or
    /// ranges, neither is at its end, and nobody has kept the tuple that was given last, which
    /// is filled again.
    #[inline(always)]
    pub fn try_step(&self, t: &Thread) -> PairStep<Object> {
        self.step_with(t, |tuple| tuple.as_object().clone())
    }

    /// As [`Zip::try_step`], but gives what is in the pair.
    #[inline(always)]
    pub fn try_step_apart(&self, t: &Thread) -> PairStep<[Object; 2]> {
        self.step_with(t, in_pair)
    }

    #[inline(always)]
    fn step_with<G>(&self, t: &Thread, give: impl FnOnce(&Owned<Tuple>) -> G) -> PairStep<G> {
        let [a, b] = &self.iterators[..] else {
            return PairStep::Other;
        };
        // One iterator given twice may have one item left.
        if a.is(b) || !has_next(a) || !has_next(b) {
            return PairStep::Other;
        }
        let Some(mut tuple) = self.pair.take_at_hand(t) else {
            return PairStep::Other;
        };
        let Some([first, second]) = Tuple::get_mut(&mut tuple) else {
            self.pair.put_back(tuple);
            return PairStep::Other;
        };
        match (step(a), step(b)) {
            (Step::Item(x), Step::Item(y)) => {
                let old = [replace(first, x), replace(second, y)];
                let given = give(&tuple);
                self.pair.put_back(tuple);
                PairStep::Item(given, old)
            }
            // Cannot be, since both had one; nothing may be dropped here.
            rest => {
                std::mem::forget(rest);
                self.pair.put_back(tuple);
                PairStep::Other
            }
        }
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
