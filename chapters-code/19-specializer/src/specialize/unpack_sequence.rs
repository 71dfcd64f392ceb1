//! `UNPACK_SEQUENCE`: how many, out of what? (`_Py_Specialize_UnpackSequence`)
#![forbid(unsafe_code)]

use super::Decision;
use crate::failure::Failure;
use instructions::specialized311 as fast;
use objects::Object;
use types::{List, Thread, Tuple};

/// Decides for a sequence.
pub fn unpack_sequence(t: &Thread, arg: u32, sequence: &Object) -> Decision {
    let count = arg as usize;
    if let Some(tuple) = sequence
        .downcast::<Tuple>()
        .filter(|_| t.is_exact(sequence, t.types.tuple))
    {
        return match tuple.len() {
            length if length != count => Decision::Fail(Failure::ExpectedError),
            2 => Decision::plain(fast::UNPACK_SEQUENCE_TWO_TUPLE),
            _ => Decision::plain(fast::UNPACK_SEQUENCE_TUPLE),
        };
    }
    if let Some(list) = sequence
        .downcast::<List>()
        .filter(|_| t.is_exact(sequence, t.types.list))
    {
        return match list.items.len() == count {
            true => Decision::plain(fast::UNPACK_SEQUENCE_LIST),
            false => Decision::Fail(Failure::ExpectedError),
        };
    }
    let slots = &t.type_of(sequence).slots;
    Decision::Fail(if slots.item.get().is_some() {
        Failure::UnpackSequenceSequence
    } else if slots.next.get().is_some() {
        Failure::UnpackSequenceIterator
    } else {
        Failure::Other
    })
}
