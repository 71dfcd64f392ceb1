//! The instructions that have a cache behind them, without looking at it: what they do until
//! they are specialized, and whenever what is remembered does not fit.

use eval_loop::handlers::variables::global;
use eval_loop::handlers::{calls, compare, iteration, operators, subscripts};
use eval_loop::{Flow, Regs, check};
use frames::{Function, Returns, begin_call, release};
use objects::Object;
use types::{BinaryOp, Flags, Method, Thread, Type};

/// Goes over a cache of so many code units once the instruction is done.
#[inline(always)]
unsafe fn skip(r: &mut Regs, flow: Flow, units: usize) -> Flow {
    match flow {
        Flow::Next => {
            // SAFETY: verified: the cache lies there.
            r.ip = unsafe { r.ip.add(units) };
            Flow::Next
        }
        other => other,
    }
}

/// `BINARY_SUBSCR`
#[inline(always)]
pub unsafe fn binary_subscr(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let flow = subscripts::binary_subscr(r, t, arg);
        skip(r, flow, 4)
    }
}

/// `STORE_SUBSCR`
#[inline(always)]
pub unsafe fn store_subscr(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let flow = subscripts::store_subscr(r, t, arg);
        skip(r, flow, 1)
    }
}

/// `UNPACK_SEQUENCE`
#[inline(always)]
pub unsafe fn unpack_sequence(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let flow = iteration::unpack_sequence(r, t, arg);
        skip(r, flow, 1)
    }
}

/// `COMPARE_OP`
#[inline(always)]
pub unsafe fn compare_op(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { compare::compare(r, t, arg, 2) }
}

/// `BINARY_OP`
#[inline(always)]
pub unsafe fn binary_op(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // Thirteen operators, then the same in place.
    let (plain, count) = (BinaryOp::ALL, BinaryOp::ALL.len());
    let op = plain[arg as usize % count];
    let inplace = arg as usize >= count;
    // SAFETY: verified.
    unsafe { operators::binary(r, t, op, inplace, 1) }
}

/// `LOAD_GLOBAL`: the lowest bit asks for a NULL below the value, to be called.
#[inline(always)]
pub unsafe fn load_global(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified.
    unsafe {
        let value = check!(global(r, t, r.name(arg >> 1)));
        if arg & 1 != 0 {
            r.push_word(0);
        }
        r.push(value);
        r.ip = r.ip.add(5);
    }
    Flow::Next
}

/// `LOAD_ATTR`
#[inline(always)]
pub unsafe fn load_attr(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top.
    unsafe {
        let (object, name) = (r.peek(1), r.name(arg));
        let mut own = None;
        if let Some(class) = python_class(t, object) {
            match t.lookup(class, name) {
                None => own = t.own_attribute(object, name),
                Some(found) => {
                    if let Some(getter) = python_getter(t, &found) {
                        return call_getter(r, t, getter);
                    }
                }
            }
        }
        let value = match own {
            Some(own) => own,
            None => check!(t.get_attribute(object, name)),
        };
        r.replace_top(value);
        r.ip = r.ip.add(LOAD_ATTR_CACHE);
    }
    Flow::Next
}

/// Code units of the cache of `LOAD_ATTR`.
pub(super) const LOAD_ATTR_CACHE: usize = 4;

/// The class of an object that was made by Python, and finds attributes as most do.
#[inline(always)]
pub(super) fn python_class<'a>(t: &Thread, object: &'a Object) -> Option<&'a Type> {
    let class = Type::of_header(object.header()?);
    (class.has(Flags::HEAP) && t.is_generic(object)).then_some(class)
}

/// The function that computes an attribute, if what the class has is a property written in
/// Python.
#[inline(always)]
pub(super) fn python_getter(t: &Thread, found: &Object) -> Option<Object> {
    let getter = classes::getter_of(t, found)?;
    getter.downcast::<Function>().is_some().then_some(getter)
}

/// Puts the frame of a property's function on top of the running one.
unsafe fn call_getter(r: &mut Regs, t: &Thread, getter: Object) -> Flow {
    // SAFETY: the object on top moves into the frame.
    unsafe {
        let receiver = r.place(1);
        r.sp = receiver;
        let frame = begin_call(t, getter.into_word(), receiver, 1, &[]);
        (*r.frame).skip = LOAD_ATTR_CACHE as u32;
        calls::push(r, t, check!(frame), Returns::Call)
    }
}

/// `STORE_ATTR`
#[inline(always)]
pub unsafe fn store_attr(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: the object lies on top, the value below it.
    unsafe {
        check!(t.set_attribute(r.peek(1), r.name(arg), Some(r.peek(2))));
        r.discard(2);
        r.ip = r.ip.add(4);
    }
    Flow::Next
}

/// `LOAD_METHOD`: leaves the function and the object, or NULL and a bound callable.
#[inline(always)]
pub unsafe fn load_method(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: an object lies on top, and there is room for one more.
    unsafe {
        match check!(t.get_method(r.peek(1), r.name(arg))) {
            Method::Unbound(function) => {
                let object = r.place(1).replace(function.into_word());
                r.push_word(object);
            }
            Method::Bound(callable) => {
                let object = r.place(1).replace(0);
                r.push(callable);
                release(object);
            }
        }
        r.ip = r.ip.add(10);
    }
    Flow::Next
}
