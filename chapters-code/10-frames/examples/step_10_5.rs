//! Fifth step: a variable that two functions share.

use std::cell::RefCell;
use std::rc::Rc;

/// `peek` and `step` get a copy of `count` each: they cannot agree.
pub fn copies() -> (i64, i64) {
    let count = 10;
    let mut step = {
        let mut count = count;
        move || {
            count += 1;
            count
        }
    };
    let peek = move || count;
    (step(), peek())
}

/// A box around the variable, which outlives the frame in which it was made.
#[derive(Clone, Default)]
pub struct Cell(Rc<RefCell<Option<i64>>>);

impl Cell {
    /// `LOAD_DEREF`
    pub fn load(&self) -> Result<i64, &'static str> {
        self.0.borrow().ok_or(
            "NameError: free variable 'count' referenced before assignment in enclosing scope",
        )
    }

    /// `STORE_DEREF`
    pub fn store(&self, value: i64) {
        *self.0.borrow_mut() = Some(value);
    }

    /// `DELETE_DEREF`
    pub fn delete(&self) {
        *self.0.borrow_mut() = None;
    }
}

/// `def step(): nonlocal count; count += 1; return count`
pub fn step(closure: &Cell) -> Result<i64, &'static str> {
    closure.store(closure.load()? + 1);
    closure.load()
}

/// `def peek(): return count`
pub fn peek(closure: &Cell) -> Result<i64, &'static str> {
    closure.load()
}

fn main() {
    println!("copies: {:?}", copies());
    let count = Cell::default(); // the outer function makes it …
    count.store(10);
    let (for_step, for_peek) = (count.clone(), count.clone()); // … its functions keep it …
    drop(count); // … and it returns.
    println!("cells:  ({:?}, {:?})", step(&for_step), peek(&for_peek));
    for_step.delete();
    println!("        {:?}", peek(&for_peek));
}
