//! Which special methods stand for which slots? The table.

use crate::special::{self, Special};
use types::{BinaryOp, Thread};

macro_rules! simple {
    ($slot:ident, $function:expr, $($name:literal),*) => {
        Special {
            names: &[$($name),*],
            python: |slots| slots.$slot.set(Some($function)),
            copy: |slots, other| slots.$slot.set(other.$slot.get()),
            clear: |slots| slots.$slot.set(None),
        }
    };
}

/// A slot that calls one method without arguments.
macro_rules! unary {
    ($slot:ident, $field:ident, $name:literal) => {
        simple!(
            $slot,
            |t, object| special::required(t, object, &t.names.$field, &[]),
            $name
        )
    };
}

macro_rules! operator {
    ($op:ident, $field:ident $name:literal, $reflected_field:ident $reflected:literal) => {
        Special {
            names: &[$name, $reflected],
            python: |slots| slots.binary[BinaryOp::$op as usize].set(Some($field)),
            copy: |slots, other| {
                let op = BinaryOp::$op as usize;
                slots.binary[op].set(other.binary[op].get());
            },
            clear: |slots| slots.binary[BinaryOp::$op as usize].set(None),
        }
    };
}

macro_rules! inplace {
    ($op:ident, $field:ident $name:literal) => {
        Special {
            names: &[$name],
            python: |slots| {
                slots.inplace[BinaryOp::$op as usize].set(Some(|t, a, b| {
                    special::required(t, a, &t.names.$field, std::slice::from_ref(b))
                }))
            },
            copy: |slots, other| {
                let op = BinaryOp::$op as usize;
                slots.inplace[op].set(other.inplace[op].get());
            },
            clear: |slots| slots.inplace[BinaryOp::$op as usize].set(None),
        }
    };
}

/// Declares, for each operator, the function that calls its methods.
macro_rules! operators {
    ($($op:ident $field:ident $reflected:ident;)*) => {
        $(
            fn $field(t: &Thread, a: &objects::Object, b: &objects::Object) -> types::PyResult {
                let names = (&t.names.$field, &t.names.$reflected);
                special::binary(t, (a, b), BinaryOp::$op, $field, names)
            }
        )*
    };
}

operators! {
    Add add radd; And and rand; FloorDivide floordiv rfloordiv; LeftShift lshift rlshift;
    MatrixMultiply matmul rmatmul; Multiply mul rmul; Remainder mod_ rmod; Or or ror;
    Power pow rpow; RightShift rshift rrshift; Subtract sub rsub; TrueDivide truediv rtruediv;
    Xor xor rxor;
}

/// Sequence operators of a builtin base go with the operator's methods: a class that
/// overrides `__add__` must not keep the base's concatenation.
macro_rules! sequence {
    ($slot:ident, $name:literal) => {
        Special {
            names: &[$name],
            python: |slots| slots.$slot.set(None),
            copy: |slots, other| slots.$slot.set(other.$slot.get()),
            clear: |slots| slots.$slot.set(None),
        }
    };
}

pub(crate) static SPECIALS: &[Special] = &[
    simple!(repr, special::repr, "__repr__"),
    simple!(str, special::str, "__str__"),
    simple!(hash, special::hash, "__hash__"),
    simple!(call, special::call_slot, "__call__"),
    Special {
        names: &["__getattribute__", "__getattr__"],
        python: |slots| slots.get_attribute.set(Some(special::get_attribute)),
        copy: |slots, other| slots.get_attribute.set(other.get_attribute.get()),
        clear: |slots| slots.get_attribute.set(None),
    },
    simple!(
        set_attribute,
        special::set_attribute,
        "__setattr__",
        "__delattr__"
    ),
    simple!(
        compare,
        special::compare,
        "__lt__",
        "__le__",
        "__eq__",
        "__ne__",
        "__gt__",
        "__ge__"
    ),
    simple!(iter, special::iter, "__iter__"),
    simple!(next, special::next, "__next__"),
    simple!(descriptor_get, special::descriptor_get, "__get__"),
    simple!(
        descriptor_set,
        special::descriptor_set,
        "__set__",
        "__delete__"
    ),
    simple!(init, special::init, "__init__"),
    Special {
        names: &["__new__"],
        python: |slots| slots.new.set(Some(special::new)),
        copy: |slots, other| slots.new.set(other.new.get()),
        clear: |slots| slots.new.set(None),
    },
    simple!(bool, special::bool, "__bool__"),
    simple!(length, special::length, "__len__"),
    simple!(mapping_length, special::length, "__len__"),
    simple!(contains, special::contains, "__contains__"),
    simple!(subscript, special::subscript, "__getitem__"),
    simple!(item, special::item, "__getitem__"),
    simple!(
        set_subscript,
        special::set_subscript,
        "__setitem__",
        "__delitem__"
    ),
    sequence!(set_item, "__setitem__"),
    simple!(divmod, special::divmod, "__divmod__", "__rdivmod__"),
    unary!(negative, neg, "__neg__"),
    unary!(positive, pos, "__pos__"),
    unary!(absolute, abs, "__abs__"),
    unary!(invert, invert, "__invert__"),
    unary!(int, int, "__int__"),
    unary!(float, float, "__float__"),
    unary!(index, index, "__index__"),
    unary!(await_, await_, "__await__"),
    unary!(aiter, aiter, "__aiter__"),
    unary!(anext, anext, "__anext__"),
    operator!(Add, add "__add__", radd "__radd__"),
    operator!(And, and "__and__", rand "__rand__"),
    operator!(FloorDivide, floordiv "__floordiv__", rfloordiv "__rfloordiv__"),
    operator!(LeftShift, lshift "__lshift__", rlshift "__rlshift__"),
    operator!(MatrixMultiply, matmul "__matmul__", rmatmul "__rmatmul__"),
    operator!(Multiply, mul "__mul__", rmul "__rmul__"),
    operator!(Remainder, mod_ "__mod__", rmod "__rmod__"),
    operator!(Or, or "__or__", ror "__ror__"),
    operator!(Power, pow "__pow__", rpow "__rpow__"),
    simple!(power, special::power, "__pow__"),
    operator!(RightShift, rshift "__rshift__", rrshift "__rrshift__"),
    operator!(Subtract, sub "__sub__", rsub "__rsub__"),
    operator!(TrueDivide, truediv "__truediv__", rtruediv "__rtruediv__"),
    operator!(Xor, xor "__xor__", rxor "__rxor__"),
    inplace!(Add, iadd "__iadd__"),
    inplace!(And, iand "__iand__"),
    inplace!(FloorDivide, ifloordiv "__ifloordiv__"),
    inplace!(LeftShift, ilshift "__ilshift__"),
    inplace!(MatrixMultiply, imatmul "__imatmul__"),
    inplace!(Multiply, imul "__imul__"),
    inplace!(Remainder, imod "__imod__"),
    inplace!(Or, ior "__ior__"),
    inplace!(Power, ipow "__ipow__"),
    inplace!(RightShift, irshift "__irshift__"),
    inplace!(Subtract, isub "__isub__"),
    inplace!(TrueDivide, itruediv "__itruediv__"),
    inplace!(Xor, ixor "__ixor__"),
    sequence!(concat, "__add__"),
    sequence!(inplace_concat, "__iadd__"),
    sequence!(repeat, "__mul__"),
    sequence!(inplace_repeat, "__imul__"),
];
