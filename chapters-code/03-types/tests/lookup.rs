//! Where an attribute comes from, and how long that is remembered.

mod common;

use common::{builtin, class, text, thread};
use objects::Object;
use types::{
    AccessorDef, Instance, Method, NativeCode, NativeDef, PyResult, Thread, Type, Version,
};

static DATA: &[AccessorDef] = &[
    AccessorDef {
        name: "data",
        get: |_, _| Ok(Object::int32(1)),
        set: Some(|_, _, _| Ok(())),
        doc: "",
    },
    AccessorDef {
        name: "fixed",
        get: |_, _| Ok(Object::int32(2)),
        set: None,
        doc: "",
    },
];

static METHODS: &[NativeDef] = &[NativeDef {
    name: "method",
    code: NativeCode::NoArgs(|_, _| Ok(Object::int32(3))),
    doc: "",
}];

fn base(t: &Thread) -> &'static Type {
    let base = builtin(t, "Base", t.types.object);
    base.declare::<Instance>();
    t.add_accessors(base, DATA).unwrap();
    t.add_methods(base, METHODS).unwrap();
    t.set_type_attribute(base, "plain", Object::int32(4))
        .unwrap();
    t.ready(base).unwrap();
    base
}

fn get(t: &Thread, object: &Object, name: &str) -> PyResult {
    t.get_attribute(object, &t.intern(name)?)
}

fn set(t: &Thread, object: &Object, name: &str, value: i32) -> PyResult<()> {
    t.set_attribute(object, &t.intern(name)?, Some(&Object::int32(value)))
}

fn number(t: &Thread, object: &Object, name: &str) -> Option<i64> {
    get(t, object, name).unwrap().as_small_int()
}

#[test]
fn a_data_descriptor_wins_over_the_object_and_a_method_does_not() {
    let t = thread(Version::V310);
    let class = class(&t, "Class", base(&t));
    let object = Instance::make(&class).unwrap();
    assert_eq!(number(&t, &object, "data"), Some(1));
    assert_eq!(number(&t, &object, "plain"), Some(4));
    for name in ["data", "method", "plain", "own"] {
        set(&t, &object, name, 9).unwrap();
    }
    assert_eq!(number(&t, &object, "data"), Some(1));
    assert_eq!(number(&t, &object, "method"), Some(9));
    assert_eq!(number(&t, &object, "plain"), Some(9));
    assert_eq!(number(&t, &object, "own"), Some(9));
    // It is the object that has them, not the class.
    let other = Instance::make(&class).unwrap();
    assert_eq!(number(&t, &other, "plain"), Some(4));
    assert!(get(&t, &other, "own").is_err());
}

#[test]
fn a_field_that_cannot_be_set_says_so() {
    let t = thread(Version::V310);
    let class = class(&t, "Class", base(&t));
    let object = Instance::make(&class).unwrap();
    assert_eq!(number(&t, &object, "fixed"), Some(2));
    assert_eq!(
        text(set(&t, &object, "fixed", 9).unwrap_err()),
        "AttributeError"
    );
}

#[test]
fn an_object_without_a_dict_takes_no_attributes() {
    let t = thread(Version::V310);
    let object = Instance::make(base(&t)).unwrap();
    assert!(set(&t, &object, "own", 1).is_err());
    assert!(set(&t, &object, "plain", 1).is_err());
    assert_eq!(number(&t, &object, "plain"), Some(4));
}

#[test]
fn an_attribute_can_be_deleted_once() {
    let t = thread(Version::V310);
    let class = class(&t, "Class", base(&t));
    let object = Instance::make(&class).unwrap();
    let name = t.intern("own").unwrap();
    set(&t, &object, "own", 1).unwrap();
    t.set_attribute(&object, &name, None).unwrap();
    assert!(t.find_attribute(&object, &name).unwrap().is_none());
    assert!(t.set_attribute(&object, &name, None).is_err());
}

#[test]
fn attributes_beyond_the_shared_keys_go_into_a_dict_and_all_are_found() {
    let t = thread(Version::V310);
    let class = class(&t, "Class", base(&t));
    let object = Instance::make(&class).unwrap();
    for index in 0..40 {
        set(&t, &object, &format!("name_{index}"), index).unwrap();
    }
    assert!(class.shared_keys.len() <= usize::from(objects::SHARED_KEYS_MAX));
    for index in 0..40 {
        assert_eq!(
            number(&t, &object, &format!("name_{index}")),
            Some(index.into())
        );
    }
    let header = object.header().unwrap();
    let dict = t
        .instance_dict(&object, header.instance().unwrap())
        .unwrap();
    let keys: Vec<String> = (0..dict.table.entries())
        .map(|index| t.to_str(&dict.table.key(index).unwrap()).unwrap().to_text())
        .collect();
    assert_eq!(
        keys,
        (0..40).map(|i| format!("name_{i}")).collect::<Vec<_>>()
    );
}

#[test]
fn a_method_is_found_without_being_bound() {
    let t = thread(Version::V310);
    let class = class(&t, "Class", base(&t));
    let object = Instance::make(&class).unwrap();
    let name = t.intern("method").unwrap();
    let Method::Unbound(method) = t.get_method(&object, &name).unwrap() else {
        panic!("a bound method was made");
    };
    assert_eq!(t.type_name(&method), "method_descriptor");
    assert_eq!(
        t.call_method(&object, &name, &[]).unwrap().as_small_int(),
        Some(3)
    );
    set(&t, &object, "method", 9).unwrap();
    assert!(matches!(
        t.get_method(&object, &name).unwrap(),
        Method::Bound(_)
    ));
}

#[test]
fn a_remembered_lookup_is_forgotten_when_the_type_changes() {
    let t = thread(Version::V310);
    let base = base(&t);
    let (first, second) = (class(&t, "First", base), class(&t, "Second", base));
    let name = t.intern("plain").unwrap();
    let found = |class: &Type| {
        t.lookup(class, &name)
            .and_then(|value| value.as_small_int())
    };
    for value in 0..5 {
        t.set_type_attribute(base, "plain", Object::int32(value))
            .unwrap();
        assert_eq!(base.version(), 0);
        for _ in 0..3 {
            assert_eq!(found(&first), Some(value.into()));
            assert_eq!(found(&second), Some(value.into()));
        }
        assert!(first.version() != 0 && first.version() != second.version());
    }
    // What a class has itself hides the base's, in that class only.
    t.set_type_attribute(&first, "plain", Object::int32(100))
        .unwrap();
    assert_eq!((found(&first), found(&second)), (Some(100), Some(4)));
}

#[test]
fn that_a_name_is_missing_is_remembered_and_forgotten_too() {
    let t = thread(Version::V310);
    let class = class(&t, "Class", base(&t));
    let name = t.intern("late").unwrap();
    assert!(t.lookup(&class, &name).is_none());
    assert!(t.lookup(&class, &name).is_none());
    t.set_type_attribute(t.types.object, "late", Object::int32(1))
        .unwrap();
    assert!(t.lookup(&class, &name).is_some());
}

#[test]
fn a_dying_class_takes_itself_off_its_base() {
    let t = thread(Version::V310);
    let base = base(&t);
    let class = class(&t, "Class", base);
    assert_eq!(base.subclasses().len(), 1);
    drop(class);
    assert!(base.subclasses().is_empty());
}
