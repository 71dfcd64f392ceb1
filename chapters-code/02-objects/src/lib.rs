//! The value word, the object header, reference counts and the heap.
//!
//! Everything Python code can name is an [`Object`]: one 64-bit word that is either the
//! value itself (a small integer, most floats, `None`) or the address of a heap object
//! that begins with a [`Header`]. This crate owns the word, the header, the counts and
//! the memory; what a *type* is comes in the next chapter.

mod array;
mod header;
mod heap;
mod instance;
mod layout;
mod owned;
mod places;
mod plain;
mod slot;
mod word;

pub use array::{Array, Objects, Width};
pub use header::{Header, SHARED_KEYS_MAX, TypeCore, TypeHead};
pub use heap::{
    Heap, OutOfMemory, dealloc_with_finalizer, heap, make_at_hand, make_builtin_at_hand,
    make_root_type, make_with_at_hand, resize_unique,
};
pub use instance::{InstancePrefix, Values};
pub use layout::{Layout, Payload, Visit, base_layout, end_payload, payload_of};
pub use owned::Owned;
pub use places::Places;
pub use plain::{plain_class, plain_type};
pub use slot::Slot;
pub use word::{Object, Singleton, Unpacked, Word};
