//! What can be done with objects of a type? Its slots say: one function each, as in
//! CPython's `PyTypeObject`.
#![forbid(unsafe_code)]

use crate::kind::Type;
use crate::name::{Name, Names};
use crate::raised::PyResult;
use crate::thread::Thread;
use objects::{Header, Object, Slot};
use std::cell::Cell;

/// The arguments of a call, laid out as CPython's vectorcall has them: positional values
/// first, then the values of the keywords, whose names stand apart.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    all: &'a [Object],
    names: &'a [Object],
}

impl<'a> Args<'a> {
    /// Positional arguments only.
    #[inline(always)]
    pub fn positional(all: &'a [Object]) -> Args<'a> {
        Args { all, names: &[] }
    }

    /// Arguments of which the last `names.len()` are keywords. `None` if there are more
    /// names than values.
    #[inline(always)]
    pub fn new(all: &'a [Object], names: &'a [Object]) -> Option<Args<'a>> {
        (names.len() <= all.len()).then_some(Args { all, names })
    }

    /// All values, positional ones first.
    #[inline(always)]
    pub fn values(&self) -> &'a [Object] {
        self.all
    }

    /// The positional values.
    #[inline(always)]
    pub fn plain(&self) -> &'a [Object] {
        &self.all[..self.all.len() - self.names.len()]
    }

    /// The names of the keywords: strings.
    #[inline(always)]
    pub fn names(&self) -> &'a [Object] {
        self.names
    }

    /// The keywords: name and value.
    pub fn keywords(&self) -> impl Iterator<Item = (&'a Object, &'a Object)> + use<'a> {
        self.names
            .iter()
            .zip(&self.all[self.all.len() - self.names.len()..])
    }

    /// Were keywords passed?
    #[inline(always)]
    pub fn has_keywords(&self) -> bool {
        !self.names.is_empty()
    }
}

/// The binary operators, numbered as the argument of 3.11's `BINARY_OP`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs, reason = "the names say it")]
pub enum BinaryOp {
    Add,
    And,
    FloorDivide,
    LeftShift,
    MatrixMultiply,
    Multiply,
    Remainder,
    Or,
    Power,
    RightShift,
    Subtract,
    TrueDivide,
    Xor,
}

impl BinaryOp {
    /// All operators, by number.
    pub const ALL: [BinaryOp; 13] = [
        BinaryOp::Add,
        BinaryOp::And,
        BinaryOp::FloorDivide,
        BinaryOp::LeftShift,
        BinaryOp::MatrixMultiply,
        BinaryOp::Multiply,
        BinaryOp::Remainder,
        BinaryOp::Or,
        BinaryOp::Power,
        BinaryOp::RightShift,
        BinaryOp::Subtract,
        BinaryOp::TrueDivide,
        BinaryOp::Xor,
    ];

    /// The sign that Python writes for it.
    pub const fn sign(self) -> &'static str {
        [
            "+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^",
        ][self as usize]
    }
}

/// The rich comparisons, numbered as the argument of `COMPARE_OP`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs, reason = "the names say it")]
pub enum CompareOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl CompareOp {
    /// All comparisons, by number.
    pub const ALL: [CompareOp; 6] = [
        CompareOp::Lt,
        CompareOp::Le,
        CompareOp::Eq,
        CompareOp::Ne,
        CompareOp::Gt,
        CompareOp::Ge,
    ];

    /// The sign that Python writes for it.
    pub const fn sign(self) -> &'static str {
        ["<", "<=", "==", "!=", ">", ">="][self as usize]
    }

    /// The name of the method that implements it.
    pub fn method(self, names: &Names) -> &Name {
        match self {
            CompareOp::Lt => &names.lt,
            CompareOp::Le => &names.le,
            CompareOp::Eq => &names.eq,
            CompareOp::Ne => &names.ne,
            CompareOp::Gt => &names.gt,
            CompareOp::Ge => &names.ge,
        }
    }

    /// The comparison with its sides exchanged.
    pub const fn swapped(self) -> CompareOp {
        [Self::Gt, Self::Ge, Self::Eq, Self::Ne, Self::Lt, Self::Le][self as usize]
    }

    /// What the comparison says of two things in this order.
    #[inline(always)]
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            CompareOp::Lt => order.is_lt(),
            CompareOp::Le => order.is_le(),
            CompareOp::Eq => order.is_eq(),
            CompareOp::Ne => order.is_ne(),
            CompareOp::Gt => order.is_gt(),
            CompareOp::Ge => order.is_ge(),
        }
    }
}

