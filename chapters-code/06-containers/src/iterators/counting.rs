//! `enumerate` counts the items of another iterator, `reversed` counts down the places of
//! a sequence.

use super::{LastTuple, ListIterator, PairStep, Step, TupleIterator};
use super::{in_pair, sequences::install_one};
use crate::support::{CLASS_GETITEM, int, method, this};
use numbers::Integer;
use objects::{Object, Owned, Slot, Visit, heap, make_builtin_at_hand, payload};
use std::cell::Cell;
use std::mem::{ManuallyDrop, replace};
use types::{Args, BinaryOp, ErrorKind, Flags, NativeCode, NativeDef, Parameters, PyResult};
use types::{Thread, Tuple, Type, Version, check_count, no_keywords};

/// `enumerate`
pub struct Enumerate {
    iterator: Object,
    /// The next number, if it is a machine integer.
    number: Cell<i64>,
    /// The next number, an exact integer, where it is none.
    large: Slot,
    pair: LastTuple,
}

payload!(Enumerate, "enumerate", traverse);

impl Enumerate {
    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.iterator);
        self.pair.traverse(visit);
    }

    /// The iterator never changes; a cycle through it is broken elsewhere.
    fn clear(&self) {
        self.pair.clear();
    }
}

impl Enumerate {
    /// `enumerate(iterable)` of a list or a tuple, if that is short; see
    /// [`objects::make_builtin_at_hand`].
    #[inline(always)]
    pub fn of_row_at_hand(t: &Thread, iterable: &Object) -> Option<Object> {
        let iterator = if t.is_exact_heap(iterable, t.types.list) {
            ListIterator::make_at_hand(t, iterable.as_owned()?)?
        } else if t.is_exact_heap(iterable, t.types.tuple) {
            TupleIterator::make_at_hand(t, iterable.as_owned()?)?
        } else {
            return None;
        };
        let made = make_builtin_at_hand(t.types.enumerate.core(), || Enumerate {
            iterator,
            number: Cell::new(0),
            large: Slot::empty(),
            pair: LastTuple::default(),
        });
        made.map(Owned::into_object)
    }

    /// The next pair, where making it runs nothing: the items are a list's or a tuple's, the
    /// number is a word, and nobody has kept the tuple that was given last, which is filled
    /// again.
    #[inline(always)]
    pub fn try_step(&self, t: &Thread) -> PairStep<Object> {
        self.step_with(t, |tuple| tuple.as_object().clone())
    }

    /// As [`Enumerate::try_step`], but gives what is in the pair: number and item.
    #[inline(always)]
    pub fn try_step_apart(&self, t: &Thread) -> PairStep<[Object; 2]> {
        self.step_with(t, in_pair)
    }

    #[inline(always)]
    fn step_with<G>(&self, t: &Thread, give: impl FnOnce(&Owned<Tuple>) -> G) -> PairStep<G> {
        if let Some(items) = self.iterator.downcast::<ListIterator>() {
            return self.step_over(t, || items.try_step(), give);
        }
        match self.iterator.downcast::<TupleIterator>() {
            Some(items) => self.step_over(t, || items.try_step(), give),
            None => PairStep::Other,
        }
    }

    #[inline(always)]
    fn step_over<G>(
        &self,
        t: &Thread,
        step: impl FnOnce() -> Step,
        give: impl FnOnce(&Owned<Tuple>) -> G,
    ) -> PairStep<G> {
        let (Some(number), true) = (Object::small_int(self.number.get()), self.large.is_empty())
        else {
            return PairStep::Other;
        };
        let number = ManuallyDrop::new(number);
        let Some(mut tuple) = self.pair.take_at_hand(t) else {
            return PairStep::Other;
        };
        let Some([first, second]) = Tuple::get_mut(&mut tuple) else {
            self.pair.put_back(tuple);
            return PairStep::Other;
        };
        match step() {
            Step::Item(item) => {
                self.number.set(self.number.get() + 1);
                let number = ManuallyDrop::into_inner(number);
                let old = [replace(first, number), replace(second, item)];
                let given = give(&tuple);
                self.pair.put_back(tuple);
                PairStep::Item(given, old)
            }
            Step::End => {
                self.pair.put_back(tuple);
                PairStep::End
            }
            Step::Other => {
                self.pair.put_back(tuple);
                PairStep::Other
            }
        }
    }

    /// The next number, which is counted on.
    fn count(&self, t: &Thread) -> PyResult {
        if let Some(number) = self.large.get() {
            let next = t.binary(BinaryOp::Add, &number, &Object::int32(1))?;
            self.large.set(next);
            return Ok(number);
        }
        let number = self.number.get();
        let object = numbers::int(t, number)?;
        match number.checked_add(1) {
            Some(next) => self.number.set(next),
            None => {
                let next = t.binary(BinaryOp::Add, &object, &Object::int32(1))?;
                self.large.set(next);
            }
        }
        Ok(object)
    }
}

