//! The layout of `dict`: a [`Table`] behind a header. Namespaces are made of it; what
//! dictionaries do is a later chapter.

use crate::kind::Type;
use crate::name::Name;
use crate::table::Table;
use objects::{Object, OutOfMemory, Owned, Visit, heap, payload};

/// A Python dictionary.
#[non_exhaustive] // One is only made in the heap, by `Dict::of`.
pub struct Dict {
    /// Keys and values in insertion order.
    pub table: Table,
}

payload!(Dict, "dict", traverse);

impl Dict {
    /// An empty dictionary of type `kind` (`dict` or a subclass).
    pub fn new(kind: &Type) -> Result<Owned<Dict>, OutOfMemory> {
        // A constant, which is copied from where it lies ready.
        let empty = || Dict {
            table: const { Table::empty() },
        };
        // SAFETY: a dictionary has no bytes behind its payload.
        unsafe { heap().make_in_place(kind.core(), 0, empty, |_| ()) }
    }

    /// A dictionary of type `kind` with the contents of a table.
    pub fn of(kind: &Type, table: Table) -> Result<Owned<Dict>, OutOfMemory> {
        heap().make(kind.core(), Dict { table })
    }

    /// The dictionary as an object: a new reference.
    pub fn object(&self) -> Owned<Dict> {
        // SAFETY: a `Dict` is only made in the heap, by `of`.
        unsafe { Owned::from_payload(self) }
    }

    /// The value of a name.
    #[inline(always)]
    pub fn get_name(&self, name: &Name) -> Option<Object> {
        self.table.value(self.table.find_name(name)?)
    }

    /// The value of a name that lies in a certain entry as a rule.
    #[inline(always)]
    pub fn get_name_near(&self, name: &Name, place: usize) -> Option<Object> {
        match self.table.key_is(place, name) {
            true => self.table.value(place),
            false => self.get_name(name),
        }
    }

    /// Sets the value of a name.
    #[inline]
    pub fn set_name(&self, name: &Name, value: Object) -> Result<(), OutOfMemory> {
        match self.table.find_name(name) {
            Some(index) => drop(self.table.replace(index, value)),
            None => drop(self.table.add(name.object().clone(), name.hash(), value)?),
        }
        Ok(())
    }

    /// Takes a name out; false if it is not there.
    pub fn remove_name(&self, name: &Name) -> bool {
        let index = self.table.find_name(name);
        index.and_then(|index| self.table.remove(index)).is_some()
    }

    fn traverse(&self, visit: Visit<'_>) {
        self.table.traverse(visit);
    }

    fn clear(&self) {
        drop(self.table.take());
    }
}
