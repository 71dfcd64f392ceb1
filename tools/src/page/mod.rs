//! From what a chapter says to what its reader sees.

pub mod args;
pub mod directives;
pub mod exercise;
pub mod figure;
pub mod head;
pub mod listing;
pub mod outputs;
pub mod preprocess;
pub mod recording;
pub mod results;
pub mod runs;
pub mod source;
pub mod stepper;
pub mod tables;
pub mod tabs;
