//! Calls. A Python function gets its frame on top of the running one, and the same loop
//! goes on there: no host stack, no copying of arguments.

use crate::check;
use crate::regs::{Flow, Regs};
use frames::{
    BoundMethod, Frame, Function, Owner, Returns, begin_call, end_frame, release, suspend_new,
};
use objects::{Object, Word};
use types::{Args, Dict, Flags, PyResult, Thread, Tuple, Type};

/// Calls what lies below `count` arguments, the last of which belong to `names`. Callable
/// and arguments are replaced by the result.
///
/// # Safety
/// A callable and `count` objects lie on top of the stack.
#[inline(always)]
unsafe fn call(r: &mut Regs, t: &Thread, count: usize, names: &[Object]) -> Flow {
    // SAFETY: by the caller's promise.
    unsafe {
        let callable = r.peek(count + 1);
        if callable.downcast::<Function>().is_some() {
            return call_function(r, t, count, 1, names);
        }
        call_other(r, t, count, names)
    }
}

/// Calls the function that lies below `count` arguments: `below` words are taken off the
/// stack besides them (the function, and a NULL under it in 3.11).
///
/// # Safety
/// A function and `count` objects lie on top of the stack.
#[inline(always)]
pub unsafe fn call_function(
    r: &mut Regs,
    t: &Thread,
    count: usize,
    below: usize,
    names: &[Object],
) -> Flow {
    r.save();
    // SAFETY: the words of function and arguments move into the frame.
    unsafe {
        let args = r.place(count);
        let function = r.place(count + 1).read();
        r.sp = r.place(count + below);
        let frame = check!(begin_call(t, function, args, count, names));
        push(r, t, frame, Returns::Push)
    }
}

/// Goes over to a new frame on top of the running one.
///
/// # Safety
/// The frame is complete and not linked; what it was made of is off the stack.
#[inline(always)]
pub unsafe fn push(r: &mut Regs, t: &Thread, frame: *mut Frame, returns: Returns) -> Flow {
    // SAFETY: by the caller's promise.
    unsafe {
        if (*frame).executable().makes_generator {
            let generator = check!(suspend_new(t, frame));
            if returns == Returns::Call {
                r.jump_by((*r.frame).skip);
            }
            r.push(generator);
            return Flow::Next;
        }
        let depth = t.depth.get() + returns.depth();
        if depth > t.recursion_limit.get() {
            end_frame(t, frame);
            return Flow::Raise(t.recursion_error("maximum recursion depth exceeded"));
        }
        t.depth.set(depth);
        (*r.frame).sp = r.sp;
        (*frame).previous = r.frame;
        (*frame).returns = returns;
        r.switch_to(t, frame);
    }
    super::jumps::look_up(r, t)
}

/// Calls anything else, through its type's slot.
#[inline(never)]
unsafe fn call_other(r: &mut Regs, t: &Thread, count: usize, names: &[Object]) -> Flow {
    r.save();
    // SAFETY: a callable and `count` objects lie on top. They stay there during the call.
    unsafe {
        let callable = r.peek(count + 1);
        let args = Object::borrow_words(r.place(count), count);
        if names.is_empty()
            && let Some(result) = t.call_native(callable, args)
        {
            let result = check!(result);
            r.discard(count);
            r.replace_top(result);
            return Flow::Next;
        }
        if let Some(method) = callable.downcast::<BoundMethod>()
            && method.function.downcast::<Function>().is_some()
        {
            return call_bound(r, t, count, names);
        }
        if let Some(init) = python_init(t, callable) {
            return instantiate(r, t, count, init, names);
        }
        let args = Args::new(args, names).unwrap_or(Args::positional(args));
        let result = check!(t.call_with(callable, args));
        r.discard(count);
        r.replace_top(result);
    }
    Flow::Next
}

/// Calls a bound method of a Python function: the receiver takes the method's place under
/// the arguments.
unsafe fn call_bound(r: &mut Regs, t: &Thread, count: usize, names: &[Object]) -> Flow {
    // SAFETY: as in `call_other`; the words of receiver and arguments move into the frame. The
    // method is dropped once its parts are taken.
    unsafe {
        let place = r.place(count + 1);
        let Some(bound) = Object::borrow_word(place).downcast::<BoundMethod>() else {
            return Flow::Raise(t.type_error("a method was expected"));
        };
        let function = bound.function.clone().into_word();
        let method = place.replace(bound.receiver.clone().into_word());
        r.sp = place;
        let frame = begin_call(t, function, place, count + 1, names);
        release(method);
        push(r, t, check!(frame), Returns::Push)
    }
}

