//! Calls, in parts: `PUSH_NULL` or `LOAD_METHOD` lay out the callee, `KW_NAMES` keeps the
//! names of keywords, `PRECALL` takes bound methods apart, `CALL` calls.

use eval_loop::handlers::{build, calls as shared};
use eval_loop::{Flow, Regs, check};
use frames::{BoundMethod, Frame, Function, Returns, begin_call, release};
use objects::{Object, Word};
use types::{Args, Dict, PyResult, Thread, Tuple};

/// Code units of the caches.
const PRECALL_CACHE: usize = 1;
pub(super) const CALL_CACHE: usize = 4;

/// `KW_NAMES`: keeps a constant, a tuple of names, for the `CALL` that follows.
#[inline(always)]
pub unsafe fn kw_names(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    // SAFETY: the running frame is live.
    unsafe { (*r.frame).blocks = arg + 1 };
    Flow::Next
}

/// The names that `KW_NAMES` kept, which are kept no longer.
#[inline(always)]
pub unsafe fn take_names<'a>(r: &Regs) -> &'a [Object] {
    // SAFETY: the running frame is live; verified: the constant is a tuple of names, which the
    // code keeps alive.
    unsafe {
        match std::mem::take(&mut (*r.frame).blocks) {
            0 => &[],
            number => {
                let names = r.code().constants.add(number as usize - 1);
                Object::borrow_word(names)
                    .payload_unchecked::<Tuple>()
                    .items()
            }
        }
    }
}

/// `PRECALL`: a bound method is replaced by its function and receiver.
#[inline(always)]
pub unsafe fn precall(r: &mut Regs, _: &Thread, arg: u32) -> Flow {
    let count = arg as usize;
    // SAFETY: verified: NULL or an object, a callable, and so many arguments.
    unsafe {
        let (below, place) = (r.place(count + 2), r.place(count + 1));
        if below.read() == 0
            && let Some(method) = Object::borrow_word(place).downcast::<BoundMethod>()
        {
            r.save();
            below.write(method.function.clone().into_word());
            let receiver = method.receiver.clone().into_word();
            release(place.replace(receiver));
        }
        r.ip = r.ip.add(PRECALL_CACHE);
    }
    Flow::Next
}

/// `CALL`: calls what lies below the arguments: a callable above NULL, or a function with
/// the receiver above it, which is an argument more.
#[inline(always)]
pub unsafe fn call(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe {
        let names = take_names(r);
        let is_method = usize::from(r.place(arg as usize + 2).read() != 0);
        let count = arg as usize + is_method;
        if r.peek(count + 1).downcast::<Function>().is_some() {
            // The caller goes on behind the cache.
            r.ip = r.ip.add(CALL_CACHE);
            return shared::call_function(r, t, count, 2 - is_method, names);
        }
        if is_method == 0
            && let Some(init) = shared::python_init(t, r.peek(count + 1))
        {
            return instantiate(r, t, count, init, names);
        }
        if is_method == 0
            && let Some(method) = shared::python_call(t, r.peek(count + 1))
        {
            return call_object(r, t, count, method, names);
        }
        if let Some(method) = r.peek(count + 1).downcast::<BoundMethod>()
            && method.function.downcast::<Function>().is_some()
            && count < FEW
        {
            return call_bound(r, t, (count, 2 - is_method), names);
        }
        call_other(r, t, (count, 2 - is_method), names)
    }
}

/// The arguments of a bound method are moved over the host's stack if there are fewer.
const FEW: usize = 8;

/// Calls a bound method that `PRECALL` has not taken apart, since it lies in the place of a
/// function with a receiver: that of `__exit__` at the end of a `with` statement.
unsafe fn call_bound(
    r: &mut Regs,
    t: &Thread,
    (count, below): (usize, usize),
    names: &[Object],
) -> Flow {
    r.save();
    // SAFETY: a bound method of a function and `count` objects lie on top, which move into
    // the frame; the method is dropped once its parts are taken.
    unsafe {
        let place = r.place(count + 1);
        let Some(method) = Object::borrow_word(place).downcast::<BoundMethod>() else {
            return Flow::Raise(t.type_error("a method was expected"));
        };
        let mut args = [0; FEW];
        args[0] = method.receiver.clone().into_word();
        for (number, word) in args.iter_mut().enumerate().take(count + 1).skip(1) {
            *word = place.add(number).read();
        }
        let function = method.function.clone().into_word();
        let method = place.read();
        r.sp = r.place(count + below);
        let frame = begin_call(t, function, args.as_mut_ptr(), count + 1, names);
        release(method);
        go_over(r, t, frame, Returns::Call)
    }
}

