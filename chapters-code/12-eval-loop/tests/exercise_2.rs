//! Exercise 2: finding the handler of an exception.
#![cfg(feature = "exercise-2")]

#[cfg_attr(not(feature = "solution"), path = "../exercises/2/starter.rs")]
#[cfg_attr(feature = "solution", path = "../exercises/2/solution.rs")]
mod exercise;

use exercise::{Block, Kind, Machine};

fn block(kind: Kind, handler: usize, level: usize) -> Block {
    Block {
        kind,
        handler,
        level,
    }
}

#[test]
fn the_innermost_block_handles_it() {
    let blocks = vec![block(Kind::Finally, 40, 0), block(Kind::Finally, 20, 1)];
    let mut machine = Machine { blocks, depth: 5 };
    assert_eq!(machine.raise(), Some(20));
    // What was above the level is gone; the old exception and the new one take three each.
    assert_eq!(machine.depth, 7);
}

#[test]
fn while_it_is_handled_a_block_says_so() {
    let mut machine = Machine {
        blocks: vec![block(Kind::Finally, 20, 1)],
        depth: 2,
    };
    machine.raise();
    assert_eq!(machine.blocks, [block(Kind::Handler, 0, 1)]);
}

#[test]
fn an_exception_in_a_handler_goes_to_the_block_outside() {
    let blocks = vec![block(Kind::Finally, 40, 0), block(Kind::Handler, 0, 1)];
    let mut machine = Machine { blocks, depth: 8 };
    assert_eq!(machine.raise(), Some(40));
    assert_eq!(machine.depth, 6);
}

#[test]
fn without_a_block_the_frame_ends() {
    let mut machine = Machine {
        blocks: vec![block(Kind::Handler, 0, 0)],
        depth: 6,
    };
    assert_eq!(machine.raise(), None);
    assert_eq!(machine.depth, 0);
}
