//! They are the method resolution order of its type, as far as it goes through exceptions.

use exceptions::is_exception_type;
use objects::Object;
use types::Thread;

/// The names of the types whose `except` clause would catch an exception, the most special
/// one first.
pub fn caught_by(t: &Thread, exception: &Object) -> Vec<String> {
    let classes = t.type_of(exception).mro();
    let exceptions = classes
        .iter()
        .filter(|class| is_exception_type(t, class.as_object()));
    exceptions.map(|class| class.name()).collect()
}