/// Goes over to a callee's frame; the running one goes on behind the cache of its `CALL`.
#[inline(always)]
unsafe fn go_over(r: &mut Regs, t: &Thread, frame: PyResult<*mut Frame>, returns: Returns) -> Flow {
    // SAFETY: the running frame is live; what the new one was made of is off the stack.
    unsafe {
        (*r.frame).skip = CALL_CACHE as u32;
        shared::push(r, t, check!(frame), returns)
    }
}

/// Calls an object whose `__call__` is a Python function: the object is its receiver.
unsafe fn call_object(
    r: &mut Regs,
    t: &Thread,
    count: usize,
    function: Object,
    names: &[Object],
) -> Flow {
    r.save();
    // SAFETY: NULL, an object, and `count` objects lie on top. All but the NULL move into the
    // frame.
    unsafe {
        let receiver = r.place(count + 1);
        r.sp = receiver.sub(1);
        let frame = begin_call(t, function.into_word(), receiver, count + 1, names);
        go_over(r, t, frame, Returns::Call)
    }
}

/// Calls a class: makes the object, then puts the frame of its `__init__` on top of the
/// running one (`type_call`, without its recursion).
#[inline(never)]
unsafe fn instantiate(
    r: &mut Regs,
    t: &Thread,
    count: usize,
    init: Object,
    names: &[Object],
) -> Flow {
    r.save();
    // SAFETY: NULL, a class, and `count` objects lie on top. The object goes where NULL was,
    // to be found when `__init__` has returned, and as the first argument where the class was.
    unsafe {
        let args = Object::borrow_words(r.place(count), count);
        let args = Args::new(args, names).unwrap_or(Args::positional(args));
        let (object, fresh) = check!(shared::make_object(t, r.peek(count + 1), args));
        if !fresh {
            finish(r, (count, 2), object);
            return Flow::Next;
        }
        let receiver = r.place(count + 1);
        release(receiver.replace(object.clone().into_word()));
        receiver.sub(1).write(object.into_word());
        r.sp = receiver;
        let frame = begin_call(t, init.into_word(), receiver, count + 1, names);
        go_over(r, t, frame, Returns::Init)
    }
}

/// Calls what is no Python function; `below` words under the arguments go with them.
#[inline(never)]
unsafe fn call_other(
    r: &mut Regs,
    t: &Thread,
    (count, below): (usize, usize),
    names: &[Object],
) -> Flow {
    r.save();
    // SAFETY: a callable and `count` objects lie on top. They stay there during the call.
    unsafe {
        let callable = r.peek(count + 1);
        let args = Object::borrow_words(r.place(count), count);
        let native = match names.is_empty() {
            true => t.call_native(callable, args),
            false => None,
        };
        let result = check!(native.unwrap_or_else(|| {
            let args = Args::new(args, names).unwrap_or(Args::positional(args));
            t.call_with(callable, args)
        }));
        finish(r, (count, below), result);
    }
    Flow::Next
}

/// Replaces a callable and `count` arguments, and what lies below, by the result.
#[inline]
unsafe fn finish(r: &mut Regs, (count, below): (usize, usize), result: Object) {
    // SAFETY: they lie on top. The callable goes first, then the arguments from the first on.
    unsafe {
        let callable = r.place(count + 1);
        r.sp = r.place(count + below);
        for place in 0..=count {
            release(callable.add(place).read());
        }
        r.push(result);
        r.ip = r.ip.add(CALL_CACHE);
    }
}

/// The parts of `f(*args, **keywords)`, if that calls a Python function with a few arguments.
struct Few<'a> {
    function: &'a Object,
    receiver: Option<&'a Object>,
    positional: &'a [Object],
    keywords: Option<&'a Dict>,
}

impl Few<'_> {
    /// Verified: a callable, a sequence of arguments, and a mapping if `with_keywords`, lie on
    /// top.
    #[inline]
    unsafe fn on_top<'a>(r: &Regs, t: &Thread, with_keywords: bool) -> Option<Few<'a>> {
        let depth = 1 + usize::from(with_keywords);
        // SAFETY: by the caller's promise. They stay where they are until the call is laid out.
        unsafe {
            let callable = Object::borrow_word(r.place(depth + 1));
            let positional = Object::borrow_word(r.place(depth)).downcast::<Tuple>()?;
            let keywords = match with_keywords {
                true => Some(Object::borrow_word(r.place(1)).downcast::<Dict>()?),
                false => None,
            };
            let (function, receiver) = match callable.downcast::<BoundMethod>() {
                Some(method) => (&method.function, Some(&method.receiver)),
                None => (callable, None),
            };
            let entries = keywords.map_or(0, |dict| dict.table.entries());
            let count = usize::from(receiver.is_some()) + positional.len() + entries;
            let few = Few {
                function,
                receiver,
                positional: positional.items(),
                keywords,
            };
            let strings = keywords.is_none_or(|dict| dict.table.has_only_strings());
            let is_function = t.is_exact_heap(function, t.types.function);
            (is_function && strings && count <= FEW).then_some(few)
        }
    }
}

