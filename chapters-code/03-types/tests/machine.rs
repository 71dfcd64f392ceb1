//! What holds of a fresh interpreter, its names and its tables.

use std::rc::Rc;

use objects::Object;
use types::{HashSeed, Interpreter, MemoryHost, PyResult, Table, Thread, Version};

fn thread(version: Version) -> Thread {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(version, host, HashSeed::Fixed).unwrap();
    let t = Thread::new(Rc::new(interpreter));
    types::install(&t).unwrap();
    t
}

#[test]
fn equal_names_are_the_same_word() {
    let t = thread(Version::V310);
    let (a, b) = (t.intern("spam").unwrap(), t.intern("spam").unwrap());
    assert!(a.is(&b));
    assert!(!a.is(&t.intern("eggs").unwrap()));
}

#[test]
fn string_hashes_are_those_of_cpython_with_a_fixed_seed() {
    // PYTHONHASHSEED=0 python3.10 -c 'print(hash("spam"))'
    assert_eq!(
        thread(Version::V310).intern("spam").unwrap().hash(),
        -4021169124030571073
    );
    assert_eq!(
        thread(Version::V311).intern("spam").unwrap().hash(),
        -7643603308804133256
    );
}

#[test]
fn a_table_keeps_insertion_order_after_deletion() -> PyResult<()> {
    let t = thread(Version::V310);
    let table = Table::default();
    for text in ["a", "b", "c", "d"] {
        let name = t.intern(text)?;
        table.add(name.object().clone(), name.hash(), Object::int32(1))?;
    }
    let b = table.find_name(&t.intern("b")?).unwrap();
    assert!(table.remove(b).is_some());
    let keys: Vec<String> = (0..table.entries())
        .filter_map(|i| Some(t.to_str(&table.key(i)?).ok()?.to_text()))
        .collect();
    assert_eq!(keys, ["a", "c", "d"]);
    Ok(())
}

#[test]
fn a_table_grows_at_items_1_6_11_and_22() -> PyResult<()> {
    let table = Table::default();
    let mut grown = vec![];
    let mut log2 = table.log2_size();
    for item in 1..=22 {
        table.add(Object::int32(item), item.into(), Object::none())?;
        if table.log2_size() != log2 {
            log2 = table.log2_size();
            grown.push(item);
        }
    }
    assert_eq!(grown, [1, 6, 11, 22]);
    Ok(())
}

#[test]
fn changing_a_base_changes_what_its_subtypes_find() -> PyResult<()> {
    let t = thread(Version::V310);
    let name = t.intern("spam")?;
    assert!(t.lookup(t.types.bool, &name).is_none());
    t.set_type_attribute(t.types.int, "spam", Object::int32(1))?;
    assert!(
        t.lookup(t.types.bool, &name)
            .is_some_and(|value| value.is(&Object::int32(1)))
    );
    Ok(())
}

#[test]
fn a_tuple_lets_go_of_its_items_when_it_goes() -> PyResult<()> {
    let t = thread(Version::V310);
    let item = t.str("an item")?;
    let tuple = t.tuple([item.clone(), item.clone(), Object::none()])?;
    assert_eq!(item.reference_count(), Some(3));
    drop(tuple);
    assert_eq!(item.reference_count(), Some(1));
    assert!(t.tuple([])?.is(&t.empty_tuple()?));
    Ok(())
}
