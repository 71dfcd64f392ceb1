//! Do the caches tell the truth? An observer asks, before each specialized instruction, what a
//! lookup would find, and compares that with what the cache says: `adder run --verify-caches`.
//!
//! It asks only where the versions in the cache are the current ones, since under others the
//! instruction will not believe the cache either.

use crate::site::{Site, field};
use eval_loop::Regs;
use eval_loop::observer::Observer;
use instructions::{Version, specialized311 as fast};
use objects::Object;
use types::{Dict, Name, PyResult, Thread, Type};

/// Compares every cache with the world before it is used.
pub(crate) struct Verifying;

impl Observer for Verifying {
    fn before(&mut self, r: &Regs, t: &Thread) -> PyResult<()> {
        let code = r.code();
        // SAFETY: `ip` lies behind an instruction of the code that runs.
        let next = unsafe { r.ip.cast_const().offset_from(code.units_start()) };
        let at = usize::try_from(next - 1).ok();
        let Some(site) = at.and_then(|at| Site::at(code, at)) else {
            return Ok(());
        };
        // SAFETY: the driver calls this with the registers of the running machine.
        match unsafe { holds(r, t, site) } {
            Some(false) => {
                r.save();
                let name =
                    instructions::specialization(site.operation()).map_or("?", |row| row.name);
                Err(t.system_error(format!(
                    "the cache of {name} at unit {} lies",
                    site.offset()
                )))
            }
            _ => Ok(()),
        }
    }
}

/// The whole argument of the instruction, prefixes included.
fn argument(r: &Regs, site: Site<'_>) -> Option<u32> {
    let units = instructions::units(Version::V311, &r.code().code().code);
    let mut found = units.map_while(Result::ok);
    Some(found.find(|unit| unit.offset == site.offset() * 2)?.oparg)
}

/// Is what the cache says what a lookup finds? `None`: it says nothing that is believed now.
///
/// # Safety
/// The registers are those of a running machine, behind the instruction at the site.
unsafe fn holds(r: &Regs, t: &Thread, site: Site<'_>) -> Option<bool> {
    // SAFETY: verified: what the instruction works on lies on the stack, its name is there.
    unsafe {
        match site.operation() {
            fast::LOAD_GLOBAL_MODULE | fast::LOAD_GLOBAL_BUILTIN => {
                let name = r.name(argument(r, site)? >> 1);
                let (globals, builtins) = (&*(*r.frame).globals, &*(*r.frame).builtins);
                global(site, name, globals, builtins)
            }
            fast::LOAD_ATTR_INSTANCE_VALUE | fast::STORE_ATTR_INSTANCE_VALUE => {
                let kind = t.type_of(r.peek(1));
                let current = kind.version() == site.get_u32(field::TYPE_VERSION);
                let index = kind.shared_keys.find_name(r.name(argument(r, site)?));
                current.then(|| index == Some(usize::from(site.get(field::ATTR_INDEX))))
            }
            fast::LOAD_METHOD_NO_DICT
            | fast::LOAD_METHOD_WITH_DICT
            | fast::LOAD_METHOD_WITH_VALUES => {
                method(t, site, t.type_of(r.peek(1)), r.name(argument(r, site)?))
            }
            fast::LOAD_METHOD_CLASS => {
                let class = r.peek(1).downcast::<Type>()?;
                method(t, site, class, r.name(argument(r, site)?))
            }
            fast::BINARY_SUBSCR_GETITEM => {
                let kind = t.type_of(r.peek(2));
                let current = kind.version() == site.get_u32(field::TYPE_VERSION);
                let found = t.lookup(kind, &t.names.getitem);
                current.then(|| found.map_or(0, |found| found.word()) == kind.getitem.get())
            }
            _ => None,
        }
    }
}

fn global(site: Site<'_>, name: &Name, globals: &Dict, builtins: &Dict) -> Option<bool> {
    let index = Some(usize::from(site.get(field::GLOBAL_INDEX)));
    if globals.table.version() != site.get_u32(field::MODULE_VERSION) {
        return None;
    }
    if site.operation() == fast::LOAD_GLOBAL_MODULE {
        return Some(globals.table.find_name(name) == index);
    }
    let current = builtins.table.version() == u32::from(site.get(field::BUILTIN_VERSION));
    current
        .then(|| globals.table.find_name(name).is_none() && builtins.table.find_name(name) == index)
}

fn method(t: &Thread, site: Site<'_>, kind: &Type, name: &Name) -> Option<bool> {
    let current = kind.version() == site.get_u32(field::TYPE_VERSION);
    let found = t.lookup(kind, name);
    current.then(|| found.as_ref().map_or(0, Object::word) == site.get_word(field::DESCRIPTOR))
}