/// The `__init__` of a class, if that is a Python function and calling the class is
/// `type.__call__`: making an object, and then running it.
#[inline]
pub fn python_init(t: &Thread, callable: &Object) -> Option<Object> {
    let class = callable.downcast::<Type>()?;
    if !class.has(Flags::HEAP) {
        return None;
    }
    let meta = t.type_of(callable);
    let (version, init) = class.constructor.get();
    if version != 0 && version == class.version() && meta.is(t.types.type_) {
        // SAFETY: the class has this function under that version.
        return Some(unsafe { Object::borrow_word(&raw const init) }.clone());
    }
    let same_call = match (meta.slots.call.get(), t.types.type_.slots.call.get()) {
        (Some(own), Some(plain)) => std::ptr::fn_addr_eq(own, plain),
        _ => false,
    };
    if !same_call || class.has(Flags::NO_NEW) || class.slots.new.get().is_none() {
        return None;
    }
    let init = t.lookup(class, &t.names.init)?;
    let function = init.downcast::<Function>()?;
    // An `__init__` that makes a generator is an error, which the slot raises.
    let plain = function
        .known_executable()
        .is_some_and(|code| !code.makes_generator);
    if plain && meta.is(t.types.type_) && class.has_plain_new() {
        class.constructor.set((class.version(), init.word()));
    }
    plain.then_some(init)
}

