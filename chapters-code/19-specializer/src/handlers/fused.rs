//! What runs faster together, while nobody watches: the private form. Nothing is rewritten for
//! it. An instruction looks at the one behind it, and if that is what mostly comes there, and
//! its guards hold, does its work and goes over it; else it leaves it alone.

use super::attributes::{instance, room_for_value};
use super::calls::{self, exact_args};
use super::{cached, skip};
use eval_loop::handlers::fast::iteration;
use eval_loop::{Flow, Regs};
use frames::{release_shared, retain};
use instructions::specialized311 as fast;
use objects::{Object, Word};
use types::Thread;

/// `LOAD_FAST`. An attribute of a local is read without a reference to its owner being taken.
#[inline(always)]
pub unsafe fn load_fast(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let word = r.local(arg).read();
        if word == 0 {
            return Flow::Miss;
        }
        push_local(r, t, word)
    }
}

/// `LOAD_FAST__LOAD_FAST`, in the same way.
#[inline(always)]
pub unsafe fn load_fast_load_fast(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let unit = r.ip.read();
        let (first, second) = (r.local(arg).read(), r.local(u32::from(unit >> 8)).read());
        if first == 0 || second == 0 {
            return Flow::Miss;
        }
        skip(r, 1);
        r.push_word(retain(first));
        push_local(r, t, second)
    }
}

/// `STORE_FAST__LOAD_FAST`, in the same way.
#[inline(always)]
pub unsafe fn store_fast_load_fast(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified. The old value goes when the new one is stored.
    unsafe {
        let other = u32::from(r.ip.read() >> 8);
        if other != arg && r.local(other).read() == 0 {
            return Flow::Miss;
        }
        skip(r, 1);
        let value = r.pop_word();
        let old = r.local(arg).replace(value);
        if release_shared(old) {
            let word = r.local(other).read();
            return push_local(r, t, word);
        }
        r.push_word(retain(r.local(other).read()));
        Flow::Drop(old)
    }
}

/// Pushes a local, or does what is done with it.
#[inline(always)]
unsafe fn push_local(r: &mut Regs, t: &Thread, word: Word) -> Flow {
    // SAFETY: verified: an instruction follows, and there is room for the local. The frame
    // owns what it holds.
    unsafe {
        let operation = r.ip.read() as u8;
        if operation == fast::LOAD_ATTR_INSTANCE_VALUE {
            let (start, owner) = (r.ip, Object::borrow_word(&raw const word));
            skip(r, 1);
            if let Some(own) = instance(r, t, owner)
                && let Some(value) = own.values().get(cached(r, crate::site::field::ATTR_INDEX))
            {
                skip(r, 4);
                r.push_word(value.into_word());
                return Flow::Next;
            }
            r.ip = start;
        } else if operation == fast::STORE_ATTR_INSTANCE_VALUE {
            let (start, owner) = (r.ip, Object::borrow_word(&raw const word));
            skip(r, 1);
            // What was there must not go: the frame would stand at the wrong instruction.
            if let Some((own, index)) = room_for_value(r, t, owner) {
                let value = Object::from_word(r.place(1).read());
                match own.values().exchange_shared(index, value) {
                    Ok(old) => {
                        release_shared(old);
                        r.sp = r.sp.sub(1);
                        skip(r, 4);
                        return Flow::Next;
                    }
                    // It still lies on the stack.
                    Err(value) => std::mem::forget(value),
                }
            }
            r.ip = start;
        }
        r.push_word(retain(word));
    }
    Flow::Next
}

/// `FOR_ITER`, and the store of the item that follows.
#[inline(always)]
pub unsafe fn for_iter(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: an instruction follows. If it is a superinstruction, its second half is
    // an instruction as well.
    unsafe {
        iteration::for_iter_giving(r, t, arg, |r, item| {
            let unit = r.ip.read();
            if !matches!(unit as u8, STORE_FAST | fast::STORE_FAST__LOAD_FAST) {
                r.push(item);
                return Flow::Next;
            }
            skip(r, 1);
            Flow::Drop(r.local(u32::from(unit >> 8)).replace(item.into_word()))
        })
    }
}

const STORE_FAST: u8 = 125;

/// The instruction that takes a pair apart.
const UNPACK_TWO: u16 = 2 << 8 | fast::UNPACK_SEQUENCE_TWO_TUPLE as u16;
/// Its code units.
const UNPACK_UNITS: u32 = 2;

/// `FOR_ITER` over `enumerate`, the `UNPACK_SEQUENCE_TWO_TUPLE` that takes the pairs apart, and
/// the stores of both.
#[inline(always)]
unsafe fn for_each_numbered(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: an instruction follows, and if it unpacks, its cache.
    unsafe {
        match r.ip.read() {
            UNPACK_TWO => {
                iteration::for_each_numbered(r, t, arg, UNPACK_UNITS, |r, [number, item]| {
                    let unit = r.ip.read();
                    let local = r.local(u32::from(unit >> 8));
                    // A number takes the place of one that is a word: nothing goes with that.
                    if unit as u8 != fast::STORE_FAST__STORE_FAST || local.read() & 7 == 0 {
                        r.push(item);
                        r.push(number);
                        return 0;
                    }
                    local.write(number.into_word());
                    let other = r.local(u32::from(r.ip.add(1).read() >> 8));
                    skip(r, 2);
                    other.replace(item.into_word())
                })
            }
            _ => Flow::Miss,
        }
    }
}

/// `FOR_ITER` over what gives pairs, and the instruction that takes them apart.
#[inline(always)]
pub unsafe fn for_each_apart(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for both.
    unsafe {
        match for_each_numbered(r, t, arg) {
            Flow::Miss => for_each_entry(r, t, arg),
            flow => flow,
        }
    }
}

/// `FOR_ITER` over the items of a dictionary or `zip`, and the instruction that takes the pairs
/// apart.
#[inline(always)]
unsafe fn for_each_entry(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: as for `for_each_numbered`.
    unsafe {
        match r.ip.read() {
            UNPACK_TWO => iteration::for_each_entry(r, t, arg, UNPACK_UNITS),
            _ => Flow::Miss,
        }
    }
}

/// `PRECALL_PYFUNC`, and the call that follows, up to the callee's first instruction behind
/// its `RESUME`.
#[inline(always)]
pub unsafe fn pyfunc(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: the `CALL` with the same argument follows behind the cache.
    unsafe {
        let Flow::Next = calls::pyfunc(r, t, arg) else {
            return Flow::Miss;
        };
        if r.ip.read() as u8 == fast::CALL_PY_EXACT_ARGS {
            let start = *r;
            skip(r, 1);
            match exact_args(r, t, arg) {
                // Whether something wants the machine's attention was asked for the call.
                Flow::Next if r.ip.read() as u8 == fast::RESUME_QUICK => skip(r, 1),
                Flow::Next => (),
                _ => *r = start,
            }
        }
    }
    Flow::Next
}
