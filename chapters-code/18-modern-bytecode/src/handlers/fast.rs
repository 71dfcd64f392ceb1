//! What most instructions of 3.11 do most of the time, where 3.10's short forms do not fit:
//! the cases that need no call. See `eval_loop::handlers::fast`.

use super::cached::{LOAD_ATTR_CACHE, python_class, python_getter};
use super::calls::CALL_CACHE;
use eval_loop::handlers::fast::stack::{jump_if_or_pop, truth};
use eval_loop::handlers::fast::{calls, iteration, numbers, subscripts};
use eval_loop::handlers::variables::cell;
use eval_loop::{Flow, Regs};
use frames::{
    Cell, Function, Generator, Owner, Returns, State, begin_simple, move_to_generator_at_hand,
    release, retain, take,
};
use objects::Object;
use types::{BinaryOp, Thread, Tuple, Type};

/// `RESUME`, if nothing wants the machine's attention.
#[inline(always)]
pub unsafe fn resume(_: &mut Regs, t: &Thread, _: u32) -> Flow {
    if t.breaker.get() {
        return Flow::Miss;
    }
    Flow::Next
}

/// `JUMP_BACKWARD`, if nothing wants the machine's attention.
#[inline(always)]
pub unsafe fn jump_backward(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    if t.breaker.get() {
        return Flow::Miss;
    }
    // SAFETY: verified: an instruction starts there.
    r.ip = unsafe { r.ip.sub(arg as usize) };
    Flow::Next
}

/// Goes over a cache of so many code units, if the instruction is done.
#[inline(always)]
unsafe fn over(r: &mut Regs, flow: Flow, units: usize) -> Flow {
    if !matches!(flow, Flow::Miss) {
        // SAFETY: verified: the cache lies there.
        r.ip = unsafe { r.ip.add(units) };
    }
    flow
}

/// `BINARY_OP` on two numbers that are words: most operators are never specialized.
#[inline(always)]
pub unsafe fn binary_op(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    let op = BinaryOp::ALL[arg as usize % BinaryOp::ALL.len()];
    // SAFETY: verified.
    unsafe {
        let flow = numbers::binary(r, op);
        over(r, flow, 1)
    }
}

/// `COMPARE_OP` of two numbers that are words.
#[inline(always)]
pub unsafe fn compare_op(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let flow = numbers::compare_op(r, t, arg);
        over(r, flow, 2)
    }
}

/// `BINARY_SUBSCR` of a list, a tuple or a string, by a small integer.
#[inline(always)]
pub unsafe fn binary_subscr(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let flow = subscripts::binary_subscr(r, t, arg);
        over(r, flow, 4)
    }
}

/// `LOAD_DEREF`
#[inline(always)]
pub unsafe fn load_deref(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: a cell lies there.
    unsafe {
        match cell(r, arg).value.word() {
            0 => return Flow::Miss,
            word => r.push_word(retain(word)),
        }
    }
    Flow::Next
}

/// `STORE_DEREF`
#[inline(always)]
pub unsafe fn store_deref(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: a cell lies there, and a value on top.
    unsafe {
        let value = r.pop();
        match cell(r, arg).value.replace(Some(value)) {
            Some(old) => Flow::Drop(old.into_word()),
            None => Flow::Next,
        }
    }
}

/// `LOAD_ATTR` of a property whose getter is a Python function.
#[inline(always)]
pub unsafe fn load_attr_by_getter(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: an object lies on top, which moves into the frame.
    unsafe {
        let object = r.peek(1);
        let depth = t.depth.get() + 1;
        if depth > t.recursion_limit.get() || t.breaker.get() {
            return Flow::Miss;
        }
        let Some(class) = python_class(t, object) else {
            return Flow::Miss;
        };
        let Some(found) = t.lookup(class, r.name(arg)) else {
            return Flow::Miss;
        };
        let Some(getter) = python_getter(t, &found) else {
            return Flow::Miss;
        };
        // The class keeps the property.
        let function = getter.into_word();
        let callee = Object::borrow_word(&raw const function).payload_unchecked::<Function>();
        let Some(begun) = begin_simple(t, callee, function, r.place(1), 1) else {
            release(function);
            return Flow::Miss;
        };
        r.save();
        t.depth.set(depth);
        (*r.frame).sp = r.place(1);
        (*r.frame).skip = LOAD_ATTR_CACHE as u32;
        r.enter(t, begun, Returns::Call);
    }
    Flow::Next
}

/// `MAKE_CELL`
#[inline(always)]
pub unsafe fn make_cell(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: the local is to be a cell, and is none yet.
    unsafe {
        let place = r.local(arg);
        let Some(cell) = Cell::make_at_hand(t, || take(place)) else {
            return Flow::Miss;
        };
        place.write(cell.into_word());
    }
    Flow::Next
}

/// `COPY_FREE_VARS`
#[inline(always)]
pub unsafe fn copy_free_vars(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: the frame owns its function, and that its closure. Verified: the frame has room
    // for its free variables, which nothing has filled yet.
    unsafe {
        let function = Object::borrow_word(&raw const (*r.frame).function);
        let word = function.payload_unchecked::<Function>().closure.word();
        if word == 0 {
            return Flow::Miss;
        }
        let closure = Object::borrow_word(&raw const word);
        if !t.is_exact_heap(closure, t.types.tuple) {
            return Flow::Miss;
        }
        let cells = closure.payload_unchecked::<Tuple>().items();
        if cells.len() != arg as usize {
            return Flow::Miss;
        }
        let first = r.local(r.code().locals - arg);
        for (number, cell) in cells.iter().enumerate() {
            first.add(number).write(retain(cell.word()));
        }
    }
    Flow::Next
}

