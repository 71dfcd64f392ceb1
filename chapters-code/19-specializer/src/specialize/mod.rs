//! What shall an instruction become? One file for each family decides, as the functions of
//! CPython's `Python/specialize.c` do, and changes nothing; [`Decision::apply`] writes it down.
#![forbid(unsafe_code)]

mod attributes;
mod binary_op;
mod binary_subscr;
mod call;
mod compare_op;
mod descriptor;
mod keys;
mod load_global;
mod load_method;
mod precall;
mod store_subscr;
mod unpack_sequence;

pub use attributes::{TYPE_OFFSET, load_attr, store_attr};
pub use binary_op::binary_op;
pub use binary_subscr::binary_subscr;
pub use call::{call, version_of};
pub use compare_op::compare_op;
pub use keys::dict_version;
pub use load_global::load_global;
pub use load_method::load_method;
pub use precall::{flags_are, precall};
pub use store_subscr::store_subscr;
pub use unpack_sequence::unpack_sequence;

use crate::failure::Failure;
use crate::site::{Site, field};
use objects::{Object, Word};

/// Has an integer one digit (of 30 bits), or none? CPython's specialized comparisons take no
/// larger ones.
#[inline(always)]
pub fn has_one_digit(value: i64) -> bool {
    const LARGEST: i64 = (1 << 30) - 1;
    (value + LARGEST) as u64 <= 2 * LARGEST as u64
}

/// What becomes of an adaptive instruction whose counter has run out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It becomes another operation, with these things in its cache.
    Specialize(u8, Cached),
    /// It stays adaptive, and waits longer.
    Fail(Failure),
    /// It goes back to the plain operation for good: no specialization can ever fit.
    GiveUp(u8, Failure),
}

/// What a specialized instruction keeps besides its counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cached {
    /// Nothing.
    Nothing,
    /// `LOAD_ATTR`, `STORE_ATTR`, and `LOAD_METHOD_MODULE`
    Attribute {
        /// Of the type, or of a module's keys.
        version: u32,
        /// The index, or CPython's offset of a slot.
        index: u16,
    },
    /// `LOAD_GLOBAL`
    Global {
        /// Of the entry.
        index: u16,
        /// Of the globals' keys.
        module: u32,
        /// Of the builtins' keys; `None` if the name is a global.
        builtin: Option<u16>,
    },
    /// `LOAD_METHOD`
    Method {
        /// Of the type.
        version: u32,
        /// CPython's offset of the `__dict__`, where that is noted.
        dict_offset: Option<u16>,
        /// Of the keys, where there are any.
        keys: Option<u32>,
        /// The method, borrowed.
        descriptor: Word,
    },
    /// `COMPARE_OP`: for which results to jump.
    Mask(u16),
    /// `BINARY_SUBSCR_GETITEM`
    Getitem {
        /// Of the container's type.
        version: u32,
        /// Of its `__getitem__`.
        function: u16,
    },
    /// `CALL`
    Call {
        /// Of the function.
        version: u32,
        /// How many arguments it must be given.
        min_args: u16,
    },
}

impl Decision {
    /// A specialization that keeps nothing.
    fn plain(operation: u8) -> Decision {
        Decision::Specialize(operation, Cached::Nothing)
    }

    /// Writes it into the code.
    pub fn apply(self, site: Site<'_>) {
        match self {
            Decision::Specialize(operation, cached) => {
                cached.write(site);
                site.specialize(operation);
            }
            Decision::Fail(_) => site.back_off(),
            Decision::GiveUp(operation, _) => site.rewrite(operation),
        }
    }
}

impl From<Result<Decision, Failure>> for Decision {
    fn from(result: Result<Decision, Failure>) -> Decision {
        result.unwrap_or_else(Decision::Fail)
    }
}

impl Cached {
    fn write(self, site: Site<'_>) {
        match self {
            Cached::Nothing => (),
            Cached::Attribute { version, index } => {
                site.set_u32(field::TYPE_VERSION, version);
                site.set(field::ATTR_INDEX, index);
            }
            Cached::Global {
                index,
                module,
                builtin,
            } => {
                site.set(field::GLOBAL_INDEX, index);
                site.set_u32(field::MODULE_VERSION, module);
                if let Some(builtin) = builtin {
                    site.set(field::BUILTIN_VERSION, builtin);
                }
            }
            Cached::Method {
                version,
                dict_offset,
                keys,
                descriptor,
            } => {
                site.set_u32(field::TYPE_VERSION, version);
                site.set_word(field::DESCRIPTOR, descriptor);
                if let Some(offset) = dict_offset {
                    site.set(field::DICT_OFFSET, offset);
                }
                if let Some(keys) = keys {
                    site.set_u32(field::KEYS_VERSION, keys);
                }
            }
            Cached::Mask(mask) => site.set(field::MASK, mask),
            Cached::Getitem { version, function } => {
                site.set_u32(field::TYPE_VERSION, version);
                site.set(field::GETITEM_VERSION, function);
            }
            Cached::Call { version, min_args } => {
                site.set_u32(field::FUNCTION_VERSION, version);
                site.set(field::MIN_ARGS, min_args);
            }
        }
    }
}

/// Has the object exactly the type `int`, and one digit?
fn is_one_digit(object: &Object) -> bool {
    object.as_small_int().is_some_and(has_one_digit)
}
