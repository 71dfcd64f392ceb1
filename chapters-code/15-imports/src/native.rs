//! Which modules are made of Rust? A table says, and how each is made when it is first
//! imported.

use crate::module::Module;
use objects::{Object, Owned};
use types::{Dict, NativeDef, PyResult, Thread, Type};

/// A module made of Rust.
pub(crate) struct NativeModule {
    /// Its name.
    pub name: &'static str,
    /// Is it built into the interpreter (and found before any file), or does it play the part
    /// of a file of the standard library (and a file beside the program hides it)?
    pub built_in: bool,
    /// Fills its namespace.
    pub fill: fn(&Thread, &Filling) -> PyResult<()>,
}

static MODULES: &[NativeModule] = &[
    NativeModule {
        name: "_io",
        built_in: true,
        fill: crate::io::fill,
    },
    NativeModule {
        name: "io",
        built_in: true,
        fill: crate::io::fill_public,
    },
    NativeModule {
        name: "time",
        built_in: true,
        fill: crate::time::fill,
    },
    NativeModule {
        name: "math",
        built_in: false,
        fill: crate::math::fill,
    },
    NativeModule {
        name: "random",
        built_in: false,
        fill: crate::random::fill,
    },
];

/// A native module that is being made.
pub(crate) struct Filling {
    module: Owned<Module>,
    dict: Owned<Dict>,
    name: Object,
}

impl Filling {
    /// Adds a value.
    pub(crate) fn set(&self, t: &Thread, name: &str, value: Object) -> PyResult<()> {
        Ok(self.dict.set_name(&t.intern(name)?, value)?)
    }

    /// Adds a function.
    pub(crate) fn function(&self, t: &Thread, def: &'static NativeDef) -> PyResult<()> {
        let receiver = self.module.clone().into_object();
        let function = t.native_function(def, receiver, Some(self.name.clone()))?;
        self.set(t, def.name, function)
    }

    /// Adds the functions of a table.
    pub(crate) fn functions(&self, t: &Thread, defs: &'static [NativeDef]) -> PyResult<()> {
        defs.iter().try_for_each(|def| self.function(t, def))
    }

    /// Adds a class by its name.
    pub(crate) fn class(&self, t: &Thread, class: &Type) -> PyResult<()> {
        self.set(t, &class.name(), class.object().into_object())
    }
}

/// Makes a native module and enters it in `sys.modules`; `None` if there is none of this
/// name and kind.
pub(crate) fn load(t: &Thread, name: &str, built_in: bool) -> PyResult<Option<Object>> {
    let known = |module: &&NativeModule| module.name == name && module.built_in == built_in;
    let Some(native) = MODULES.iter().find(known) else {
        return Ok(None);
    };
    let dict = containers::dict(t)?;
    let module = Module::native(t, name, dict.clone())?;
    let filling = Filling {
        module: module.clone(),
        dict,
        name: t.str(name)?,
    };
    (native.fill)(t, &filling)?;
    let module = module.into_object();
    t.modules.set_name(&t.intern(name)?, module.clone())?;
    Ok(Some(module))
}

/// Makes a class of a native module, whose functions and slots are still to be filled in.
pub(crate) fn class(
    t: &Thread,
    module: &str,
    name: &'static str,
    base: &'static Type,
) -> PyResult<&'static Type> {
    let class = Type::builtin(t.types.type_, name, Some(base))?;
    class.make_namespace(t.types)?;
    class.set_bases(vec![base.object()], base.mro());
    t.set_type_attribute(class, "__module__", t.str(module)?)?;
    Ok(class)
}
