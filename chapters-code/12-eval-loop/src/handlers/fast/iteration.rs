//! Steps of iterators that run no Python code, and generators, which are stepped into.

use crate::regs::{Flow, Regs};
use code_objects::flags;
use containers::{
    DictIterator, Enumerate, ListIterator, PairStep, RangeIterator, SetIterator, Step,
    TupleIterator, Zip,
};
use frames::{Generator, Owner, Returns, State};
use objects::{Header, Object, Word};
use strings::StrIterator;
use types::{List, Thread, Tuple, Type, Version};

/// `FOR_ITER`
#[inline(always)]
pub unsafe fn for_iter(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        for_iter_giving(r, t, arg, |r, item| {
            r.push(item);
            Flow::Next
        })
    }
}

/// `FOR_ITER`, which hands over to `give` the items that it would push.
///
/// # Safety
/// As for a handler.
#[inline(always)]
pub unsafe fn for_iter_giving(
    r: &mut Regs,
    t: &Thread,
    arg: u32,
    give: impl FnOnce(&mut Regs, Object) -> Flow,
) -> Flow {
    // SAFETY: verified: an iterator lies on top, and there is room for an item. What has
    // exactly a type has its layout.
    unsafe {
        let iterator = r.peek(1);
        let Some(header) = iterator.header() else {
            return Flow::Miss;
        };
        let kind = Type::of_header(header);
        let item = if kind.is(t.types.list_iterator) {
            iterator.payload_unchecked::<ListIterator>().try_step()
        } else if kind.is(t.types.range_iterator) {
            iterator.payload_unchecked::<RangeIterator>().try_step()
        } else if kind.is(t.types.tuple_iterator) {
            iterator.payload_unchecked::<TupleIterator>().try_step()
        } else if kind.is(t.types.generator) {
            return enter(r, t, (Returns::Iterate, arg), Object::none().word());
        } else if kind.is(t.types.str_ascii_iterator) || kind.is(t.types.str_iterator) {
            let step = iterator.payload_unchecked::<StrIterator>().try_step(t);
            step.map_or(Step::Other, Step::Item)
        } else {
            return Flow::Miss;
        };
        match item {
            Step::Item(item) => give(r, item),
            Step::End => end(r, arg),
            Step::Other => Flow::Miss,
        }
    }
}

/// `GET_ITER` of what is iterated over mostly, and of generators.
#[inline(always)]
pub unsafe fn get_iter(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: an object lies on top. What has exactly a type has its layout.
    unsafe {
        let object = r.peek(1);
        let Some(header) = object.header() else {
            return Flow::Miss;
        };
        let kind = Type::of_header(header);
        let iterator = if kind.is(t.types.list) {
            object
                .as_owned()
                .and_then(|list| ListIterator::make_at_hand(t, list))
        } else if kind.is(t.types.range) {
            RangeIterator::make_at_hand(t, object.payload_unchecked())
        } else if kind.is(t.types.generator) || kind.is(t.types.enumerate) {
            return Flow::Next;
        } else if kind.is(t.types.tuple) {
            object
                .as_owned()
                .and_then(|tuple| TupleIterator::make_at_hand(t, tuple))
        } else {
            None
        };
        match iterator {
            Some(iterator) => Flow::Drop(r.place(1).replace(iterator.into_word())),
            None => Flow::Miss,
        }
    }
}

/// `FOR_ITER` over a set, or the keys or values of a dictionary.
#[inline(always)]
unsafe fn for_each_key(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for `for_iter`.
    unsafe {
        let iterator = r.peek(1);
        let Some(header) = iterator.header() else {
            return Flow::Miss;
        };
        let kind = Type::of_header(header);
        let step = if kind.is(t.types.set_iterator) {
            iterator.payload_unchecked::<SetIterator>().try_step()
        } else if kind.is(t.types.dict_key_iterator) {
            iterator.payload_unchecked::<DictIterator>().try_key()
        } else if kind.is(t.types.dict_value_iterator) {
            iterator.payload_unchecked::<DictIterator>().try_value()
        } else {
            return Flow::Miss;
        };
        match step {
            Step::Item(item) => {
                r.push(item);
                Flow::Next
            }
            Step::End => end(r, arg),
            Step::Other => Flow::Miss,
        }
    }
}

