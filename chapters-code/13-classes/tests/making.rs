//! What `type` does with a name, bases and a namespace.

#[path = "../examples/machine/mod.rs"]
mod machine;

use machine::{class, get, show, with_machine};
use objects::Object;
use types::{ErrorKind, PyResult, Raised, Thread, Type};

fn message(t: &Thread, raised: Raised) -> String {
    let exception = raised.into_exception(t);
    t.to_str(&exception)
        .map_or(String::new(), |text| text.to_text())
}

fn names(order: &[objects::Owned<Type>]) -> String {
    let names: Vec<String> = order.iter().map(|class| class.name()).collect();
    names.join(" ")
}

fn mro(object: &Object) -> String {
    object
        .downcast::<Type>()
        .map_or(String::new(), |class| names(&class.mro()))
}

/// Runs a test of the machine; an exception fails it.
fn check(body: impl FnOnce(&Thread) -> PyResult<()>) {
    with_machine(|t| match body(t) {
        Ok(()) => Ok(()),
        Err(raised) => panic!("{}", message(t, raised)),
    })
    .expect("a machine");
}

#[test]
fn the_order_of_resolution_keeps_the_order_of_bases() {
    check(|t| {
        let a = class(t, "A", &[], &[])?;
        let b = class(t, "B", &[&a], &[])?;
        let c = class(t, "C", &[&a], &[])?;
        let d = class(t, "D", &[&b, &c], &[])?;
        assert_eq!(mro(&d), "D B C A object");
        Ok(())
    });
}

#[test]
fn bases_that_disagree_are_refused_by_name() {
    check(|t| {
        let (x, y) = (class(t, "X", &[], &[])?, class(t, "Y", &[], &[])?);
        let a = class(t, "A", &[&x, &y], &[])?;
        let b = class(t, "B", &[&y, &x], &[])?;
        let raised = class(t, "C", &[&a, &b], &[]).expect_err("no order");
        assert_eq!(
            message(t, raised),
            "Cannot create a consistent method resolution\norder (MRO) for bases X, Y"
        );
        Ok(())
    });
}

#[test]
fn a_slot_follows_the_special_method_of_a_base() {
    check(|t| {
        let a = class(t, "A", &[], &[])?;
        let b = class(t, "B", &[&a], &[])?;
        let object = t.call(&b, &[])?;
        assert!(t.length(&object).is_err());
        // `__len__ = int`, which gives 0 without arguments; `staticmethod` keeps it unbound.
        let zero = get(t, &t.builtins.clone().into_object(), "get")?;
        let method = t.call(&zero, &[t.str("staticmethod")?])?;
        let int = t.types.int.object().into_object();
        let zero = t.call(&method, &[int])?;
        let name = t.intern("__len__")?;
        t.set_attribute(&a, &name, Some(&zero))?;
        assert_eq!(t.length(&object)?, 0);
        t.set_attribute(&a, &name, None)?;
        assert!(t.length(&object).is_err());
        Ok(())
    });
}

#[test]
fn a_change_to_a_base_takes_the_versions_of_its_subclasses() {
    check(|t| {
        let a = class(t, "A", &[], &[])?;
        let b = class(t, "B", &[&a], &[])?;
        let name = t.intern("x")?;
        let kind = b.downcast::<Type>().expect("a class");
        assert!(t.lookup(kind, &name).is_none());
        assert_ne!(kind.version(), 0);
        t.set_attribute(&a, &name, Some(&Object::int32(1)))?;
        assert_eq!(kind.version(), 0);
        assert!(t.lookup(kind, &name).is_some());
        Ok(())
    });
}

