//! What a type can do, and what it gets from its base.

mod common;

use common::{builtin, class, text, thread};
use objects::Object;
use types::{BinaryOp, CompareOp, ErrorKind, Instance, PyResult, Thread, Type, Version};

fn add_slot(kind: &Type, function: types::BinaryFn) {
    kind.slots.binary[BinaryOp::Add as usize].set(Some(function));
}

fn a_type(t: &Thread, name: &str, base: &'static Type) -> &'static Type {
    let kind = builtin(t, name, base);
    kind.declare::<Instance>();
    kind
}

fn left(_: &Thread, _: &Object, _: &Object) -> PyResult {
    Ok(Object::int32(1))
}

fn right(_: &Thread, _: &Object, _: &Object) -> PyResult {
    Ok(Object::int32(2))
}

fn not_mine(_: &Thread, _: &Object, _: &Object) -> PyResult {
    Ok(Object::not_implemented())
}

fn sum(t: &Thread, a: &Type, b: &Type) -> Result<Option<i64>, String> {
    let (a, b) = (Instance::make(a).unwrap(), Instance::make(b).unwrap());
    let sum = t.binary(BinaryOp::Add, &a, &b).map_err(text)?;
    Ok(sum.as_small_int())
}

#[test]
fn the_left_operand_is_asked_first_and_then_the_right() {
    let t = thread(Version::V310);
    let (a, b, c) = (
        a_type(&t, "A", t.types.object),
        a_type(&t, "B", t.types.object),
        a_type(&t, "C", t.types.object),
    );
    add_slot(a, left);
    add_slot(b, right);
    add_slot(c, not_mine);
    assert_eq!(sum(&t, a, b), Ok(Some(1)));
    assert_eq!(sum(&t, b, a), Ok(Some(2)));
    assert_eq!(sum(&t, c, b), Ok(Some(2)));
    let error = "TypeError: unsupported operand type(s) for +: 'C' and 'C'";
    assert_eq!(sum(&t, c, c), Err(error.to_owned()));
}

#[test]
fn a_right_operand_of_a_subtype_goes_first() {
    let t = thread(Version::V310);
    let base = a_type(&t, "Base", t.types.object);
    add_slot(base, left);
    t.ready(base).unwrap();
    let sub = builtin(&t, "Sub", base);
    add_slot(sub, right);
    t.ready(sub).unwrap();
    assert_eq!(sum(&t, base, sub), Ok(Some(2)));
    assert_eq!(sum(&t, sub, base), Ok(Some(2)));
    let heir = builtin(&t, "Heir", base);
    t.ready(heir).unwrap();
    assert_eq!(sum(&t, base, heir), Ok(Some(1)));
}

#[test]
fn an_empty_slot_is_filled_from_the_base_and_a_full_one_stays() {
    let t = thread(Version::V310);
    let base = a_type(&t, "Base", t.types.object);
    base.slots.negative.set(Some(|_, _| Ok(Object::int32(1))));
    base.slots.positive.set(Some(|_, _| Ok(Object::int32(1))));
    t.ready(base).unwrap();
    let sub = builtin(&t, "Sub", base);
    sub.slots.negative.set(Some(|_, _| Ok(Object::int32(2))));
    t.ready(sub).unwrap();
    let object = Instance::make(sub).unwrap();
    assert_eq!(t.negative(&object).unwrap().as_small_int(), Some(2));
    assert_eq!(t.positive(&object).unwrap().as_small_int(), Some(1));
    assert!(t.invert(&object).is_err());
}

#[test]
fn a_type_that_compares_without_a_hash_is_not_hashable() {
    let t = thread(Version::V310);
    let kind = a_type(&t, "Compares", t.types.object);
    kind.slots
        .compare
        .set(Some(|_, _, _, _| Ok(Object::bool(true))));
    t.ready(kind).unwrap();
    let object = Instance::make(kind).unwrap();
    assert_eq!(
        text(t.hash(&object).unwrap_err()),
        "TypeError: unhashable type: 'Compares'"
    );
    let hash = t.get_attribute(&object, &t.names.hash).unwrap();
    assert!(hash.is_none());
}

#[test]
fn objects_are_equal_to_themselves_and_have_no_order() {
    let t = thread(Version::V310);
    let kind = a_type(&t, "Thing", t.types.object);
    t.ready(kind).unwrap();
    let (a, b) = (Instance::make(kind).unwrap(), Instance::make(kind).unwrap());
    assert!(t.equal(&a, &a).unwrap());
    assert!(!t.equal(&a, &b).unwrap());
    assert!(t.compare_bool(&a, &b, CompareOp::Ne).unwrap());
    assert_eq!(
        text(t.compare(&a, &b, CompareOp::Lt).unwrap_err()),
        "TypeError: '<' not supported between instances of 'Thing' and 'Thing'"
    );
}

#[test]
fn a_special_method_of_a_builtin_type_calls_its_slot() {
    let t = thread(Version::V310);
    let kind = a_type(&t, "Thing", t.types.object);
    kind.slots.negative.set(Some(|_, _| Ok(Object::int32(-1))));
    add_slot(kind, left);
    t.ready(kind).unwrap();
    let object = Instance::make(kind).unwrap();
    let method = |name: &str| t.get_attribute(&object, &t.intern(name).unwrap());
    let neg = method("__neg__").unwrap();
    assert_eq!(t.type_name(&neg), "method-wrapper");
    assert_eq!(t.call(&neg, &[]).unwrap().as_small_int(), Some(-1));
    assert_eq!(
        text(t.call(&neg, &[Object::none()]).unwrap_err()),
        "TypeError: expected 0 arguments, got 1"
    );
    let radd = method("__radd__").unwrap();
    assert_eq!(
        t.call(&radd, &[Object::none()]).unwrap().as_small_int(),
        Some(1)
    );
    assert!(
        method("__pos__")
            .unwrap_err()
            .is(&t, ErrorKind::AttributeError)
    );
}

#[test]
fn a_slot_wrapper_refuses_what_is_not_of_its_type() {
    let t = thread(Version::V310);
    let kind = a_type(&t, "Thing", t.types.object);
    kind.slots.negative.set(Some(|_, _| Ok(Object::none())));
    t.ready(kind).unwrap();
    let name = t.intern("__neg__").unwrap();
    let wrapper = t.lookup(kind, &name).unwrap();
    assert_eq!(t.type_name(&wrapper), "wrapper_descriptor");
    assert_eq!(
        text(t.call(&wrapper, &[Object::int32(1)]).unwrap_err()),
        "TypeError: descriptor '__neg__' requires a 'Thing' object but received a 'int'"
    );
    assert_eq!(
        text(t.call(&wrapper, &[]).unwrap_err()),
        "TypeError: descriptor '__neg__' of 'Thing' object needs an argument"
    );
}

#[test]
fn a_class_takes_the_slots_of_its_base() {
    let t = thread(Version::V310);
    let base = a_type(&t, "Base", t.types.object);
    base.set_flags(types::Flags::BASE);
    base.slots.negative.set(Some(|_, _| Ok(Object::int32(7))));
    t.ready(base).unwrap();
    let class = class(&t, "Class", base);
    assert!(class.is_subtype(base) && class.is_subtype(t.types.object));
    assert!(!base.is_subtype(&class));
    let object = Instance::make(&class).unwrap();
    assert_eq!(t.negative(&object).unwrap().as_small_int(), Some(7));
    assert!(t.is_instance_of(&object, base) && !t.is_exact(&object, base));
}

#[test]
fn every_word_has_a_type() {
    let t = thread(Version::V310);
    let words = [
        (Object::int32(1), "int"),
        (Object::bool(true), "bool"),
        (Object::small_float(0.5).unwrap(), "float"),
        (Object::small_float(-0.0).unwrap(), "float"),
        (Object::none(), "NoneType"),
        (Object::ellipsis(), "ellipsis"),
        (Object::not_implemented(), "NotImplementedType"),
        (t.str("text").unwrap(), "str"),
        (t.types.int.object().into_object(), "type"),
    ];
    for (object, name) in words {
        assert_eq!(t.type_name(&object), name);
    }
    assert!(
        t.type_of(t.types.type_.object().as_object())
            .is(t.types.type_)
    );
}