/// Makes the object of a call of a class. True: what is left is to run the `__init__` that
/// the class had before. False: that has been done, or there is nothing to do.
pub fn make_object(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult<(Object, bool)> {
    let Some(class) = callable.downcast::<Type>() else {
        return Err(t.type_error("a class was expected"));
    };
    let Some(new) = class.slots.new.get() else {
        return Err(t.type_error("a class without __new__"));
    };
    let version = class.version();
    let object = new(t, class, args)?;
    let made = t.type_of(&object);
    if made.is(class) && class.version() == version {
        return Ok((object, true));
    }
    if made.is_subtype(class)
        && let Some(init) = made.slots.init.get()
    {
        init(t, &object, args)?;
    }
    Ok((object, false))
}

/// The `__call__` of an object of a class made by Python, if it is a Python function.
#[inline]
pub fn python_call(t: &Thread, callable: &Object) -> Option<Object> {
    let class = Type::of_header(callable.header()?);
    if !class.has(Flags::HEAP) {
        return None;
    }
    let method = t.lookup(class, &t.names.call)?;
    method.downcast::<Function>().is_some().then_some(method)
}

/// Calls a class: makes the object, then puts the frame of its `__init__` on top of the
/// running one (`type_call`, without its recursion).
unsafe fn instantiate(
    r: &mut Regs,
    t: &Thread,
    count: usize,
    init: Object,
    names: &[Object],
) -> Flow {
    // SAFETY: a class and `count` objects lie on top. The object takes the class's place, as
    // the first argument; when the words have moved into the frame, once more, to be found
    // when `__init__` has returned.
    unsafe {
        let place = r.place(count + 1);
        let args = Object::borrow_words(r.place(count), count);
        let args = Args::new(args, names).unwrap_or(Args::positional(args));
        let (object, fresh) = check!(make_object(t, r.peek(count + 1), args));
        if !fresh {
            r.discard(count);
            r.replace_top(object);
            return Flow::Next;
        }
        release(place.replace(object.clone().into_word()));
        r.sp = place;
        let frame = check!(begin_call(t, init.into_word(), place, count + 1, names));
        r.push(object);
        (*r.frame).skip = 0;
        push(r, t, frame, Returns::Init)
    }
}

/// `CALL_FUNCTION`
#[inline(always)]
pub unsafe fn call_function_310(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { call(r, t, arg as usize, &[]) }
}

/// `CALL_FUNCTION_KW`: the names of the keywords lie on top.
#[inline(always)]
pub unsafe fn call_function_kw(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: a tuple of strings, no longer than the arguments, lies on top.
    unsafe {
        let names = r.pop();
        call(
            r,
            t,
            arg as usize,
            names.payload_unchecked::<Tuple>().items(),
        )
    }
}

/// `CALL_METHOD`: below the arguments lie a function and the object, or NULL and a callable.
#[inline(always)]
pub unsafe fn call_method(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    let count = arg as usize;
    // SAFETY: verified.
    unsafe {
        if r.place(count + 2).read() == 0 {
            // The NULL is below the callable: close the gap.
            let gap = r.place(count + 2);
            gap.add(1).copy_to(gap, count + 1);
            r.sp = r.sp.sub(1);
            return call(r, t, count, &[]);
        }
        call(r, t, count + 1, &[])
    }
}

/// `CALL_FUNCTION_EX`
#[inline(always)]
pub unsafe fn call_function_ex(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: callable, positional arguments, and keywords if the bit is set.
    unsafe {
        let keywords = if arg & 1 != 0 { Some(r.pop()) } else { None };
        let positional = r.pop();
        let callable = r.peek(1);
        let (mut all, names) = check!(spread(t, callable, &positional, keywords.as_ref()));
        if callable.downcast::<Function>().is_some() {
            let function = r.pop_word();
            let count = all.len();
            let words = all.as_mut_ptr().cast::<Word>();
            all.set_len(0);
            let frame = check!(begin_call(t, function, words, count, &names));
            return push(r, t, frame, Returns::Push);
        }
        let args = Args::new(&all, &names).unwrap_or(Args::positional(&all));
        let result = check!(t.call_with(callable, args));
        r.replace_top(result);
    }
    Flow::Next
}

/// Lays the arguments of `f(*args, **keywords)` out for a call.
pub fn spread(
    t: &Thread,
    callable: &Object,
    positional: &Object,
    keywords: Option<&Object>,
) -> PyResult<(Vec<Object>, Vec<Object>)> {
    let mut all = match positional.downcast::<Tuple>() {
        Some(tuple) => tuple.items().to_vec(),
        None => {
            let slots = &t.type_of(positional).slots;
            if slots.iter.get().is_none() && slots.item.get().is_none() {
                return Err(t.type_error(format!(
                    "{} argument after * must be an iterable, not {}",
                    super::build::callable_name(t, callable)?,
                    t.type_name(positional)
                )));
            }
            t.collect(positional)?
        }
    };
    let mut names = Vec::new();
    let Some(keywords) = keywords else {
        return Ok((all, names));
    };
    let merged;
    let dict = match keywords.downcast::<Dict>() {
        Some(dict) => dict,
        None => {
            merged = containers::dict(t)?;
            super::build::merge(t, &merged, keywords, callable)?;
            &merged
        }
    };
    for index in 0..dict.table.entries() {
        if let Some((name, value)) = dict.table.entry(index) {
            if types::as_str(&name).is_none() {
                return Err(t.type_error("keywords must be strings"));
            }
            names.push(name);
            all.push(value);
        }
    }
    Ok((all, names))
}

/// `RETURN_VALUE`
#[inline(always)]
pub unsafe fn return_value(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    r.save();
    // SAFETY: verified: the value is all that lies on the stack.
    unsafe {
        let value = r.pop();
        (*r.frame).sp = r.sp;
        leave(r, t, value)
    }
}

/// Ends the running frame with a value, and goes on where it belongs.
///
/// # Safety
/// The frame's `sp` is saved; it must not run any more.
#[inline(always)]
pub unsafe fn leave(r: &mut Regs, t: &Thread, value: Object) -> Flow {
    // SAFETY: the frame is complete until it is ended here.
    unsafe {
        let frame = r.frame;
        let returns = (*frame).returns;
        let previous = (*frame).previous;
        t.depth.set(t.depth.get() - returns.depth());
        if (*frame).owner == Owner::Generator {
            return super::generators::finish(r, t, value);
        }
        t.frames.current.set(previous.expose_provenance());
        end_frame(t, frame);
        deliver(r, t, previous, returns, value)
    }
}

/// Hands a value to where an ended frame returns.
///
/// # Safety
/// `previous` is the frame that the ended one was called from, if it was called by one.
#[inline(always)]
pub unsafe fn deliver(
    r: &mut Regs,
    t: &Thread,
    previous: *mut Frame,
    returns: Returns,
    value: Object,
) -> Flow {
    // SAFETY: by the caller's promise.
    unsafe {
        match returns {
            Returns::Native => return Flow::Exit(value),
            Returns::Init if !value.is_none() => {
                r.switch_to(t, previous);
                let kind = t.type_name(&value);
                let message = format!("__init__() should return None, not '{kind}'");
                return Flow::Raise(t.type_error(message));
            }
            Returns::Init => {
                // The instruction that made the call stands until `__init__` has returned.
                let cache = (*previous).skip;
                r.switch_to(t, previous);
                r.jump_by(cache);
            }
            Returns::Call => {
                let cache = (*previous).skip;
                r.switch_to(t, previous);
                r.jump_by(cache);
                r.push(value);
            }
            Returns::Operator => {
                r.switch_to(t, previous);
                return super::operators::deliver(r, t, value);
            }
            Returns::Compare => {
                r.switch_to(t, previous);
                return super::compare::deliver(r, t, value);
            }
            _ => {
                r.switch_to(t, previous);
                r.push(value);
            }
        }
    }
    Flow::Next
}
