//! A complete toy virtual machine: it runs the twelve bytes of `print("Hello")`.
#![forbid(unsafe_code)]

mod error;
mod machine;
pub mod opcode;
pub mod programs;
mod value;

pub use error::Error;
pub use machine::{Code, Machine};
pub use value::Value;