/// A function of one object.
pub type UnaryFn = fn(&Thread, &Object) -> PyResult;
/// A function of two objects; `NotImplemented` says "not mine".
pub type BinaryFn = fn(&Thread, &Object, &Object) -> PyResult;
/// `pow(a, b, c)`: the third is `None` where it was not given.
pub type TernaryFn = fn(&Thread, &Object, &Object, &Object) -> PyResult;
/// A length.
pub type LengthFn = fn(&Thread, &Object) -> PyResult<usize>;
/// A yes or no.
pub type BoolFn = fn(&Thread, &Object) -> PyResult<bool>;
/// A hash; never −1.
pub type HashFn = fn(&Thread, &Object) -> PyResult<i64>;
/// The next item, or `None` at the end.
pub type NextFn = fn(&Thread, &Object) -> PyResult<Option<Object>>;
/// An item by number.
pub type ItemFn = fn(&Thread, &Object, i64) -> PyResult;
/// Stores (or, without a value, deletes) an item by number.
pub type SetItemFn = fn(&Thread, &Object, i64, Option<&Object>) -> PyResult<()>;
/// Stores (or, without a value, deletes) an item by key.
pub type SetSubscriptFn = fn(&Thread, &Object, &Object, Option<&Object>) -> PyResult<()>;
/// Asks for membership.
pub type ContainsFn = fn(&Thread, &Object, &Object) -> PyResult<bool>;
/// Compares; `NotImplemented` says "not mine".
pub type CompareFn = fn(&Thread, &Object, &Object, CompareOp) -> PyResult;
/// Calls.
pub type CallFn = fn(&Thread, &Object, Args<'_>) -> PyResult;
/// Makes an object of a type (`__new__`).
pub type NewFn = fn(&Thread, &Type, Args<'_>) -> PyResult;
/// Sets a new object up (`__init__`).
pub type InitFn = fn(&Thread, &Object, Args<'_>) -> PyResult<()>;
/// Gets an attribute.
pub type GetAttributeFn = fn(&Thread, &Object, &Name) -> PyResult;
/// Sets (or, without a value, deletes) an attribute.
pub type SetAttributeFn = fn(&Thread, &Object, &Name, Option<&Object>) -> PyResult<()>;
/// `descriptor.__get__(instance, owner)`; no instance when the class itself was asked.
pub type DescriptorGetFn = fn(&Thread, &Object, Option<&Object>, &Object) -> PyResult;
/// `descriptor.__set__(instance, value)`, or `__delete__` without a value.
pub type DescriptorSetFn = fn(&Thread, &Object, &Object, Option<&Object>) -> PyResult<()>;
/// The result of resuming a generator.
pub enum Sent {
    /// It yielded.
    Yielded(Object),
    /// It returned.
    Returned(Object),
}
/// Resumes a generator with a value (`am_send`).
pub type SendFn = fn(&Thread, &Object, &Object) -> PyResult<Sent>;
/// The place of an object's `__dict__`, for builtin types that have one.
pub type DictPlaceFn = for<'a> fn(&'a Object) -> Option<&'a Slot>;
/// Runs `__del__`.
pub type FinalizeFn = fn(&Thread, &Object);

macro_rules! slots {
    ($($(#[$doc:meta])* $name:ident: $type:ty,)*) => {
        /// The functions of a type. An empty slot means "cannot".
        #[derive(Default)]
        pub struct Slots {
            $($(#[$doc])* pub $name: Cell<Option<$type>>,)*
            /// `a + b` and the like, by [`BinaryOp`].
            pub binary: [Cell<Option<BinaryFn>>; 13],
            /// `a += b` and the like, by [`BinaryOp`].
            pub inplace: [Cell<Option<BinaryFn>>; 13],
        }

        impl Slots {
            /// Fills what is empty from a base.
            pub fn inherit(&self, base: &Slots) {
                // Comparison and hash go together: a type that defines one of them does
                // not take the other from its base (`inherit_slots`).
                if self.compare.get().is_none() && self.hash.get().is_none() {
                    self.compare.set(base.compare.get());
                    self.hash.set(base.hash.get());
                }
                $(if stringify!($name) != "compare" && stringify!($name) != "hash"
                    && self.$name.get().is_none()
                {
                    self.$name.set(base.$name.get());
                })*
                for (own, base) in self.binary.iter().zip(&base.binary) {
                    if own.get().is_none() {
                        own.set(base.get());
                    }
                }
                for (own, base) in self.inplace.iter().zip(&base.inplace) {
                    if own.get().is_none() {
                        own.set(base.get());
                    }
                }
            }

            /// Takes every slot from another table, empty ones too.
            pub fn copy_from(&self, other: &Slots) {
                $(self.$name.set(other.$name.get());)*
                for (own, other) in self.binary.iter().zip(&other.binary) {
                    own.set(other.get());
                }
                for (own, other) in self.inplace.iter().zip(&other.inplace) {
                    own.set(other.get());
                }
            }
        }
    };
}

slots! {
    /// `__repr__`
    repr: UnaryFn,
    /// `__str__`
    str: UnaryFn,
    /// `__hash__`
    hash: HashFn,
    /// `__call__`
    call: CallFn,
    /// `__getattribute__`, then `__getattr__`
    get_attribute: GetAttributeFn,
    /// `__setattr__`, `__delattr__`
    set_attribute: SetAttributeFn,
    /// `__lt__` and the like
    compare: CompareFn,
    /// `__iter__`
    iter: UnaryFn,
    /// `__next__`
    next: NextFn,
    /// `__get__`
    descriptor_get: DescriptorGetFn,
    /// `__set__`, `__delete__`
    descriptor_set: DescriptorSetFn,
    /// `__init__`
    init: InitFn,
    /// `__new__`
    new: NewFn,
    /// `__del__`
    finalize: FinalizeFn,
    /// Is it plain to see that `finalize` has nothing to do?
    is_done: fn(&Header) -> bool,
    /// Where the object's `__dict__` is (builtin types only).
    dict_place: DictPlaceFn,
    /// `pow()`, `__pow__`
    power: TernaryFn,
    /// `__ipow__` is `inplace`'s; this is `__divmod__`.
    divmod: BinaryFn,
    /// `__neg__`
    negative: UnaryFn,
    /// `__pos__`
    positive: UnaryFn,
    /// `__abs__`
    absolute: UnaryFn,
    /// `__bool__`
    bool: BoolFn,
    /// `__invert__`
    invert: UnaryFn,
    /// `__int__`
    int: UnaryFn,
    /// `__float__`
    float: UnaryFn,
    /// `__index__`
    index: UnaryFn,
    /// `__len__` of a sequence
    length: LengthFn,
    /// `+` of a sequence
    concat: BinaryFn,
    /// `*` of a sequence
    repeat: ItemFn,
    /// `+=` of a sequence
    inplace_concat: BinaryFn,
    /// `*=` of a sequence
    inplace_repeat: ItemFn,
    /// `__getitem__` by number
    item: ItemFn,
    /// `__setitem__` by number
    set_item: SetItemFn,
    /// `__contains__`
    contains: ContainsFn,
    /// `__getitem__`
    subscript: BinaryFn,
    /// `__setitem__`, `__delitem__`
    set_subscript: SetSubscriptFn,
    /// `__len__` of a mapping
    mapping_length: LengthFn,
    /// `__await__`
    await_: UnaryFn,
    /// `__aiter__`
    aiter: UnaryFn,
    /// `__anext__`
    anext: UnaryFn,
    /// `send()` without an exception for the end
    send: SendFn,
}
