use objects::heap;

/// How many objects does `body` leave behind?
pub fn left_behind(body: impl FnOnce()) -> usize {
    let before = heap().objects();
    body();
    heap().objects() - before
}
