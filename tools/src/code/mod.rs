//! Finding things in the sources that the book shows.

pub mod excerpt;
pub mod items;
pub mod place;
pub mod public;
pub mod unsafety;
