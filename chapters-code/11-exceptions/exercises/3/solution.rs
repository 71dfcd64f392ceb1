//! A list of what is still to be looked at, the next one last, so that no nesting is too deep.

use exceptions::is_group;
use objects::Object;
use types::{PyResult, Thread};

/// The exceptions that are no groups: of a group, those in it and in the groups in it, from
/// left to right; of any other exception, itself.
pub fn leaves(t: &Thread, exception: &Object) -> PyResult<Vec<Object>> {
    let name = t.intern("exceptions")?;
    let mut pending = vec![exception.clone()];
    let mut leaves = vec![];
    while let Some(next) = pending.pop() {
        if is_group(t, &next) {
            let members = t.get_attribute(&next, &name)?;
            pending.extend(t.collect(&members)?.into_iter().rev());
        } else {
            leaves.push(next);
        }
    }
    Ok(leaves)
}
