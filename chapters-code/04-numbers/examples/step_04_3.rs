//! If every integer is an object: how many objects does a loop make?

use std::cell::Cell;
use std::rc::Rc;

/// What CPython does: the integers from −5 to 256 are made once, every other one anew.
struct Pool {
    ready: Vec<Rc<i64>>,
    made: Cell<u32>,
}

impl Pool {
    fn new() -> Pool {
        Pool {
            ready: (-5..=256).map(Rc::new).collect(),
            made: Cell::new(0),
        }
    }

    /// An integer object (`PyLong_FromLong`).
    fn int(&self, value: i64) -> Rc<i64> {
        if (-5..=256).contains(&value) {
            return self.ready[(value + 5) as usize].clone();
        }
        self.made.set(self.made.get() + 1);
        Rc::new(value)
    }
}

fn main() {
    let pool = Pool::new();
    let mut total = pool.int(0);
    for i in 0..1000 {
        let item = pool.int(i);
        total = pool.int(*total + *item);
    }
    println!(
        "the sum of 0…999 is {total}; objects made: {}",
        pool.made.get()
    );
    for value in [256, 257] {
        let (a, b) = (pool.int(value), pool.int(value));
        println!("{value} is {value}: {}", Rc::ptr_eq(&a, &b));
    }
}
