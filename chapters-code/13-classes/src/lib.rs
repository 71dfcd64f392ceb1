//! Classes made by Python: method resolution order, metaclasses, descriptors, super and slots.

#![forbid(unsafe_code)]

mod assign;
mod binding;
mod build;
mod class;
mod generic;
mod layout;
mod members;
mod mro;
mod property;
mod special;
mod super_;
mod table;
mod union;

pub use class::new_class;
pub use mro::linearize;
pub use property::getter_of;

use types::{PyResult, Thread};

/// Fills the slots of `type`, `property`, `classmethod`, `staticmethod` and `super`, and
/// keeps the slots of classes made by Python in step with their special methods.
pub fn install(t: &Thread) -> PyResult<()> {
    t.hooks.class_changed.set(special::attribute_changed);
    t.hooks.set_class.set(assign::set_class);
    t.hooks.abstract_class.set(members::refuse_abstract);
    special::install(t)?;
    class::install(t)?;
    binding::install(t)?;
    property::install(t)?;
    super_::install(t)?;
    generic::install(t)?;
    union::install(t)?;
    build::install(t)
}
