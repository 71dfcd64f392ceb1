//! What does an exception object hold? Arguments, traceback, cause and context:
//! [`Exception`], the layout of `BaseException` and of all that derives from it.
#![forbid(unsafe_code)]

use objects::{Object, Slot, Visit, heap, payload};
use std::cell::Cell;
use types::{PyResult, Thread, Tuple, Type};

/// How many fields a type can have besides those of `BaseException`: `SyntaxError` has
/// the most.
pub(crate) const FIELDS: usize = 8;

/// The layout of every exception.
pub struct Exception {
    /// `args`: a tuple.
    pub args: Slot,
    /// `__traceback__`
    pub traceback: Slot,
    /// `__context__`
    pub context: Slot,
    /// `__cause__`
    pub cause: Slot,
    /// `__suppress_context__`
    pub suppress_context: Cell<bool>,
    /// `__dict__`
    pub dict: Slot,
    /// What the type has besides: `value` of `StopIteration`, `code` of `SystemExit`,
    /// and so on. `fields` says what lies where.
    pub(crate) fields: [Slot; FIELDS],
}

payload!(Exception, "BaseException", traverse);

impl Exception {
    /// A new exception of a type, with its arguments, before `__init__`.
    pub fn make(t: &Thread, class: &Type, args: &[Object]) -> PyResult {
        let exception = Exception {
            args: Slot::new(t.tuple(args.iter().cloned())?),
            traceback: Slot::empty(),
            context: Slot::empty(),
            cause: Slot::empty(),
            suppress_context: Cell::new(false),
            dict: Slot::empty(),
            fields: Default::default(),
        };
        Ok(heap().make(class.core(), exception)?.into_object())
    }

    /// The exception in an object.
    ///
    /// # Errors
    /// `TypeError` if it is none.
    pub fn of<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Exception> {
        let exception = object.downcast();
        exception.ok_or_else(|| t.type_error("an exception was expected"))
    }

    /// The arguments.
    pub fn arguments(&self) -> Vec<Object> {
        let args = self.args.get();
        args.as_ref()
            .and_then(Object::downcast::<Tuple>)
            .map_or(vec![], |args| args.items().to_vec())
    }

    /// Replaces the arguments. If they are those of `__new__`, the tuple stays.
    pub(crate) fn set_arguments(&self, t: &Thread, args: &[Object]) -> PyResult<()> {
        let old = self.args.get();
        let same = old
            .as_ref()
            .and_then(Object::downcast::<Tuple>)
            .is_some_and(|old| {
                let mut pairs = old.items().iter().zip(args);
                old.len() == args.len() && pairs.all(|(old, new)| old.is(new))
            });
        if !same {
            self.args.set(t.tuple(args.iter().cloned())?);
        }
        Ok(())
    }

    fn slots(&self) -> impl Iterator<Item = &Slot> {
        [
            &self.args,
            &self.traceback,
            &self.context,
            &self.cause,
            &self.dict,
        ]
        .into_iter()
        .chain(&self.fields)
    }

    fn traverse(&self, visit: Visit<'_>) {
        for slot in self.slots() {
            slot.traverse(visit);
        }
    }

    fn clear(&self) {
        for slot in self.slots() {
            slot.clear();
        }
    }
}