#[test]
fn a_subclass_of_str_has_places_behind_its_text() {
    check(|t| {
        let str = t.types.str.object().into_object();
        let slots = containers::tuple(t, vec![t.str("mark")?, t.str("note")?])?;
        let kind = class(t, "Marked", &[&str], &[("__slots__", slots)])?;
        for text in ["", "a", "seven!!", "eight!!!", "Ω", "𝄞𝄞𝄞"] {
            let object = t.call(&kind, &[t.str(text)?])?;
            t.set_attribute(&object, &t.intern("note")?, Some(&t.str("n")?))?;
            t.set_attribute(&object, &t.intern("mark")?, Some(&Object::int32(7)))?;
            assert_eq!(get(t, &object, "mark")?.as_small_int(), Some(7));
            assert_eq!(show(t, &get(t, &object, "note")?), "'n'");
            assert_eq!(t.to_str(&object)?.to_text(), text);
        }
        Ok(())
    });
}

#[test]
fn an_object_changes_class_only_where_the_layout_is_the_same() {
    check(|t| {
        let (a, b) = (class(t, "A", &[], &[])?, class(t, "B", &[], &[])?);
        let slots = containers::tuple(t, vec![t.str("x")?])?;
        let c = class(t, "C", &[], &[("__slots__", slots)])?;
        let object = t.call(&a, &[])?;
        let x = t.intern("x")?;
        t.set_attribute(&object, &x, Some(&Object::int32(5)))?;
        t.set_attribute(&object, &t.names.class, Some(&b))?;
        assert_eq!(t.type_name(&object), "B");
        assert_eq!(t.get_attribute(&object, &x)?.as_small_int(), Some(5));
        let raised = t
            .set_attribute(&object, &t.names.class, Some(&c))
            .expect_err("another layout");
        assert_eq!(
            message(t, raised),
            "__class__ assignment: 'C' object layout differs from 'B'"
        );
        Ok(())
    });
}

#[test]
fn bases_can_be_replaced_and_the_order_follows() {
    check(|t| {
        let one = class(t, "One", &[], &[("x", Object::int32(1))])?;
        let two = class(t, "Two", &[], &[("x", Object::int32(2))])?;
        let sub = class(t, "Sub", &[&one], &[])?;
        let below = class(t, "Below", &[&sub], &[])?;
        assert_eq!(get(t, &below, "x")?.as_small_int(), Some(1));
        let bases = containers::tuple(t, vec![two.clone()])?;
        t.set_attribute(&sub, &t.names.bases, Some(&bases))?;
        assert_eq!(get(t, &below, "x")?.as_small_int(), Some(2));
        assert_eq!(mro(&below), "Below Sub Two object");
        let circle = containers::tuple(t, vec![below])?;
        let raised = t
            .set_attribute(&two, &t.names.bases, Some(&circle))
            .expect_err("a circle");
        assert!(raised.is(t, ErrorKind::TypeError));
        Ok(())
    });
}

#[test]
fn the_programs_of_this_chapter_print_what_cpython_printed() {
    for (program, expected) in PROGRAMS {
        let ((), printed) = with_machine(|t| {
            machine::run(t, program).map_err(|raised| {
                println!("{}", show(t, &raised.into_exception(t)));
                t.runtime_error("it ended in an exception")
            })?;
            Ok(())
        })
        .expect("it runs");
        assert!(printed == *expected, "{printed}");
    }
}

/// Those that need no generators, which come in the next chapter.
const PROGRAMS: &[(&[u8], &str)] = &[
    (
        include_bytes!("../../../programs/310/class_lookup.pyc"),
        include_str!("../../../programs/310/class_lookup.out"),
    ),
    (
        include_bytes!("../../../programs/310/class_making.pyc"),
        include_str!("../../../programs/310/class_making.out"),
    ),
    (
        include_bytes!("../../../programs/310/class_attributes.pyc"),
        include_str!("../../../programs/310/class_attributes.out"),
    ),
    (
        include_bytes!("../../../programs/310/class_descriptors.pyc"),
        include_str!("../../../programs/310/class_descriptors.out"),
    ),
    (
        include_bytes!("../../../programs/310/class_super.pyc"),
        include_str!("../../../programs/310/class_super.out"),
    ),
    (
        include_bytes!("../../../programs/310/class_operators.pyc"),
        include_str!("../../../programs/310/class_operators.out"),
    ),
];
