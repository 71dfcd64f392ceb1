//! How do native functions and fields get into types and modules? From tables.
#![forbid(unsafe_code)]

use super::{
    AccessorDef, ClassMethodDescriptor, GetSet, Member, MemberPlace, MethodDescriptor, NativeDef,
    NativeFunction, StaticMethod,
};
use crate::kind::Type;
use crate::members::is_member;
use crate::raised::PyResult;
use crate::thread::Thread;
use objects::{Object, Slot, heap};

impl Thread {
    /// A native function bound to an object or module.
    pub fn native_function(
        &self,
        def: &'static NativeDef,
        receiver: Object,
        module: Option<Object>,
    ) -> PyResult {
        let function = NativeFunction {
            def,
            receiver,
            module: Slot::from_option(module),
        };
        Ok(heap()
            .make(self.types.native_function.core(), function)?
            .into_object())
    }

    /// Puts native methods into the namespace of a builtin type.
    pub fn add_methods(&self, kind: &'static Type, defs: &'static [NativeDef]) -> PyResult<()> {
        for def in defs {
            let method = MethodDescriptor {
                def,
                owner: kind.object(),
            };
            let method = heap().make(self.types.method_descriptor.core(), method)?;
            self.set_type_attribute(kind, def.name, method.into_object())?;
        }
        Ok(())
    }

    /// Puts native class methods into the namespace of a builtin type.
    pub fn add_class_methods(
        &self,
        kind: &'static Type,
        defs: &'static [NativeDef],
    ) -> PyResult<()> {
        for def in defs {
            let method = ClassMethodDescriptor {
                def,
                owner: kind.object(),
            };
            let method = heap().make(self.types.classmethod_descriptor.core(), method)?;
            self.set_type_attribute(kind, def.name, method.into_object())?;
        }
        Ok(())
    }

    /// Puts native static methods into the namespace of a builtin type.
    pub fn add_static_methods(
        &self,
        kind: &'static Type,
        defs: &'static [NativeDef],
    ) -> PyResult<()> {
        for def in defs {
            let function = self.native_function(def, kind.object().into_object(), None)?;
            let method = StaticMethod {
                function: Slot::new(function),
                dict: Slot::empty(),
            };
            let method = heap().make(self.types.static_method.core(), method)?;
            self.set_type_attribute(kind, def.name, method.into_object())?;
        }
        Ok(())
    }

    /// Puts fields into the namespace of a builtin type.
    pub fn add_accessors(&self, kind: &'static Type, defs: &'static [AccessorDef]) -> PyResult<()> {
        for def in defs {
            let owner = kind.object();
            let field = if is_member(self.version, &kind.name(), def.name) {
                let name = self.intern(def.name)?;
                let place = MemberPlace::Field(def);
                let member = Member { name, place, owner };
                heap().make(self.types.member.core(), member)?.into_object()
            } else {
                let field = GetSet { def, owner };
                heap().make(self.types.getset.core(), field)?.into_object()
            };
            self.set_type_attribute(kind, def.name, field)?;
        }
        Ok(())
    }

    /// Sets an attribute in the namespace of a type, past all checks.
    pub fn set_type_attribute(&self, kind: &Type, name: &str, value: Object) -> PyResult<()> {
        let name = self.intern(name)?;
        kind.put(&name, Some(value))?;
        Ok(())
    }

    /// Puts native functions into the builtins.
    pub fn add_builtins(&self, defs: &'static [NativeDef]) -> PyResult<()> {
        let module = self.str("builtins")?;
        for def in defs {
            let function = self.native_function(def, Object::none(), Some(module.clone()))?;
            self.builtins.set_name(&self.intern(def.name)?, function)?;
        }
        Ok(())
    }
}
