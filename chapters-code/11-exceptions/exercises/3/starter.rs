//! Begin here: this takes a group for an exception like any other.

use objects::Object;
use types::{PyResult, Thread};

/// The exceptions that are no groups: of a group, those in it and in the groups in it, from
/// left to right; of any other exception, itself.
pub fn leaves(_t: &Thread, exception: &Object) -> PyResult<Vec<Object>> {
    Ok(vec![exception.clone()])
}