/// `FOR_ITER` over `enumerate` of a list, together with the instruction behind it, of so many
/// code units, which unpacks a pair: what is in the pair, number and item, is handed over to
/// `give` instead, from which comes what is no longer wanted.
#[inline(always)]
pub unsafe fn for_each_numbered(
    r: &mut Regs,
    t: &Thread,
    arg: u32,
    unpack: u32,
    give: impl FnOnce(&mut Regs, [Object; 2]) -> Word,
) -> Flow {
    // SAFETY: as for `for_iter`; there is room for what is unpacked.
    unsafe {
        let iterator = r.peek(1);
        if !t.is_exact_heap(iterator, t.types.enumerate) {
            return Flow::Miss;
        }
        match iterator.payload_unchecked::<Enumerate>().try_step_apart(t) {
            PairStep::Item(pair, [number, item]) => {
                drop(number);
                r.jump_by(unpack);
                Flow::Drop2(item.into_word(), give(r, pair))
            }
            PairStep::End => end(r, arg),
            PairStep::Other => Flow::Miss,
        }
    }
}

/// `FOR_ITER` over the items of a dictionary or over `zip`, together with the instruction behind
/// it, of so many code units, which unpacks a pair: what is in the pair goes where that would
/// put it.
#[inline(always)]
pub unsafe fn for_each_entry(r: &mut Regs, t: &Thread, arg: u32, unpack: u32) -> Flow {
    // SAFETY: as for `for_each_numbered`.
    unsafe {
        let iterator = r.peek(1);
        let step = if t.is_exact_heap(iterator, t.types.dict_item_iterator) {
            iterator.payload_unchecked::<DictIterator>().try_entry(t)
        } else if t.is_exact_heap(iterator, t.types.zip) {
            iterator.payload_unchecked::<Zip>().try_step_apart(t)
        } else {
            return Flow::Miss;
        };
        match step {
            PairStep::Item([first, second], [old_first, old_second]) => {
                r.push(second);
                r.push(first);
                r.jump_by(unpack);
                Flow::Drop2(old_first.into_word(), old_second.into_word())
            }
            PairStep::End => end(r, arg),
            PairStep::Other => Flow::Miss,
        }
    }
}

/// The end of an iteration. With the last reference to the iterator goes what was iterated
/// over, too.
#[inline(always)]
unsafe fn end(r: &mut Regs, arg: u32) -> Flow {
    // SAFETY: an iterator lies on top.
    unsafe {
        if !r.peek(1).header().is_some_and(Header::is_unique) {
            return Flow::Miss;
        }
        let iterator = r.pop_word();
        r.jump_by(arg);
        Flow::Drop(iterator)
    }
}

/// `FOR_ITER` over a set, a dictionary, `enumerate` or `zip`.
#[inline(always)]
pub unsafe fn for_each_other(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for `for_iter`.
    unsafe {
        match for_each_key(r, t, arg) {
            Flow::Miss => for_each_pair(r, t, arg),
            flow => flow,
        }
    }
}

/// `FOR_ITER` over `enumerate` of a list or tuple, or `zip` of two of them.
#[inline(always)]
unsafe fn for_each_pair(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for `for_iter`.
    unsafe {
        let iterator = r.peek(1);
        let step = if t.is_exact_heap(iterator, t.types.enumerate) {
            iterator.payload_unchecked::<Enumerate>().try_step(t)
        } else if t.is_exact_heap(iterator, t.types.zip) {
            iterator.payload_unchecked::<Zip>().try_step(t)
        } else {
            return Flow::Miss;
        };
        match step {
            PairStep::Item(pair, [first, second]) => {
                r.push(pair);
                Flow::Drop2(first.into_word(), second.into_word())
            }
            PairStep::End => end(r, arg),
            PairStep::Other => Flow::Miss,
        }
    }
}

