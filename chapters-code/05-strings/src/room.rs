//! Is there room for so many bytes? Asked before anything is made whose size comes from
//! outside.

use objects::{OutOfMemory, heap};
use types::PyResult;

/// Requests below this are not tried out: the host has that much.
const SMALL: usize = 1 << 20;

/// `MemoryError` unless `bytes` more could be had, under the heap's limit and from the
/// host. (Rust ends the process when a vector cannot have its memory.)
pub(crate) fn room(bytes: usize) -> PyResult<()> {
    heap().check(bytes)?;
    if bytes >= SMALL {
        let mut probe: Vec<u8> = Vec::new();
        probe.try_reserve_exact(bytes).map_err(|_| OutOfMemory)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::room;

    #[test]
    fn what_no_machine_has_is_refused() {
        assert!(room(1 << 10).is_ok());
        assert!(room(usize::MAX / 2).is_err());
        assert!(room(usize::MAX).is_err());
    }
}
