//! Where do frames lie? On the data stack: chunks of words that never move.

use crate::executable::Executable;
use crate::frame::{Frame, HEADER_WORDS, Owner, Returns};
use objects::{Object, OutOfMemory, Word, heap};
use std::cell::Cell;
use types::{Dict, PyResult, Thread};

/// Words of an ordinary chunk.
const CHUNK: usize = 32 * 1024;
/// The most bytes that all chunks of a thread may take together.
const CAP: usize = 128 << 20;

/// Puts a frame on top of the data stack, its locals and blocks empty.
///
/// # Safety
/// `function` must own a function whose code is `code`, or an object that keeps it, the
/// globals and the builtins alive. The frame must be popped with [`pop_frame`].
#[inline(always)]
pub unsafe fn push_frame(
    t: &Thread,
    code: &Executable,
    function: Word,
    globals: *const Dict,
    builtins: *const Dict,
) -> PyResult<*mut Frame> {
    // SAFETY: the same promises.
    unsafe {
        match has_room(t, code) {
            true => Ok(push_frame_in_room(t, code, function, globals, builtins)),
            false => push_on_new_chunk(t, code, function, globals, builtins),
        }
    }
}

/// Is there room for a frame in the current chunk?
#[inline(always)]
pub fn has_room(t: &Thread, code: &Executable) -> bool {
    let left = t.frames.end.get() - t.frames.top.get();
    left / size_of::<Word>() >= code.frame_words as usize
}

/// As [`push_frame`], if there is room in the current chunk.
///
/// # Safety
/// As there; [`has_room`] must have said so.
#[inline(always)]
pub(crate) unsafe fn push_frame_in_room(
    t: &Thread,
    code: &Executable,
    function: Word,
    globals: *const Dict,
    builtins: *const Dict,
) -> *mut Frame {
    let top = t.frames.top.get();
    let end = top.wrapping_add(code.frame_words as usize * size_of::<Word>());
    t.frames.top.set(end);
    let frame: *mut Frame = std::ptr::with_exposed_provenance_mut(top);
    // SAFETY: the words from `top` to `end` lie in the current chunk and are free.
    unsafe { write_frame(frame, code, function, globals, builtins, false) };
    frame
}

#[inline(always)]
unsafe fn write_frame(
    frame: *mut Frame,
    code: &Executable,
    function: Word,
    globals: *const Dict,
    builtins: *const Dict,
    first_in_chunk: bool,
) {
    // SAFETY: the caller has made room for the frame.
    unsafe {
        frame.write(Frame {
            previous: std::ptr::null_mut(),
            code,
            globals,
            builtins,
            function,
            namespace: 0,
            object: 0,
            ip: code.units_start().cast_mut().wrapping_sub(1),
            sp: frame
                .cast::<Word>()
                .add(HEADER_WORDS + code.locals as usize),
            blocks: 0,
            returns: Returns::Native,
            owner: Owner::Thread,
            first_in_chunk,
            skip: 0,
        });
    }
}

#[cold]
#[inline(never)]
unsafe fn push_on_new_chunk(
    t: &Thread,
    code: &Executable,
    function: Word,
    globals: *const Dict,
    builtins: *const Dict,
) -> PyResult<*mut Frame> {
    let start = match add_chunk(t, CHUNK.max(code.frame_words as usize + 1)) {
        Ok(start) => start,
        Err(raised) => {
            // SAFETY: the word was owned, and is given up.
            drop(unsafe { Object::from_word(function) });
            return Err(raised);
        }
    };
    t.frames
        .top
        .set(start + code.frame_words as usize * size_of::<Word>());
    let frame = std::ptr::with_exposed_provenance_mut(start);
    // SAFETY: the chunk is fresh and large enough.
    unsafe { write_frame(frame, code, function, globals, builtins, true) };
    Ok(frame)
}

/// Begins a new chunk and gives the place for its first frame. The chunk's first word
/// keeps the top of the one before.
fn add_chunk(t: &Thread, words: usize) -> PyResult<usize> {
    let bytes = words * size_of::<Word>();
    let mut chunks = t.frames.chunks.borrow_mut();
    let total: usize = chunks.iter().map(|chunk| size_of_val(&**chunk)).sum();
    if total + bytes > CAP {
        return Err(OutOfMemory.into());
    }
    heap().check(total + bytes)?;
    let chunk: Box<[Cell<Word>]> = vec![Cell::new(0); words].into();
    chunk[0].set(t.frames.top.get() as Word);
    let start = chunk.as_ptr().expose_provenance();
    chunks.push(chunk);
    t.frames.end.set(start + bytes);
    Ok(start + size_of::<Word>())
}

/// Takes the topmost frame off the data stack.
///
/// # Safety
/// It must be the topmost, and hold nothing any more.
#[inline(always)]
pub unsafe fn pop_frame(t: &Thread, frame: *mut Frame) {
    // SAFETY: the frame is live until here.
    if unsafe { (*frame).first_in_chunk } {
        drop_chunk(t);
    } else {
        t.frames.top.set(frame.expose_provenance());
    }
}

#[cold]
#[inline(never)]
fn drop_chunk(t: &Thread) {
    let mut chunks = t.frames.chunks.borrow_mut();
    let top = chunks.pop().map_or(0, |chunk| chunk[0].get());
    t.frames.top.set(top as usize);
    let end = chunks.last().map_or(0, |chunk| {
        chunk.as_ptr().expose_provenance() + size_of_val(&**chunk)
    });
    t.frames.end.set(end);
}
