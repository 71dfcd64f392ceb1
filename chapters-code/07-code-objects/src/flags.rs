//! What do the bits of `co_flags` say?

/// The bits of `co_flags`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u32);

/// Locals lie in fast places, not in a dictionary.
pub const OPTIMIZED: Flags = Flags(0x1);
/// Each call has a namespace of its own.
pub const NEWLOCALS: Flags = Flags(0x2);
/// There is a `*args` parameter.
pub const VARARGS: Flags = Flags(0x4);
/// There is a `**kwargs` parameter.
pub const VARKEYWORDS: Flags = Flags(0x8);
/// The function stands inside another one.
pub const NESTED: Flags = Flags(0x10);
/// Calling it makes a generator.
pub const GENERATOR: Flags = Flags(0x20);
/// There are no cells and no free variables. 3.10 computes it; 3.11 has no such flag.
pub const NOFREE: Flags = Flags(0x40);
/// Calling it makes a coroutine.
pub const COROUTINE: Flags = Flags(0x80);
/// A generator that `await` accepts (`types.coroutine`).
pub const ITERABLE_COROUTINE: Flags = Flags(0x100);
/// Calling it makes an asynchronous generator.
pub const ASYNC_GENERATOR: Flags = Flags(0x200);
/// `from __future__ import division`, which is how it always is now.
pub const FUTURE_DIVISION: Flags = Flags(0x2_0000);
/// `from __future__ import absolute_import`
pub const FUTURE_ABSOLUTE_IMPORT: Flags = Flags(0x4_0000);
/// `from __future__ import with_statement`
pub const FUTURE_WITH_STATEMENT: Flags = Flags(0x8_0000);
/// `from __future__ import print_function`
pub const FUTURE_PRINT_FUNCTION: Flags = Flags(0x10_0000);
/// `from __future__ import unicode_literals`
pub const FUTURE_UNICODE_LITERALS: Flags = Flags(0x20_0000);
/// `from __future__ import barry_as_FLUFL`
pub const FUTURE_BARRY_AS_BDFL: Flags = Flags(0x40_0000);
/// `from __future__ import generator_stop`
pub const FUTURE_GENERATOR_STOP: Flags = Flags(0x80_0000);
/// `from __future__ import annotations`
pub const FUTURE_ANNOTATIONS: Flags = Flags(0x100_0000);

impl Flags {
    /// Are all of `other` set?
    #[inline(always)]
    pub const fn has(self, other: Flags) -> bool {
        self.0 & other.0 == other.0
    }

    /// Is one of `other` set?
    #[inline(always)]
    pub const fn any(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub const fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }

    /// Without the others.
    pub const fn without(self, other: Flags) -> Flags {
        Flags(self.0 & !other.0)
    }
}
