//! What is proved of a code object, and in which order?

use instructions::{Instruction, Version};

use crate::flow::{Extent, Walk};
use crate::frame::Frame;
use crate::kind::Kind;
use crate::listing::{Listing, refuse};
use crate::rejection::{Reason, Rejection};
use crate::shape::Shape;
use crate::unwind::Handlers;
use crate::variables::{self, Layout};
use crate::{operands, order, table};

/// What the evaluation loops may take for granted of one code object.
///
/// Only [`verify`] makes one. What it stands for is in the crate's documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    version: Version,
    extent: Extent,
}

impl Proof {
    /// The instruction set that the proof is for.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The deepest that the value stack can be: at most `co_stacksize`.
    pub fn depth(&self) -> usize {
        self.extent.depth
    }

    /// The most blocks that can be open at once: at most 20, and none in 3.11.
    pub fn blocks(&self) -> usize {
        self.extent.blocks
    }
}

/// Proves that the code is safe to run, or says what is wrong with it.
///
/// The time taken and the memory used are at most proportional to the length of the code
/// and its tables.
///
/// # Errors
///
/// The first thing found that does not hold.
pub fn verify(shape: &Shape<'_>) -> Result<Proof, Rejection> {
    let checked = Checked::new(shape)?;
    let extent = checked.walk(shape)?.run(&checked.entry)?;
    Ok(Proof {
        version: shape.version,
        extent,
    })
}

/// Verifies, and then shows what is known of the frame before each instruction that can
/// be reached, in the order of the code.
///
/// # Errors
///
/// Those of [`verify`]; nothing is shown then.
pub fn explain(
    shape: &Shape<'_>,
    mut show: impl FnMut(&Instruction, &Frame),
) -> Result<(), Rejection> {
    let checked = Checked::new(shape)?;
    let mut walk = checked.walk(shape)?;
    walk.run(&checked.entry)?;
    walk.show(&mut show)
}

/// A code object of which everything is checked but the stack.
struct Checked {
    listing: Listing,
    handlers: Handlers,
    /// How many instructions at the start may run only once.
    prefix: usize,
    stack_size: usize,
    /// The frame as a call, or the first `send`, makes it.
    entry: Frame,
}

impl Checked {
    fn new(shape: &Shape<'_>) -> Result<Checked, Rejection> {
        let layout = Layout::new(shape)?;
        let stack_size = check_size(shape, &layout).map_err(Reason::of_the_code)?;
        let generator = variables::generator(shape.flags)?;
        let listing = Listing::new(shape.version, shape.code)?;
        for instruction in &listing.instructions {
            operands::check(instruction, shape, &layout)
                .map_err(|reason| refuse(instruction, reason))?;
        }
        let prefix = order::check(shape, &layout, generator, &listing)?;
        let entries = table::read(shape.exception_table, &listing, prefix)?;
        let handlers = Handlers::new(entries, listing.instructions.len());
        let mut entry = Frame::new(stack_size);
        if shape.version == Version::V310 && generator.is_some() {
            // What is sent first, always None, waits on the stack for GEN_START.
            entry.push(Kind::Object).map_err(Reason::of_the_code)?;
        }
        Ok(Checked {
            listing,
            handlers,
            prefix,
            stack_size,
            entry,
        })
    }

    fn walk<'a>(&'a self, shape: &'a Shape<'a>) -> Result<Walk<'a>, Rejection> {
        Walk::new(
            shape,
            &self.listing,
            &self.handlers,
            self.prefix,
            self.stack_size,
        )
    }
}

/// Variables and stack together can be counted by an `int`.
fn check_size(shape: &Shape<'_>, layout: &Layout<'_>) -> Result<usize, Reason> {
    let stack_size = variables::count("co_stacksize", shape.stack_size)?;
    let words = layout.size().saturating_add(stack_size as u64);
    if words > i32::MAX as u64 {
        return Err(Reason::FrameTooLarge(words));
    }
    Ok(stack_size)
}
