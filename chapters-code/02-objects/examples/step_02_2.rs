//! Values behind `Rc`: what do they cost?

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::RefCell;
use std::process::{Command, ExitStatus, Stdio};
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Something on the heap, and a reference to it.
#[derive(Clone)]
enum Value {
    None,
    Int(Rc<i64>),
    List(Rc<RefCell<Vec<Value>>>),
}

/// The system's allocator, with a counter.
struct Counting;

static CALLS: AtomicU64 = AtomicU64::new(0);

// SAFETY: everything is passed on to the system.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        CALLS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise is passed on.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn add(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Value::Int(Rc::new(**a + **b)),
        _ => Value::None,
    }
}

fn two_names() {
    let list = Rc::new(RefCell::new(vec![Value::Int(Rc::new(1))]));
    let (a, b) = (Value::List(list.clone()), Value::List(list.clone()));
    if let Value::List(items) = &a {
        items.borrow_mut().push(Value::Int(Rc::new(2)));
    }
    if let Value::List(items) = &b {
        println!("b has {} items", items.borrow().len());
    }
    println!("the list has {} references", Rc::strong_count(&list));
}

fn count_to(limit: i64) {
    let before = CALLS.load(Ordering::Relaxed);
    let one = Value::Int(Rc::new(1));
    let mut i = Value::Int(Rc::new(0));
    for _ in 0..limit {
        i = add(&i, &one);
    }
    let calls = CALLS.load(Ordering::Relaxed) - before;
    println!("counting to {limit} took {calls} allocations");
}

/// A list in a list in a list …
fn nest(depth: usize) -> Value {
    (0..depth).fold(Value::None, |inner, _| {
        Value::List(Rc::new(RefCell::new(vec![inner])))
    })
}

/// Drops a nested list in a process of its own, since it may not survive.
fn drop_in_another_process(depth: usize) -> std::io::Result<ExitStatus> {
    Command::new(std::env::current_exe()?)
        .arg(depth.to_string())
        .stderr(Stdio::null())
        .status()
}

fn main() -> std::io::Result<()> {
    if let Some(depth) = std::env::args().nth(1) {
        drop(nest(depth.parse().unwrap_or(0)));
        return Ok(());
    }
    two_names();
    count_to(1_000_000);
    for depth in [1_000, 1_000_000] {
        let end = if drop_in_another_process(depth)?.success() {
            "well"
        } else {
            "with a crash"
        };
        println!("dropping {depth} nested lists ended {end}");
    }
    Ok(())
}
