//! `PRECALL` of native functions, methods and classes: the call is made here, and the `CALL`
//! behind is gone over.

use super::calls::{is_method, precall_missed};
use super::skip;
use crate::specialize::flags_are;
use containers::{Enumerate, RangeIterator, Set};
use eval_loop::builtins::is_instance;
use eval_loop::{Flow, Regs, check};
use frames::release;
use modern_bytecode::handlers::calls::take_names;
use objects::Object;
use types::{
    Args, Dict, Flags, List, MethodDescriptor, NativeCode, NativeFunction, PyResult, Str, Thread,
    Tuple, Type,
};

/// Code units from a `PRECALL`'s cache to what comes behind the `CALL` and its cache.
const TO_THE_END_OF_CALL: usize = 1 + 1 + 4;

/// What is called and with which arguments, `self` included.
struct Callee<'a> {
    callable: &'a Object,
    args: &'a [Object],
}

#[inline(always)]
unsafe fn callee<'a>(r: &Regs, arg: u32) -> Callee<'a> {
    // SAFETY: verified. They stay on the stack while the call is made.
    unsafe {
        let count = arg as usize + usize::from(is_method(r, arg));
        Callee {
            callable: r.peek(count + 1),
            args: Object::borrow_words(r.place(count), count),
        }
    }
}

/// Replaces callee and arguments by the result, and goes on behind the `CALL`. The arguments
/// are given back from the first on, then the callable.
#[inline(always)]
unsafe fn finish(r: &mut Regs, arg: u32, result: PyResult) -> Flow {
    // SAFETY: verified: `arg + 2` words lie there, of which one may be NULL.
    unsafe {
        let result = check!(result);
        let bottom = r.place(arg as usize + 2);
        let first = usize::from(bottom.read() == 0);
        let callable = bottom.add(first).read();
        let end = arg as usize + 2;
        r.sp = bottom;
        for place in first + 1..end {
            release(bottom.add(place).read());
        }
        release(callable);
        r.push(result);
        skip(r, TO_THE_END_OF_CALL);
    }
    Flow::Next
}

/// The native function that is called, if it has no flags besides those of its kind.
#[inline(always)]
fn function<'a>(t: &Thread, callee: &Callee<'a>) -> Option<&'a NativeFunction> {
    if !t.is_exact_heap(callee.callable, t.types.native_function) {
        return None;
    }
    let native = callee.callable.downcast::<NativeFunction>()?;
    flags_are(t, native).then_some(native)
}

/// The method descriptor that is called, if the first argument has exactly its type.
#[inline(always)]
fn method<'a>(
    t: &Thread,
    callee: &Callee<'a>,
) -> Option<(&'a MethodDescriptor, &'a Object, &'a [Object])> {
    let descriptor = callee.callable.downcast::<MethodDescriptor>()?;
    let (receiver, rest) = callee.args.split_first()?;
    t.type_of(receiver)
        .is(&descriptor.owner)
        .then_some((descriptor, receiver, rest))
}

/// Declares handlers: what they call if the guards hold, or `None`.
macro_rules! natives {
    ($($text:literal $name:ident($r:ident, $t:ident, $arg:ident, $callee:ident) $call:expr;)*) => {
        $(
            #[doc = concat!("`", $text, "`")]
            #[inline(always)]
            pub unsafe fn $name(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
                // SAFETY: verified: callee and arguments lie on the stack.
                unsafe {
                    let result = {
                        let ($r, $t, $arg, $callee) = (&*r, t, arg, callee(r, arg));
                        $r.save();
                        $call
                    };
                    match result {
                        Some(result) => finish(r, arg, result),
                        None => Flow::Miss,
                    }
                }
            }
        )*
    };
}

