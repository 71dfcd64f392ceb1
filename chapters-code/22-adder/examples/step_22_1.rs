//! What does a machine need of the world? A program runs in one that is all made up.

use adder_machine::machine;
use code_objects::Pyc;
use std::rc::Rc;
use types::{HashSeed, MemoryHost, Version};

fn main() {
    let world = Rc::new(MemoryHost::default());
    let host = Box::new(Rc::clone(&world));
    let t = machine::with_host(Version::V310, HashSeed::Fixed, host).expect("a machine");
    t.limits.instructions.set(Some(1_000_000));
    let bytes = include_bytes!("../../../programs/310/queens.pyc");
    let ended = t.enter(1 << 20, |t| {
        let code = Pyc::read(t, bytes)?.code;
        imports::run_main(t, code, "queens.pyc", &[])
    });
    println!("ended well: {}", ended.is_ok());
    println!("printed:    {} bytes", world.stdout.borrow().len());
    println!("left over:  {:?}", t.limits.instructions.get());
}
