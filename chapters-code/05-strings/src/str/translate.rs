//! How are characters exchanged for others? `translate`, and `maketrans`, which makes the
//! table for it.

use crate::builder::Builder;
use crate::text::{numbered, this};
use objects::Object;
use types::{Dict, ErrorKind, Found, Probe, PyResult, Str, Table, Thread, as_str, check_count};

/// What becomes of a character.
enum Translation {
    Same,
    Deleted,
    Char(u32),
    Text(Object),
}

/// Asks the table about a character.
fn look_up(t: &Thread, table: &Object, char: u32) -> PyResult<Translation> {
    let key = i64::from(char);
    let key = Object::small_int(key).unwrap_or(Object::none());
    let dict = table
        .downcast::<Dict>()
        .filter(|_| t.is_exact(table, t.types.dict));
    let value = match dict.map(|dict| (dict, dict.table.find_int(&key, i64::from(char)))) {
        Some((dict, Found::At(index))) => {
            dict.table.value(index as usize).unwrap_or(Object::none())
        }
        Some((_, Found::Nowhere)) => return Ok(Translation::Same),
        _ => match t.get_item(table, &key) {
            Err(raised) if raised.is(t, ErrorKind::LookupError) => return Ok(Translation::Same),
            other => other?,
        },
    };
    if value.is_none() {
        return Ok(Translation::Deleted);
    }
    if value.downcast::<Str>().is_some() {
        return Ok(Translation::Text(value));
    }
    if t.is_instance_of(&value, t.types.int) {
        let char = t.clipped_index(&value)?;
        return match u32::try_from(char) {
            Ok(char @ 0..=0x10_FFFF) => Ok(Translation::Char(char)),
            _ => Err(t.value_error("character mapping must be in range(0x110000)")),
        };
    }
    Err(t.type_error("character mapping must return integer, None or str"))
}

pub(super) fn translate(t: &Thread, object: &Object, table: &Object) -> PyResult {
    let text = this(t, object)?;
    let mut builder = Builder::new();
    // What the table said of ASCII characters: it is asked once for each, as long as its
    // answers are as simple (`unicode_fast_translate`).
    let mut known: [Option<Option<u8>>; 128] = [None; 128];
    let mut simple = text.is_ascii();
    for char in text.chars().iter() {
        let place = usize::try_from(char)
            .ok()
            .filter(|&place| simple && place < 128);
        if let Some(answer) = place.and_then(|place| known[place]) {
            if let Some(to) = answer {
                builder.push(to.into());
            }
            continue;
        }
        let translation = look_up(t, table, char)?;
        let answer = match &translation {
            Translation::Same => Some(u8::try_from(char).ok()),
            Translation::Deleted => Some(None),
            Translation::Char(to @ 0..0x80) => Some(Some(*to as u8)),
            Translation::Char(_) | Translation::Text(_) => None,
        };
        match (place, answer) {
            (Some(place), Some(answer)) => known[place] = Some(answer),
            _ => simple = false,
        }
        match translation {
            Translation::Same => builder.push(char),
            Translation::Deleted => (),
            Translation::Char(to) => builder.push(to),
            Translation::Text(to) => builder.push_str(this(t, &to)?)?,
        }
    }
    builder.finish(t)
}

/// `table[key] = value`
fn put(t: &Thread, table: &Table, key: Object, value: Object) -> PyResult<()> {
    let hash = t.hash(&key)?;
    let mut search = table.search(hash);
    let found = loop {
        match table.probe(&mut search, &key) {
            Probe::Absent => break None,
            Probe::Found(index) => break Some(index),
            // The keys are integers, so comparing them runs no Python.
            Probe::Candidate(index, other) if t.equal(&other, &key)? => break Some(index),
            Probe::Candidate(..) => (),
        }
    };
    match found {
        Some(index) => drop(table.replace(index, value)),
        None => drop(table.add(key, hash, value)?),
    }
    Ok(())
}

fn code_point(char: u32) -> Object {
    // A code point has 21 bits.
    Object::int32(char as i32)
}

pub(super) fn make_trans(t: &Thread, _: &Object, args: &[Object]) -> PyResult {
    check_count(t, "maketrans", args.len(), 1, 3)?;
    let result = Dict::new(t.types.dict)?;
    match args {
        [mapping] => from_mapping(t, &result.table, mapping)?,
        _ => from_strings(t, &result.table, args)?,
    }
    Ok(result.into_object())
}

fn from_strings(t: &Thread, table: &Table, args: &[Object]) -> PyResult<()> {
    let to = numbered(t, "maketrans", &args[1], Some(2))?;
    let deleted = match args.get(2) {
        Some(deleted) => Some(numbered(t, "maketrans", deleted, Some(3))?),
        None => None,
    };
    let Some(from) = as_str(&args[0]) else {
        return Err(t.type_error(
            "first maketrans argument must be a string if there is a second argument",
        ));
    };
    if from.len() != to.len() {
        return Err(t.value_error("the first two maketrans arguments must have equal length"));
    }
    for (from, to) in from.chars().iter().zip(to.chars().iter()) {
        put(t, table, code_point(from), code_point(to))?;
    }
    for char in deleted
        .into_iter()
        .flat_map(|deleted| deleted.chars().iter())
    {
        put(t, table, code_point(char), Object::none())?;
    }
    Ok(())
}

fn from_mapping(t: &Thread, table: &Table, mapping: &Object) -> PyResult<()> {
    let Some(mapping) = mapping
        .downcast::<Dict>()
        .filter(|_| t.is_exact(mapping, t.types.dict))
    else {
        return Err(t.type_error("if you give only one argument to maketrans it must be a dict"));
    };
    let mut index = 0;
    while index < mapping.table.entries() {
        let entry = mapping.table.entry(index);
        index += 1;
        let Some((key, value)) = entry else {
            continue;
        };
        let key = match key.downcast::<Str>() {
            Some(text) => match (text.len(), text.chars().get(0)) {
                (1, Some(char)) => code_point(char),
                _ => {
                    return Err(t.value_error("string keys in translate table must be of length 1"));
                }
            },
            None if t.is_instance_of(&key, t.types.int) => key,
            None => {
                return Err(t.type_error("keys in translate table must be strings or integers"));
            }
        };
        put(t, table, key, value)?;
    }
    Ok(())
}
