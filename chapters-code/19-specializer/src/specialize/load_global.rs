//! `LOAD_GLOBAL`: in which dictionary, and at which index? (`_Py_Specialize_LoadGlobal`)
#![forbid(unsafe_code)]

use super::keys::has_string_keys;
use super::{Cached, Decision};
use crate::failure::Failure;
use instructions::specialized311 as fast;
use types::{Dict, Name, Thread};

/// Decides for the two dictionaries of a frame and a name.
pub fn load_global(t: &Thread, globals: &Dict, builtins: &Dict, name: &Name) -> Decision {
    decide(t, globals, builtins, name).into()
}

fn decide(t: &Thread, globals: &Dict, builtins: &Dict, name: &Name) -> Result<Decision, Failure> {
    let is_dict = |dict: &Dict| t.is_exact(dict.object().as_object(), t.types.dict);
    if !is_dict(globals) {
        return Err(Failure::Other);
    }
    if !has_string_keys(&globals.table) {
        return Err(Failure::LoadGlobalNonStringOrSplit);
    }
    if let Some(index) = globals.table.find_name(name) {
        let index = u16::try_from(index).map_err(|_| Failure::Other)?;
        let module = version(t, globals).map_err(|_| Failure::Other)?;
        return Ok(Decision::Specialize(
            fast::LOAD_GLOBAL_MODULE,
            Cached::Global {
                index,
                module,
                builtin: None,
            },
        ));
    }
    if !is_dict(builtins) {
        return Err(Failure::Other);
    }
    if !has_string_keys(&builtins.table) {
        return Err(Failure::LoadGlobalNonStringOrSplit);
    }
    let index = builtins.table.find_name(name).ok_or(Failure::Other)?;
    let index = u16::try_from(index).map_err(|_| Failure::Other)?;
    let module = version(t, globals)?;
    let builtin = u16::try_from(version(t, builtins)?).map_err(|_| Failure::OutOfRange)?;
    Ok(Decision::Specialize(
        fast::LOAD_GLOBAL_BUILTIN,
        Cached::Global {
            index,
            module,
            builtin: Some(builtin),
        },
    ))
}

fn version(t: &Thread, dict: &Dict) -> Result<u32, Failure> {
    match t.keys_version(&dict.table) {
        0 => Err(Failure::OutOfVersions),
        version => Ok(version),
    }
}