natives! {
    "PRECALL_NO_KW_TYPE_1" type_1(r, t, arg, callee) {
        let hit = !is_method(r, arg) && is_type(callee.callable, t.types.type_);
        hit.then(|| Ok(t.type_of(&callee.args[0]).object().into_object()))
    };
    "PRECALL_NO_KW_STR_1" str_1(r, t, arg, callee) {
        let hit = !is_method(r, arg) && is_type(callee.callable, t.types.str);
        hit.then(|| match callee.args[0].as_small_int() {
            Some(number) => strings::decimal(t, number),
            None => t.to_str(&callee.args[0]).map(objects::Owned::into_object),
        })
    };
    "PRECALL_NO_KW_TUPLE_1" tuple_1(r, t, arg, callee) {
        let hit = !is_method(r, arg) && is_type(callee.callable, t.types.tuple);
        hit.then(|| t.call(callee.callable, callee.args))
    };
    "PRECALL_BUILTIN_CLASS" builtin_class(r, t, _arg, callee) {
        let class = callee.callable.downcast::<Type>();
        class.filter(|class| class.has(Flags::VECTORCALL)).map(|_| {
            let names = take_names(r);
            let args = Args::new(callee.args, names).unwrap_or(Args::positional(callee.args));
            t.call_with(callee.callable, args)
        })
    };
    "PRECALL_NO_KW_BUILTIN_O" builtin_o(_r, t, _arg, callee) {
        match (function(t, &callee).map(|native| (native.def.code, native)), callee.args) {
            (Some((NativeCode::One(code), native)), [argument]) => {
                Some(code(t, &native.receiver, argument))
            }
            _ => None,
        }
    };
    "PRECALL_NO_KW_BUILTIN_FAST" builtin_fast(_r, t, _arg, callee) {
        match function(t, &callee).map(|native| (native.def.code, native)) {
            Some((NativeCode::Fast(code), native)) => {
                Some(code(t, &native.receiver, callee.args))
            }
            _ => None,
        }
    };
    "PRECALL_BUILTIN_FAST_WITH_KEYWORDS" builtin_fast_with_keywords(r, t, _arg, callee) {
        match function(t, &callee).map(|native| (native.def.code, native)) {
            Some((NativeCode::Keywords(code), native)) => {
                let names = take_names(r);
                let args = Args::new(callee.args, names).unwrap_or(Args::positional(callee.args));
                Some(code(t, &native.receiver, args))
            }
            _ => None,
        }
    };
    "PRECALL_NO_KW_LEN" len(_r, t, _arg, callee) {
        let hit = callee.args.len() == 1 && callee.callable.word() == t.callables.len.word();
        hit.then(|| {
            let length = t.length(&callee.args[0])?;
            numbers::int_from_usize(t, length)
        })
    };
    "PRECALL_NO_KW_ISINSTANCE" isinstance(_r, t, _arg, callee) {
        let known = callee.callable.word() == t.callables.isinstance.word();
        (known && callee.args.len() == 2).then(|| {
            let [object, class] = [&callee.args[0], &callee.args[1]];
            match class.downcast::<Type>() {
                Some(class) if t.type_of(object).is(class) => Ok(Object::bool(true)),
                _ => is_instance(t, object, class).map(Object::bool),
            }
        })
    };
    "PRECALL_NO_KW_METHOD_DESCRIPTOR_O" method_o(_r, t, _arg, callee) {
        match method(t, &callee) {
            Some((descriptor, receiver, [argument])) => match descriptor.def.code {
                NativeCode::One(code) => Some(code(t, receiver, argument)),
                _ => None,
            },
            _ => None,
        }
    };
    "PRECALL_NO_KW_METHOD_DESCRIPTOR_NOARGS" method_noargs(_r, t, _arg, callee) {
        match method(t, &callee) {
            Some((descriptor, receiver, [])) => match descriptor.def.code {
                NativeCode::NoArgs(code) => Some(code(t, receiver)),
                _ => None,
            },
            _ => None,
        }
    };
    "PRECALL_NO_KW_METHOD_DESCRIPTOR_FAST" method_fast(_r, t, _arg, callee) {
        match method(t, &callee).map(|found| (found.0.def.code, found)) {
            Some((NativeCode::Fast(code), (_, receiver, rest))) => Some(code(t, receiver, rest)),
            _ => None,
        }
    };
    "PRECALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS" method_fast_with_keywords(r, t, _arg, callee) {
        match method(t, &callee).map(|found| (found.0.def.code, found)) {
            Some((NativeCode::Keywords(code), (_, receiver, rest))) => {
                let names = take_names(r);
                let args = Args::new(rest, names).unwrap_or(Args::positional(rest));
                Some(code(t, receiver, args))
            }
            _ => None,
        }
    };
}

#[inline(always)]
fn is_type(callable: &Object, kind: &Type) -> bool {
    callable
        .downcast::<Type>()
        .is_some_and(|class| class.is(kind))
}

/// `PRECALL_NO_KW_LEN` of the commonest containers.
#[inline(always)]
pub unsafe fn len_of_builtin(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: NULL, a callable and an object, if there is one argument. What has
    // exactly a type has its layout.
    unsafe {
        if arg != 1 || r.place(3).read() != 0 || r.place(2).read() != t.callables.len.word() {
            return Flow::Miss;
        }
        let object = r.peek(1);
        let Some(header) = object.header() else {
            return Flow::Miss;
        };
        let kind = Type::of_header(header);
        let length = if kind.is(t.types.list) {
            object.payload_unchecked::<List>().len()
        } else if kind.is(t.types.tuple) {
            object.payload_unchecked::<Tuple>().len()
        } else if kind.is(t.types.str) {
            object.payload_unchecked::<Str>().len()
        } else if kind.is(t.types.dict) {
            object.payload_unchecked::<Dict>().table.len()
        } else if kind.is(t.types.set) {
            object.payload_unchecked::<Set>().len()
        } else {
            return Flow::Miss;
        };
        let Some(length) = Object::small_int(length as i64) else {
            return Flow::Miss;
        };
        let (object, callable) = (r.pop_word(), r.pop_word());
        r.place(1).write(length.into_word());
        skip(r, TO_THE_END_OF_CALL);
        Flow::Drop2(object, callable)
    }
}

