use objects::Object;
use types::{Dict, PyResult, Thread};

/// Takes every key out of a dictionary for whose key and value `doomed` says so.
/// Nothing is taken out if it raises.
pub fn remove_where(
    t: &Thread,
    dict: &Dict,
    mut doomed: impl FnMut(&Object, &Object) -> PyResult<bool>,
) -> PyResult<()> {
    let mut keys = Vec::new();
    let mut place = 0;
    while let Some((key, value)) = dict.table.next(&mut place) {
        if doomed(&key, &value)? {
            keys.push(key);
        }
    }
    for key in keys {
        // Whoever is gone by now is looked for in vain.
        containers::dict_remove(t, dict, &key)?;
    }
    Ok(())
}