/// `enumerate(iterable, start=0)`
fn enumerate_new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new("enumerate", &["iterable", "start"], 1);
    if t.version == Version::V311 {
        check_enumerate(t, args)?;
    }
    let [iterable, start] = match args.values() {
        // Nearly always.
        [iterable] if args.names().is_empty() => [Some(iterable), None],
        _ => t.arguments(&PARAMETERS, args)?,
    };
    let number = match start {
        Some(start) => t.index(start)?,
        None => Object::int32(0),
    };
    let machine = Integer::of(&number).and_then(Integer::to_i64);
    let iterator = match iterable {
        Some(iterable) => t.iter(iterable)?,
        None => return Err(t.type_error("enumerate() needs an iterable")),
    };
    let made = Enumerate {
        iterator,
        number: Cell::new(machine.unwrap_or(0)),
        large: Slot::from_option(machine.is_none().then_some(number)),
        pair: LastTuple::default(),
    };
    Ok(heap().make(class.core(), made)?.into_object())
}

/// 3.11 reads the arguments in a way of its own (`enumerate_vectorcall`), with other errors.
fn check_enumerate(t: &Thread, args: Args<'_>) -> PyResult<()> {
    let allowed: &[&str] = match (args.values().len(), args.names().len()) {
        (0, _) => {
            return Err(t.type_error("enumerate() missing required argument 'iterable'"));
        }
        (1, 1) => &["iterable"],
        (2, 1) => &["start"],
        _ => return Ok(()),
    };
    for name in args.names() {
        let name = t.to_str(name)?.to_text();
        if !allowed.contains(&&*name) {
            let message = format!("'{name}' is an invalid keyword argument for enumerate()");
            return Err(t.type_error(message));
        }
    }
    Ok(())
}

fn enumerate_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    t.check_stack(" while advancing an iterator")?;
    let enumerate = this::<Enumerate>(t, object)?;
    let Some(item) = t.next(&enumerate.iterator)? else {
        return Ok(None);
    };
    let number = enumerate.count(t)?;
    enumerate.pair.give(t, [number, item]).map(Some)
}

/// `reversed`, for sequences that have no `__reversed__`
pub struct Reversed {
    sequence: Slot,
    /// How many items are still to come.
    left: Cell<usize>,
}

payload!(Reversed, "reversed", traverse);

impl Reversed {
    fn traverse(&self, visit: Visit<'_>) {
        self.sequence.traverse(visit);
    }

    fn clear(&self) {
        self.sequence.clear();
    }
}

/// `reversed(sequence)`
fn reversed_new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    if class.is(t.types.reversed) {
        no_keywords(t, "reversed", args)?;
    }
    check_count(t, "reversed", args.plain().len(), 1, 1)?;
    let sequence = &args.plain()[0];
    let refused = || {
        let kind = t.type_name(sequence);
        t.type_error(format!("'{kind}' object is not reversible"))
    };
    let own = t.lookup(t.type_of(sequence), &t.names.reversed);
    if own.is_some_and(|own| own.is_none()) {
        return Err(refused());
    }
    if let Some(method) = t.special_method(sequence, &t.names.reversed)? {
        return t.call_found(sequence, method, &[]);
    }
    let kind = t.type_of(sequence);
    if kind.slots.item.get().is_none() || kind.is_subtype(t.types.dict) {
        return Err(refused());
    }
    let left = t.length(sequence)?;
    let made = Reversed {
        sequence: Slot::new(sequence.clone()),
        left: Cell::new(left),
    };
    Ok(heap().make(class.core(), made)?.into_object())
}

fn reversed_next(t: &Thread, object: &Object) -> PyResult<Option<Object>> {
    let reversed = this::<Reversed>(t, object)?;
    let (Some(sequence), Some(left)) =
        (reversed.sequence.get(), reversed.left.get().checked_sub(1))
    else {
        return Ok(None);
    };
    let item = match t.type_of(&sequence).slots.item.get() {
        Some(item) => item(t, &sequence, left as i64),
        None => Err(t.type_error("object does not support indexing")),
    };
    match item {
        Ok(item) => {
            reversed.left.set(left);
            Ok(Some(item))
        }
        Err(raised)
            if raised.is(t, ErrorKind::IndexError) || raised.is(t, ErrorKind::StopIteration) =>
        {
            reversed.left.set(0);
            reversed.sequence.clear();
            Ok(None)
        }
        Err(raised) => Err(raised),
    }
}

fn reversed_hint(t: &Thread, object: &Object) -> PyResult {
    let reversed = this::<Reversed>(t, object)?;
    let Some(sequence) = reversed.sequence.get() else {
        return Ok(Object::int32(0));
    };
    let there = t.length(&sequence)? >= reversed.left.get();
    int(t, if there { reversed.left.get() } else { 0 })
}

static REVERSED: &[NativeDef] = &[method(
    "__length_hint__",
    NativeCode::NoArgs(reversed_hint),
    "Private method returning an estimate of len(list(it)).",
)];

pub(super) fn install(t: &Thread) -> PyResult<()> {
    let types = t.types;
    types.enumerate.set_flags(Flags::BASE);
    types.enumerate.slots.new.set(Some(enumerate_new));
    t.add_class_methods(types.enumerate, CLASS_GETITEM)?;
    install_one::<Enumerate>(t, types.enumerate, enumerate_next, &[])?;
    types.reversed.set_flags(Flags::BASE);
    types.reversed.slots.new.set(Some(reversed_new));
    install_one::<Reversed>(t, types.reversed, reversed_next, REVERSED)
}
