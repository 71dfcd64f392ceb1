//! How does a list lie in memory? It is a growable array of objects. What lists *do* is a
//! later chapter.

use crate::kind::Type;
use crate::raised::PyResult;
use crate::thread::Thread;
use objects::{Object, Objects, OutOfMemory, Owned, Visit, heap, payload};

/// A Python list.
pub struct List {
    /// The items.
    pub items: Objects,
}

payload!(List, "list", traverse);

impl List {
    /// A list of type `kind` (`list` or a subclass) with these items.
    pub fn of(kind: &Type, items: Objects) -> Result<Owned<List>, OutOfMemory> {
        heap().make(kind.core(), List { items })
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.items.traverse(visit);
    }

    fn clear(&self) {
        self.items.clear();
    }
}

impl Thread {
    /// A list of these items.
    pub fn list(&self, items: Objects) -> PyResult {
        Ok(List::of(self.types.list, items)?.into_object())
    }

    /// A list of the items of a vector.
    pub fn list_of(&self, items: Vec<Object>) -> PyResult {
        let array = Objects::with_capacity(items.len())?;
        for item in items {
            array.push(item)?;
        }
        self.list(array)
    }
}
