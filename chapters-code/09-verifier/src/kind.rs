//! What can be known of one entry of the value stack?

use std::fmt;

/// What the verifier knows of an entry of the value stack.
///
/// The kinds are a tree: each has one that says less ([`Kind::wider`]), up to
/// [`Kind::Nullable`], of which nothing is known. Where two paths meet, an entry gets
/// the narrowest kind above both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An object or NULL.
    Nullable,
    /// NULL.
    Null,
    /// An object.
    Object,
    /// A `str`.
    Str,
    /// A `list`.
    List,
    /// A `set`.
    Set,
    /// A `dict`.
    Dict,
    /// A `tuple`.
    Tuple,
    /// A `tuple` of so many items.
    TupleOf(u32),
    /// A `tuple` of so many items, each a `str`.
    Names(u32),
    /// A `tuple` of so many items, each a cell.
    Cells(u32),
    /// A cell.
    Cell,
    /// A code object with so many free variables.
    Code(u32),
    /// An exception, or None.
    ExceptionOrNone,
    /// An exception: an instance of `BaseException`.
    Exception,
    /// 3.10: the class of the exception that a handler handles.
    ExceptionType,
    /// 3.10: the traceback of the exception that a handler handles, or None.
    Traceback,
    /// 3.11: the `int` that says which instruction raised.
    Lasti,
    /// 3.10: the class of the exception handled before, as it lies below a handler's own.
    SavedType,
    /// 3.10: the exception handled before, or NULL.
    SavedValue,
    /// 3.10: the traceback of the exception handled before, or NULL.
    SavedTraceback,
}

impl Kind {
    /// The kind that says one thing less.
    pub fn wider(self) -> Option<Kind> {
        match self {
            Kind::Nullable => None,
            Kind::Null
            | Kind::Object
            | Kind::SavedType
            | Kind::SavedValue
            | Kind::SavedTraceback => Some(Kind::Nullable),
            Kind::Names(items) | Kind::Cells(items) => Some(Kind::TupleOf(items)),
            Kind::TupleOf(_) => Some(Kind::Tuple),
            Kind::Exception => Some(Kind::ExceptionOrNone),
            Kind::Str
            | Kind::List
            | Kind::Set
            | Kind::Dict
            | Kind::Tuple
            | Kind::Cell
            | Kind::Code(_)
            | Kind::ExceptionOrNone
            | Kind::ExceptionType
            | Kind::Traceback
            | Kind::Lasti => Some(Kind::Object),
        }
    }

    /// Whether every entry of this kind is of kind `wanted` too.
    pub fn is(self, wanted: Kind) -> bool {
        self == wanted || self.wider().is_some_and(|wider| wider.is(wanted))
    }

    /// The narrowest kind that holds for both.
    pub fn join(self, other: Kind) -> Kind {
        let mut kind = self;
        while !other.is(kind) {
            // The root holds for everything, so the climb ends there at the latest.
            kind = kind.wider().unwrap_or(Kind::Nullable);
        }
        kind
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Nullable => f.write_str("object or NULL"),
            Kind::Null => f.write_str("NULL"),
            Kind::Object => f.write_str("object"),
            Kind::Str => f.write_str("str"),
            Kind::List => f.write_str("list"),
            Kind::Set => f.write_str("set"),
            Kind::Dict => f.write_str("dict"),
            Kind::Tuple => f.write_str("tuple"),
            Kind::TupleOf(items) => write!(f, "tuple of {items}"),
            Kind::Names(items) => write!(f, "tuple of {items} str"),
            Kind::Cells(items) => write!(f, "tuple of {items} cells"),
            Kind::Cell => f.write_str("cell"),
            Kind::Code(0) => f.write_str("code object"),
            Kind::Code(free) => write!(f, "code object with {free} free variables"),
            Kind::ExceptionOrNone => f.write_str("exception or None"),
            Kind::Exception => f.write_str("exception"),
            Kind::ExceptionType => f.write_str("exception class"),
            Kind::Traceback => f.write_str("traceback or None"),
            Kind::Lasti => f.write_str("offset of the raise"),
            Kind::SavedType => f.write_str("saved exception class"),
            Kind::SavedValue => f.write_str("saved exception"),
            Kind::SavedTraceback => f.write_str("saved traceback"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Kind; 23] = [
        Kind::Nullable,
        Kind::Null,
        Kind::Object,
        Kind::Str,
        Kind::List,
        Kind::Set,
        Kind::Dict,
        Kind::Tuple,
        Kind::TupleOf(2),
        Kind::TupleOf(3),
        Kind::Names(2),
        Kind::Cells(2),
        Kind::Cell,
        Kind::Code(0),
        Kind::Code(1),
        Kind::ExceptionOrNone,
        Kind::Exception,
        Kind::ExceptionType,
        Kind::Traceback,
        Kind::Lasti,
        Kind::SavedType,
        Kind::SavedValue,
        Kind::SavedTraceback,
    ];

    #[test]
    fn the_join_of_two_kinds_holds_for_both_and_is_the_same_either_way() {
        for a in ALL {
            for b in ALL {
                let join = a.join(b);
                assert!(a.is(join) && b.is(join), "{a} and {b} give {join}");
                assert_eq!(join, b.join(a), "{a} and {b}");
                assert_eq!(join == a, b.is(a), "{a} and {b}");
            }
        }
    }

    #[test]
    fn the_join_is_the_narrowest_kind_that_holds_for_both() {
        for a in ALL {
            for b in ALL {
                for c in ALL.into_iter().filter(|&c| a.is(c) && b.is(c)) {
                    assert!(a.join(b).is(c), "{a}, {b}: {} is not {c}", a.join(b));
                }
            }
        }
    }

    #[test]
    fn a_joined_entry_changes_at_most_four_times() {
        for mut kind in ALL {
            let mut changes = 0;
            while let Some(wider) = kind.wider() {
                kind = wider;
                changes += 1;
            }
            assert!(changes <= 4);
        }
    }

    #[test]
    fn a_null_and_an_object_meet_in_an_entry_that_only_a_call_may_read() {
        assert_eq!(Kind::Null.join(Kind::Object), Kind::Nullable);
        assert!(!Kind::Nullable.is(Kind::Object));
        assert!(!Kind::SavedValue.is(Kind::Object));
    }

    #[test]
    fn a_kind_takes_eight_bytes() {
        assert_eq!(size_of::<Kind>(), 8);
    }
}