/// `GET_AWAITABLE` of a coroutine that has not begun: itself.
#[inline(always)]
pub unsafe fn get_awaitable(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: an object lies on top. What has exactly a type has its layout.
    unsafe {
        let object = r.peek(1);
        let fits = t.is_exact_heap(object, t.types.coroutine)
            && object.payload_unchecked::<Generator>().state.get() == State::Created;
        if fits { Flow::Next } else { Flow::Miss }
    }
}

/// `RETURN_GENERATOR` to whom most calls return.
#[inline(always)]
pub unsafe fn return_generator(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: it is the first instruction but for those that make the cells, so the
    // frame lies on top of the data stack, unless it is a generator's, which does not come
    // here again.
    unsafe {
        let frame = r.frame;
        let returns = (*frame).returns;
        let fits = (*frame).owner == Owner::Thread
            && (*frame).is_plain()
            && matches!(returns, Returns::Push | Returns::Call | Returns::Native);
        if !fits {
            return Flow::Miss;
        }
        r.save();
        (*frame).sp = r.sp;
        let previous = (*frame).previous;
        let Some(generator) = move_to_generator_at_hand(t, frame) else {
            return Flow::Miss;
        };
        t.depth.set(t.depth.get() - 1);
        if returns == Returns::Native {
            t.frames.current.set(previous.expose_provenance());
            return Flow::Exit(generator);
        }
        r.switch_to(t, previous);
        if returns == Returns::Call {
            let skip = (*previous).skip;
            r.jump_by(skip & 0xFF);
        }
        r.push(generator);
    }
    Flow::Next
}

/// `CALL` of a Python function with as many arguments as it has parameters, or of a class
/// whose `__init__` is such a function.
#[inline(always)]
pub unsafe fn call(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: a function and its receiver, or NULL and a callable, lie below the
    // arguments.
    unsafe {
        if (*r.frame).blocks != 0 {
            return Flow::Miss;
        }
        let unbound = r.place(arg as usize + 2).read() == 0;
        let count = arg as usize + usize::from(!unbound);
        if unbound && t.is_exact_heap(r.peek(count + 1), t.types.type_) {
            return calls::construct(r, t, count, CALL_CACHE as u32);
        }
        // The caller goes on behind the cache.
        r.ip = r.ip.add(CALL_CACHE);
        calls::call_function(r, t, count, arg as usize + 2 - count)
    }
}

/// `SEND` to a generator or coroutine that waits for a value.
#[inline(always)]
pub unsafe fn send(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: an iterator, and a value above it, which goes to the generator's
    // stack.
    unsafe {
        let receiver = r.peek(2);
        let Some(header) = receiver.header() else {
            return Flow::Miss;
        };
        let kind = Type::of_header(header);
        if !kind.is(t.types.coroutine) && !kind.is(t.types.generator) {
            return Flow::Miss;
        }
        let value = r.pop_word();
        iteration::enter(r, t, (Returns::Delegate, arg), value)
    }
}

/// The conditional jumps: what is asked of the object on top, and which answer jumps.
macro_rules! conditional_jumps {
    ($($forward:ident $backward:ident $asked:ident $wanted:literal;)*) => {
        $(
            #[doc = "A conditional jump, forwards."]
            #[inline(always)]
            pub unsafe fn $forward(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
                // SAFETY: verified: an object lies on top.
                unsafe {
                    let word = r.place(1).read();
                    match $asked(r) {
                        Some(answer) if answer == $wanted => r.jump_by(arg),
                        Some(_) => (),
                        None => return Flow::Miss,
                    }
                    r.sp = r.sp.sub(1);
                    Flow::Drop(word)
                }
            }

            #[doc = "A conditional jump, backwards."]
            #[inline(always)]
            pub unsafe fn $backward(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
                // SAFETY: verified: an object lies on top.
                unsafe {
                    let word = r.place(1).read();
                    match $asked(r) {
                        Some(answer) if answer == $wanted => {
                            if t.breaker.get() {
                                return Flow::Miss;
                            }
                            r.ip = r.ip.sub(arg as usize);
                        }
                        Some(_) => (),
                        None => return Flow::Miss,
                    }
                    r.sp = r.sp.sub(1);
                    Flow::Drop(word)
                }
            }
        )*
    };
}

conditional_jumps! {
    pop_jump_forward_if_true pop_jump_backward_if_true is_true true;
    pop_jump_forward_if_false pop_jump_backward_if_false is_true false;
    pop_jump_forward_if_none pop_jump_backward_if_none is_none true;
    pop_jump_forward_if_not_none pop_jump_backward_if_not_none is_none false;
}

#[inline(always)]
unsafe fn is_true(r: &Regs) -> Option<bool> {
    // SAFETY: verified: an object lies on top.
    unsafe { truth(r.peek(1)) }
}

#[inline(always)]
unsafe fn is_none(r: &Regs) -> Option<bool> {
    // SAFETY: verified: an object lies on top.
    Some(unsafe { r.peek(1) }.is_none())
}

/// `JUMP_IF_FALSE_OR_POP`
#[inline(always)]
pub unsafe fn jump_if_false_or_pop(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_if_or_pop(r, false, |r| r.jump_by(arg)) }
}

/// `JUMP_IF_TRUE_OR_POP`
#[inline(always)]
pub unsafe fn jump_if_true_or_pop(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { jump_if_or_pop(r, true, |r| r.jump_by(arg)) }
}
