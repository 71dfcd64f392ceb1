//! How is an object read from marshal data? [`read`] reads type bytes and values, and puts
//! what is finished into the innermost container that is not.

use objects::Object;
use types::{ErrorKind, PyResult, Thread, Version};

use super::building::{Building, Fed};
use super::input::Input;
use super::{FLAG_REF, MAX_DEPTH, kind, scalars};

/// Reads one object; what follows it in `bytes` is ignored, as CPython does. Code objects
/// are read as `version` writes them.
///
/// One thing is read differently: a tuple that holds itself, which only forged data has, is
/// refused as an invalid reference.
///
/// # Errors
/// `ValueError`, `EOFError` or `TypeError` as CPython's `marshal.loads`; what hashing the
/// members of a set and making code objects raise.
pub fn read(t: &Thread, version: Version, bytes: &[u8]) -> PyResult {
    let mut reader = Reader {
        input: Input::new(t, version, bytes),
        references: Vec::new(),
    };
    let object = reader.object()?;
    object.ok_or_else(|| t.type_error("NULL object in marshal data for object"))
}

/// The number that an object gets if its type byte has [`FLAG_REF`].
pub(super) type Number = Option<usize>;

pub(super) struct Reader<'a> {
    pub(super) input: Input<'a>,
    /// The numbered objects; empty: one that is not finished.
    references: Vec<Option<Object>>,
}

/// What a type byte began.
pub(super) enum Begun {
    /// A finished value, or marshal's NULL.
    Value(Option<Object>),
    /// Something that more objects belong to.
    Container(Building),
}

impl Reader<'_> {
    /// Reads an object with all that is in it. `None` is marshal's NULL.
    fn object(&mut self) -> PyResult<Option<Object>> {
        let mut open: Vec<Building> = Vec::new();
        loop {
            let mut value = match self.begin(open.len())? {
                Begun::Value(value) => value,
                Begun::Container(building) => {
                    open.push(building);
                    continue;
                }
            };
            // A value can finish the container that it goes into, which then is the value.
            loop {
                let Some(innermost) = open.last_mut() else {
                    return Ok(value);
                };
                match innermost.feed(self, value)? {
                    Fed::Hungry => break,
                    Fed::Finished(finished) => value = finished,
                }
                open.pop();
            }
        }
    }

    /// Reads a type byte, and the value or the head of the container that it says.
    fn begin(&mut self, depth: usize) -> PyResult<Begun> {
        let byte = self.input.type_byte()?;
        let t = self.input.t;
        if depth >= MAX_DEPTH {
            return Err(t.value_error("recursion limit exceeded"));
        }
        let flagged = byte & FLAG_REF != 0;
        let value = match byte & !FLAG_REF {
            kind::NULL => return Ok(Begun::Value(None)),
            kind::NONE => Object::none(),
            kind::FALSE => Object::bool(false),
            kind::TRUE => Object::bool(true),
            kind::ELLIPSIS => Object::ellipsis(),
            kind::STOP_ITERATION => self.stop_iteration()?,
            kind::REF => self.referenced()?,
            container @ (kind::TUPLE
            | kind::SMALL_TUPLE
            | kind::LIST
            | kind::DICT
            | kind::SET
            | kind::FROZENSET
            | kind::CODE) => return Building::begin(self, container, flagged),
            scalar => {
                let value = scalars::read(&mut self.input, scalar)?;
                if flagged {
                    self.references.push(Some(value.clone()));
                }
                value
            }
        };
        Ok(Begun::Value(Some(value)))
    }

    /// Gives a number to an object that is not finished (`r_ref_reserve`).
    pub(super) fn reserve(&mut self, flagged: bool) -> Number {
        flagged.then(|| {
            self.references.push(None);
            self.references.len() - 1
        })
    }

    /// The object with this number is finished (`r_ref_insert`).
    pub(super) fn finish(&mut self, number: Number, object: &Object) {
        if let Some(place) = number.and_then(|number| self.references.get_mut(number)) {
            *place = Some(object.clone());
        }
    }

    fn referenced(&mut self) -> PyResult {
        let number = self.input.long()?;
        let place = usize::try_from(number).ok();
        let found = place.and_then(|place| self.references.get(place));
        found.cloned().flatten().ok_or_else(|| {
            self.input
                .t
                .value_error("bad marshal data (invalid reference)")
        })
    }

    fn stop_iteration(&self) -> PyResult {
        let t = self.input.t;
        match t.error_type(ErrorKind::StopIteration) {
            Some(class) => Ok(class.object().into_object()),
            None => Err(t.system_error("the exception types are not installed")),
        }
    }
}