/// Calls a function with what [`Few::on_top`] has found; nothing has run since.
unsafe fn spread_few(r: &mut Regs, t: &Thread, few: Few<'_>) -> Flow {
    let (mut args, mut names) = ([0; FEW], [0; FEW]);
    let (mut count, mut named) = (0, 0);
    let mut lay_out = |value: Object| {
        args[count] = value.into_word();
        count += 1;
    };
    for value in few.receiver.into_iter().chain(few.positional) {
        lay_out(value.clone());
    }
    if let Some(dict) = few.keywords {
        let mut place = 0;
        while let Some((name, value)) = dict.table.next(&mut place) {
            names[named] = name.into_word();
            named += 1;
            lay_out(value);
        }
    }
    // SAFETY: the words own references; the function counts once more for its frame. The parts go
    // when all this is done, from above the lowered stack: a frame that runs meanwhile lies above
    // the whole of this one.
    unsafe {
        let function = few.function.clone().into_word();
        let parts = 3 + usize::from(few.keywords.is_some());
        r.sp = r.place(parts);
        let keywords = Object::borrow_words(names.as_ptr(), named);
        let frame = begin_call(t, function, args.as_mut_ptr(), count, keywords);
        for name in &names[..named] {
            release(*name);
        }
        // The lowest is NULL.
        for part in (1..parts).rev() {
            release(r.sp.add(part).read());
        }
        shared::push(r, t, check!(frame), Returns::Push)
    }
}

/// The Python function that a call runs, if that is what is called. The receiver of a bound
/// method comes before the arguments.
fn function_of(callable: &Object, args: &mut Vec<Object>) -> Option<Object> {
    let (function, receiver) = match callable.downcast::<BoundMethod>() {
        Some(method) => (&method.function, Some(&method.receiver)),
        None => (callable, None),
    };
    function.downcast::<Function>()?;
    if let Some(receiver) = receiver {
        args.insert(0, receiver.clone());
    }
    Some(function.clone())
}

/// `CALL_FUNCTION_EX`: a NULL lies below the callable.
#[inline(always)]
pub unsafe fn call_function_ex(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    r.save();
    // SAFETY: verified: NULL, callable, positional arguments, and keywords if the bit is set.
    unsafe {
        if let Some(few) = Few::on_top(r, t, arg & 1 != 0) {
            return spread_few(r, t, few);
        }
        let keywords = if arg & 1 != 0 { Some(r.pop()) } else { None };
        let positional = r.pop();
        let callable = r.peek(1);
        if keywords.is_none()
            && callable.downcast::<BoundMethod>().is_none()
            && let Some(tuple) = positional.downcast::<Tuple>()
        {
            let result = check!(t.call_with(callable, Args::positional(tuple.items())));
            return answer(r, result);
        }
        let (mut all, names) = check!(shared::spread(t, callable, &positional, keywords.as_ref()));
        if let Some(function) = function_of(callable, &mut all) {
            let callable = r.pop();
            r.sp = r.sp.sub(1);
            let count = all.len();
            let words = all.as_mut_ptr().cast::<Word>();
            all.set_len(0);
            let frame = begin_call(t, function.into_word(), words, count, &names);
            drop(callable);
            return shared::push(r, t, check!(frame), Returns::Push);
        }
        let args = Args::new(&all, &names).unwrap_or(Args::positional(&all));
        let result = check!(t.call_with(callable, args));
        answer(r, result)
    }
}

/// Replaces the callable on top, and the NULL below it, by the result.
unsafe fn answer(r: &mut Regs, result: Object) -> Flow {
    // SAFETY: they lie there.
    unsafe {
        let callable = r.pop();
        r.place(1).write(result.into_word());
        drop(callable);
    }
    Flow::Next
}

/// `MAKE_FUNCTION`: the code object knows its qualified name.
#[inline(always)]
pub unsafe fn make_function(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified.
    unsafe { build::function_of_code(r, t, arg, None) }
}
