//! What is read, but not finished? A container that still waits for objects.

use containers::{Set, dict_set, set_add};
use objects::{Object, Owned};
use types::{Dict, List, PyResult};

use super::fields::CodeBuilding;
use super::kind;
use super::read::{Begun, Number, Reader};

/// A container that waits for objects.
pub(super) enum Building {
    Tuple {
        items: Vec<Object>,
        length: usize,
        number: Number,
    },
    List {
        list: Owned<List>,
        left: usize,
    },
    Dict {
        dict: Owned<Dict>,
        key: Option<Object>,
    },
    Set {
        set: Owned<Set>,
        left: usize,
        number: Number,
    },
    Code(Box<CodeBuilding>),
}

/// Does a container want more?
pub(super) enum Fed {
    /// It waits for the next object.
    Hungry,
    /// Here it is. `None` is marshal's NULL, which a code object becomes if one of its
    /// fields is NULL.
    Finished(Option<Object>),
}

impl Building {
    /// Reads what stands between the type byte and the first object.
    ///
    /// Lengths are not believed: room is made as the objects come.
    pub(super) fn begin(reader: &mut Reader<'_>, container: u8, flagged: bool) -> PyResult<Begun> {
        let building = match container {
            kind::TUPLE => {
                let length = reader.input.length("tuple")?;
                return Building::tuple(reader, length, flagged);
            }
            kind::SMALL_TUPLE => {
                let length = reader.input.short_length()?;
                return Building::tuple(reader, length, flagged);
            }
            kind::LIST => {
                let left = reader.input.length("list")?;
                return Building::list(reader, left, flagged);
            }
            kind::DICT => {
                let dict = containers::dict(reader.input.t)?;
                let number = reader.reserve(flagged);
                reader.finish(number, dict.as_object());
                Building::Dict { dict, key: None }
            }
            kind::CODE => {
                let number = reader.reserve(flagged);
                Building::Code(CodeBuilding::begin(&mut reader.input, number)?)
            }
            _ => return Building::set(reader, container, flagged),
        };
        Ok(Begun::Container(building))
    }

    fn tuple(reader: &mut Reader<'_>, length: usize, flagged: bool) -> PyResult<Begun> {
        let number = reader.reserve(flagged);
        if length == 0 {
            let empty = reader.input.t.empty_tuple()?;
            reader.finish(number, &empty);
            return Ok(Begun::Value(Some(empty)));
        }
        Ok(Begun::Container(Building::Tuple {
            items: Vec::new(),
            length,
            number,
        }))
    }

    /// A list is there before its items are: it can hold itself.
    fn list(reader: &mut Reader<'_>, left: usize, flagged: bool) -> PyResult<Begun> {
        let t = reader.input.t;
        let list = List::of(t.types.list, objects::Objects::default())?;
        let number = reader.reserve(flagged);
        reader.finish(number, list.as_object());
        Ok(match left {
            0 => Begun::Value(Some(list.into_object())),
            _ => Begun::Container(Building::List { list, left }),
        })
    }

    /// A frozen set can be referred to when it is finished, a set at once.
    fn set(reader: &mut Reader<'_>, container: u8, flagged: bool) -> PyResult<Begun> {
        let t = reader.input.t;
        let left = reader.input.length("set")?;
        let frozen = container == kind::FROZENSET;
        let class = if frozen {
            t.types.frozenset
        } else {
            t.types.set
        };
        let set = Set::new(class)?;
        let number = reader.reserve(flagged);
        if !frozen || left == 0 {
            reader.finish(number, set.as_object());
        }
        Ok(match left {
            0 => Begun::Value(Some(set.into_object())),
            _ => Begun::Container(Building::Set { set, left, number }),
        })
    }

    /// Puts the next object in; `None` is marshal's NULL.
    pub(super) fn feed(&mut self, reader: &mut Reader<'_>, value: Option<Object>) -> PyResult<Fed> {
        let t = reader.input.t;
        let null = |name: &str| {
            let message = format!("NULL object in marshal data for {name}");
            t.type_error(message)
        };
        match self {
            Building::Tuple {
                items,
                length,
                number,
            } => {
                items.push(value.ok_or_else(|| null("tuple"))?);
                if items.len() < *length {
                    return Ok(Fed::Hungry);
                }
                let tuple = t.tuple(std::mem::take(items))?;
                reader.finish(*number, &tuple);
                Ok(Fed::Finished(Some(tuple)))
            }
            Building::List { list, left } => {
                list.push(value.ok_or_else(|| null("list"))?)?;
                Ok(Fed::after(left, list.as_object()))
            }
            Building::Set { set, left, number } => {
                set_add(t, set, value.ok_or_else(|| null("set"))?)?;
                let fed = Fed::after(left, set.as_object());
                if let Fed::Finished(_) = fed {
                    reader.finish(*number, set.as_object());
                }
                Ok(fed)
            }
            Building::Dict { dict, key } => match (key.take(), value) {
                // NULL ends a dictionary, even in the place of a value.
                (_, None) => Ok(Fed::Finished(Some(dict.clone().into_object()))),
                (None, next) => {
                    *key = next;
                    Ok(Fed::Hungry)
                }
                (Some(key), Some(value)) => {
                    dict_set(t, dict, key, value)?;
                    Ok(Fed::Hungry)
                }
            },
            Building::Code(_) if value.is_none() => Ok(Fed::Finished(None)),
            Building::Code(code) => code.feed(reader, value),
        }
    }
}

impl Fed {
    /// One object less is wanted by `whole`.
    fn after(left: &mut usize, whole: &Object) -> Fed {
        *left -= 1;
        match left {
            0 => Fed::Finished(Some(whole.clone())),
            _ => Fed::Hungry,
        }
    }
}