/// Declares handlers that count their misses themselves: for what passes arguments in a way
/// that needs the host's stack, and for what has a shorter form in front.
macro_rules! apart {
    ($($text:literal $name:ident $handler:ident;)*) => {
        $(
            #[doc = concat!("`", $text, "`, and what does not fit it.")]
            #[inline(always)]
            pub unsafe fn $name(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
                // SAFETY: verified; a guard that fails has changed nothing.
                unsafe {
                    match $handler(r, t, arg) {
                        Flow::Miss => precall_missed(r, t, arg),
                        other => other,
                    }
                }
            }
        )*
    };
}

apart! {
    "PRECALL_NO_KW_LEN" len_at_length len;
    "PRECALL_NO_KW_TUPLE_1" tuple_1_apart tuple_1;
    "PRECALL_BUILTIN_CLASS" builtin_class_apart builtin_class;
    "PRECALL_BUILTIN_FAST_WITH_KEYWORDS" builtin_fast_with_keywords_apart
        builtin_fast_with_keywords;
    "PRECALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS" method_fast_with_keywords_apart
        method_fast_with_keywords;
}

/// `PRECALL_BUILTIN_CLASS` of `range` with small integers, and the `GET_ITER` that follows: the
/// range itself is not made. Nobody may watch.
#[inline(always)]
pub unsafe fn range_to_iterate(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: NULL or a method, a callable, and so many arguments; behind the `CALL`
    // and its cache an instruction follows.
    unsafe {
        if !matches!(arg, 1..=3)
            || r.place(arg as usize + 2).read() != 0
            || (*r.frame).blocks != 0
            || r.ip.add(TO_THE_END_OF_CALL).read() as u8 != GET_ITER
            || !is_type(r.peek(arg as usize + 1), t.types.range)
        {
            return Flow::Miss;
        }
        let number = |depth| r.peek(depth).as_small_int();
        let bounds = match arg {
            1 => number(1).map(|stop| (0, stop, 1)),
            2 => number(2)
                .zip(number(1))
                .map(|(start, stop)| (start, stop, 1)),
            _ => match (number(3), number(2), number(1)) {
                (Some(start), Some(stop), Some(step)) if step != 0 => Some((start, stop, step)),
                _ => None,
            },
        };
        let iterator = bounds.and_then(|bounds| RangeIterator::of_bounds_at_hand(t, bounds));
        let Some(iterator) = iterator else {
            return Flow::Miss;
        };
        // The arguments are words: nothing goes with them.
        let callable = r.place(arg as usize + 1).read();
        r.sp = r.place(arg as usize + 2);
        r.push(iterator);
        skip(r, TO_THE_END_OF_CALL + 1);
        Flow::Drop(callable)
    }
}

const GET_ITER: u8 = 68;

/// `PRECALL_BUILTIN_CLASS` of `enumerate` with a list or a tuple.
#[inline(always)]
pub unsafe fn enumerate_row(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: NULL or a method, a callable, and an argument.
    unsafe {
        if arg != 1
            || r.place(3).read() != 0
            || (*r.frame).blocks != 0
            || !is_type(r.peek(2), t.types.enumerate)
        {
            return Flow::Miss;
        }
        let Some(made) = Enumerate::of_row_at_hand(t, r.peek(1)) else {
            return Flow::Miss;
        };
        let (iterable, callable) = (r.pop_word(), r.pop_word());
        r.place(1).write(made.into_word());
        skip(r, TO_THE_END_OF_CALL);
        Flow::Drop2(iterable, callable)
    }
}

/// `PRECALL_NO_KW_LIST_APPEND`, if there is room: the `POP_TOP` behind the `CALL` is done
/// with it, too.
#[inline(always)]
pub unsafe fn list_append(r: &mut Regs, t: &Thread, _: u32) -> Flow {
    // SAFETY: verified: `list.append`, the list and the item, or NULL, a callable and an item.
    unsafe {
        let (callable, list) = (r.place(3).read(), r.peek(2));
        if callable != t.callables.list_append.word() || !t.is_exact_heap(list, t.types.list) {
            return Flow::Miss;
        }
        match list.payload_unchecked::<List>().items.push_within(r.pop()) {
            Ok(()) => {
                let (list, callable) = (r.pop_word(), r.pop_word());
                skip(r, TO_THE_END_OF_CALL + 1);
                Flow::Drop2(list, callable)
            }
            Err(item) => {
                // It still lies on the stack.
                std::mem::forget(item);
                Flow::Miss
            }
        }
    }
}

/// `PRECALL_NO_KW_LIST_APPEND` where the list must grow, and what it does not take.
#[inline(always)]
pub unsafe fn list_append_at_length(r: &mut Regs, t: &Thread, arg: u32) -> Flow {
    // SAFETY: verified: `list.append`, the list and the item, or NULL, a callable and an item.
    unsafe {
        let callable = r.place(3).read();
        let list = r.peek(2).downcast::<List>();
        let (Some(list), true) = (list, callable == t.callables.list_append.word()) else {
            return precall_missed(r, t, arg);
        };
        r.save();
        let item = r.pop();
        check!(list.push(item).map_err(types::Raised::from));
        release(r.pop_word());
        release(r.pop_word());
        skip(r, TO_THE_END_OF_CALL + 1);
    }
    Flow::Next
}
