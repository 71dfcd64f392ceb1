//! How do the rows become data and constants?

mod specialized;
mod v310;
mod v311;

use crate::definition::{CacheField, Definition, Flow, Operand, StackEffect};
use crate::specialization::{Kind, Specialization};

/// Makes of a table's rows one constant per opcode and the slice of definitions.
macro_rules! define {
    ([$n:ident] $(
        $name:ident $number:literal $operand:ident $flow:ident
        [$pops:expr => $pushes:expr] $([$jump_pops:expr => $jump_pushes:expr])?
        $({$($field:ident $units:literal),*})?
        $chapter:literal $semantics:literal;
    )*) => {
        $(#[doc = $semantics] pub const $name: u8 = $number;)*

        pub(crate) static ROWS: &[Definition] = &[$(Definition {
            opcode: $number,
            name: stringify!($name),
            operand: Operand::$operand,
            flow: Flow::$flow,
            caches: &[$($(CacheField { name: stringify!($field), units: $units }),*)?],
            falling: |$n| { let _ = $n; StackEffect { pops: $pops, pushes: $pushes } },
            jumping: define!(@jump [$n] $([$jump_pops => $jump_pushes])?),
            effect_formula: concat!(stringify!($pops), " → ", stringify!($pushes)),
            jump_formula: define!(@formula $([$jump_pops => $jump_pushes])?),
            semantics: $semantics,
            chapter: $chapter,
        }),*];

        pub(crate) static BY_OPCODE: [Option<&Definition>; 256] = {
            let mut table = [None; 256];
            let mut i = 0;
            while i < ROWS.len() {
                let slot = &mut table[ROWS[i].opcode as usize];
                assert!(slot.is_none(), "two rows have one number");
                *slot = Some(&ROWS[i]);
                i += 1;
            }
            table
        };
    };
    (@jump [$n:ident]) => { None };
    (@jump [$n:ident] [$pops:expr => $pushes:expr]) => {
        Some(|$n| { let _ = $n; StackEffect { pops: $pops, pushes: $pushes } })
    };
    (@formula) => { None };
    (@formula [$pops:expr => $pushes:expr]) => {
        Some(concat!(stringify!($pops), " → ", stringify!($pushes)))
    };
}

/// Makes of the specialized rows one constant per opcode and the slice of them.
macro_rules! define_specialized {
    ($($name:ident $number:literal $base:ident $kind:ident $semantics:literal;)*) => {
        $(#[doc = $semantics] pub const $name: u8 = $number;)*

        pub(crate) static ROWS: &[Specialization] = &[$(Specialization {
            opcode: $number,
            name: stringify!($name),
            base: super::op311::$base,
            kind: Kind::$kind,
            semantics: $semantics,
        }),*];

        pub(crate) static BY_OPCODE: [Option<&Specialization>; 256] = {
            let mut table = [None; 256];
            let mut i = 0;
            while i < ROWS.len() {
                let number = ROWS[i].opcode as usize;
                assert!(table[number].is_none(), "two rows have one number");
                assert!(super::op311::BY_OPCODE[number].is_none(), "the number is taken");
                table[number] = Some(&ROWS[i]);
                i += 1;
            }
            table
        };
    };
}

/// The opcodes of CPython 3.10, by name.
pub mod op310 {
    use super::*;
    crate::instructions_3_10!(define);
}

/// The opcodes of CPython 3.11, by name.
pub mod op311 {
    use super::*;
    crate::instructions_3_11!(define);
}

/// The opcodes that a running CPython 3.11 puts in the place of others, by name.
pub mod specialized311 {
    use super::*;
    crate::specialized_3_11!(define_specialized);
}
