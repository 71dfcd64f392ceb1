//! `STORE_SUBSCR`: into which container, under which key? (`_Py_Specialize_StoreSubscr`)
#![forbid(unsafe_code)]

use super::call::simple;
use super::{Decision, is_one_digit};
use crate::failure::Failure;
use frames::Function;
use instructions::specialized311 as fast;
use objects::Object;
use types::{List, Thread};

/// Decides for a container and a key.
pub fn store_subscr(t: &Thread, container: &Object, key: &Object) -> Decision {
    if let Some(list) = container
        .downcast::<List>()
        .filter(|_| t.is_exact(container, t.types.list))
    {
        if t.is_exact(key, t.types.int) {
            let fits = is_one_digit(key)
                && key
                    .as_small_int()
                    .and_then(|index| usize::try_from(index).ok())
                    .is_some_and(|index| index < list.len());
            return match fits {
                true => Decision::plain(fast::STORE_SUBSCR_LIST_INT),
                false => Decision::Fail(Failure::OutOfRange),
            };
        }
        return Decision::Fail(match t.is_exact(key, t.types.slice) {
            true => Failure::SubscrListSlice,
            false => Failure::Other,
        });
    }
    if t.is_exact(container, t.types.dict) {
        return Decision::plain(fast::STORE_SUBSCR_DICT);
    }
    Decision::Fail(reason(t, container, key))
}

fn reason(t: &Thread, container: &Object, key: &Object) -> Failure {
    let kind = t.type_of(container);
    let same_as_dict = match (
        kind.slots.set_subscript.get(),
        t.types.dict.slots.set_subscript.get(),
    ) {
        (Some(own), Some(dict)) => std::ptr::fn_addr_eq(own, dict),
        _ => false,
    };
    if same_as_dict {
        return Failure::SubscrDictSubclassNoOverride;
    }
    if kind.is(t.types.bytearray) {
        return if t.is_exact(key, t.types.int) {
            Failure::SubscrBytearrayInt
        } else if t.is_exact(key, t.types.slice) {
            Failure::SubscrBytearraySlice
        } else {
            Failure::Other
        };
    }
    let found = t.lookup(kind, &t.names.setitem);
    match found
        .as_ref()
        .and_then(|found| found.downcast::<Function>())
    {
        None => Failure::Other,
        Some(function) => match simple(&function.code()) {
            Ok(()) => Failure::SubscrPySimple,
            Err(_) => Failure::SubscrPyOther,
        },
    }
}
