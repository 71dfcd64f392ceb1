//! How do owned words move? Taking and giving back counts of words that lie on the data
//! stack, where no Rust value owns them.

use objects::{Object, Word};

/// A second reference to what a word holds.
///
/// # Safety
/// The word must be that of a live object.
#[inline(always)]
pub unsafe fn retain(word: Word) -> Word {
    // SAFETY: by the caller's promise; the word is only looked at.
    unsafe { Object::borrow_word(&raw const word) }
        .clone()
        .into_word()
}

/// Gives a reference back; zero is nothing.
///
/// # Safety
/// The word must be zero or own a reference, which is gone afterwards. Python code can run.
#[inline(always)]
pub unsafe fn release(word: Word) {
    if word != 0 {
        // SAFETY: by the caller's promise.
        drop(unsafe { Object::from_word(word) });
    }
}

/// Gives a reference back unless that would end an object; zero is nothing. False: it was
/// not given back, and [`release`] must do it.
///
/// # Safety
/// The word must be zero or own a reference, which is gone afterwards if this is true.
#[inline(always)]
pub unsafe fn release_shared(word: Word) -> bool {
    // SAFETY: by the caller's promise.
    word == 0 || unsafe { Object::release_shared(word) }
}

/// Takes the object out of a place, leaving nothing there.
///
/// # Safety
/// The place must be valid, and zero or own what it holds.
#[inline(always)]
pub unsafe fn take(place: *mut Word) -> Option<Object> {
    // SAFETY: by the caller's promise; the place no longer holds the word that is owned.
    unsafe {
        let word = place.replace(0);
        (word != 0).then(|| Object::from_word(word))
    }
}