/// Goes over to the frame of the generator that lies on top, with the value of its `yield`, if
/// it waits for one and neither it nor the thread handles an exception. If it ends, the
/// running frame goes on `skip` units later.
///
/// # Safety
/// A generator lies on top of the stack. The value is the caller's, until the generator is
/// entered.
#[inline(always)]
pub unsafe fn enter(
    r: &mut Regs,
    t: &Thread,
    (returns, skip): (Returns, u32),
    value: Word,
) -> Flow {
    // SAFETY: by the caller's promise. One that is suspended has a frame.
    unsafe {
        let generator = r.peek(1).payload_unchecked::<Generator>();
        let depth = t.depth.get() + 1;
        let waits = match generator.state.get() {
            State::Suspended => true,
            State::Created => value == Object::none().word(),
            _ => false,
        };
        if !waits
            || (*generator.frame()).executable().version != r.code().version
            || !(generator.handled.is_empty() && t.handled.is_empty())
            || depth > t.recursion_limit.get()
        {
            return Flow::Miss;
        }
        r.save();
        t.depth.set(depth);
        (*r.frame).sp = r.sp;
        (*r.frame).skip = skip;
        let frame = generator.enter_quietly(r.frame, returns);
        r.switch_to(t, frame);
        r.push_word(value);
    }
    Flow::Next
}

/// `YIELD_VALUE` to a `for` loop, to native code, or in 3.11 to what delegates.
#[inline(always)]
pub unsafe fn yield_value(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: a value lies on top. A frame whose value an iteration waits for is
    // a generator's.
    unsafe {
        let frame = r.frame;
        let code = r.code();
        let returns = (*frame).returns;
        let fits = match returns {
            Returns::Iterate | Returns::Native => true,
            // In 3.10 the delegating one is suspended, too.
            Returns::Delegate => code.version == Version::V311,
            _ => false,
        };
        if !fits || (*frame).owner != Owner::Generator || code.flags.any(flags::ASYNC_GENERATOR) {
            return Flow::Miss;
        }
        let generator = Generator::of_frame(frame);
        if !(generator.handled.is_empty() && t.handled.is_empty()) {
            return Flow::Miss;
        }
        r.save();
        let value = r.pop_word();
        (*frame).sp = r.sp;
        t.depth.set(t.depth.get() - 1);
        let previous = generator.leave_quietly(State::Suspended);
        if returns == Returns::Native {
            t.frames.current.set(previous.expose_provenance());
            return Flow::Exit(Object::from_word(value));
        }
        r.switch_to(t, previous);
        r.push_word(value);
    }
    Flow::Next
}

/// `UNPACK_SEQUENCE`
#[inline(always)]
pub unsafe fn unpack_sequence(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    let count = arg as usize;
    // SAFETY: verified: an object lies on top, and there is room for `arg` instead of it.
    // What has exactly a type has its layout.
    unsafe {
        let object = r.peek(1);
        let Some(header) = object.header() else {
            return Flow::Miss;
        };
        let kind = Type::of_header(header);
        if kind.is(t.types.tuple) {
            let tuple = object.payload_unchecked::<Tuple>();
            if tuple.len() != count {
                return Flow::Miss;
            }
            let word = r.pop_word();
            for item in tuple.items().iter().rev() {
                r.push(item.clone());
            }
            return Flow::Drop(word);
        }
        if kind.is(t.types.list) {
            let list = object.payload_unchecked::<List>();
            if list.len() != count {
                return Flow::Miss;
            }
            let word = r.pop_word();
            for index in (0..count).rev() {
                r.push(list.items.get(index).unwrap_or(Object::none()));
            }
            return Flow::Drop(word);
        }
    }
    Flow::Miss
}

/// `LIST_APPEND`, if there is room.
#[inline(always)]
pub unsafe fn list_append(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: a list that a comprehension makes lies there.
    unsafe {
        let list = r.peek(arg as usize + 1).payload_unchecked::<List>();
        match list.items.push_within(r.pop()) {
            Ok(()) => Flow::Next,
            Err(item) => {
                // It still lies on the stack.
                std::mem::forget(item);
                Flow::Miss
            }
        }
    }
}
