//! From what a chapter says to what its reader sees.

pub mod args;
pub mod directives;
pub mod exercise;
pub mod figure;
pub mod listing;
pub mod outputs;
pub mod preprocess;
pub mod source;
pub mod tables;
