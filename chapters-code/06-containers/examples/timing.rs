//! How long do the commonest operations take? Run with `--release`.

use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

use containers::{dict, dict_get, dict_set, find_key, list_of, set, set_add, set_contains};
use objects::Object;
use types::{HashSeed, Interpreter, MemoryHost, PyResult, Thread, Version};

/// Seconds that this program has had a processor for, where the system says so: on a busy
/// machine that is less than the time that has gone by.
fn now(start: Instant) -> f64 {
    std::fs::read_to_string("/proc/self/schedstat")
        .ok()
        .and_then(|line| line.split(' ').next()?.parse::<f64>().ok())
        .map_or(start.elapsed().as_secs_f64(), |nanoseconds| {
            nanoseconds / 1e9
        })
}

/// Prints the nanoseconds that one of `count` runs of `body` takes.
fn time(what: &str, count: u32, mut body: impl FnMut(u32) -> PyResult<()>) -> PyResult<()> {
    let clock = Instant::now();
    let mut best = f64::MAX;
    for _ in 0..5 {
        let start = now(clock);
        for number in 0..count {
            body(number)?;
        }
        best = best.min(now(clock) - start);
    }
    println!("{what:32} {:6.2} ns", best * 1e9 / f64::from(count));
    Ok(())
}

fn run(t: &Thread) -> PyResult<()> {
    let number = |value: u32| Object::int32(value as i32);
    let names: Vec<Object> = (0..64)
        .map(|n| Ok(t.intern(&format!("name{n}"))?.object().clone()))
        .collect::<PyResult<_>>()?;
    // The same texts as other objects.
    let copies: Vec<Object> = (0..64)
        .map(|n| t.str(&format!("name{n}")))
        .collect::<PyResult<_>>()?;
    let by_name = dict(t)?;
    let by_number = dict(t)?;
    let by_pair = dict(t)?;
    let numbers = set(t)?;
    let words = set(t)?;
    for n in 0..1000 {
        dict_set(t, &by_number, number(n * 3), number(n))?;
        dict_set(t, &by_pair, t.tuple([number(n), number(n + 1)])?, number(n))?;
        set_add(t, &numbers, number(n * 3))?;
    }
    for name in &names {
        dict_set(t, &by_name, name.clone(), number(1))?;
        set_add(t, &words, name.clone())?;
    }
    let pairs: Vec<Object> = (0..64)
        .map(|n| t.tuple([number(n), number(n + 1)]))
        .collect::<PyResult<_>>()?;
    let row = list_of(t, &names)?;
    let list = row.downcast::<types::List>().unwrap();
    let at = |n: u32| (n % 64) as usize;
    time("dict_get: interned str", 10_000_000, |n| {
        black_box(dict_get(t, &by_name, &names[at(n)])?);
        Ok(())
    })?;
    time("dict_get: equal str", 10_000_000, |n| {
        black_box(dict_get(t, &by_name, &copies[at(n)])?);
        Ok(())
    })?;
    time("dict_get: int", 10_000_000, |n| {
        black_box(dict_get(t, &by_number, &number(n % 1000 * 3))?);
        Ok(())
    })?;
    time("dict_get: int, missing", 10_000_000, |n| {
        black_box(dict_get(t, &by_number, &number(n % 1000 * 3 + 1))?);
        Ok(())
    })?;
    time("dict_get: tuple", 3_000_000, |n| {
        black_box(dict_get(t, &by_pair, &pairs[at(n)])?);
        Ok(())
    })?;
    time("find_key: int", 10_000_000, |n| {
        black_box(find_key(t, &by_number.table, &number(n % 1000 * 3))?);
        Ok(())
    })?;
    time("dict_set: int, there", 10_000_000, |n| {
        dict_set(t, &by_number, number(n % 1000 * 3), number(n))
    })?;
    let growing = dict(t)?;
    time("dict_set: int, new", 1_000_000, |n| {
        dict_set(t, &growing, number(n), number(n))
    })?;
    time("dict of five names, made", 1_000_000, |_| {
        let made = dict(t)?;
        for name in &names[..5] {
            dict_set(t, &made, name.clone(), number(1))?;
        }
        Ok(())
    })?;
    time("set_contains: int", 10_000_000, |n| {
        black_box(set_contains(t, &numbers, &number(n % 1000 * 3))?);
        Ok(())
    })?;
    time("set_contains: str", 10_000_000, |n| {
        black_box(set_contains(t, &words, &names[at(n)])?);
        Ok(())
    })?;
    time("list.get", 10_000_000, |n| {
        black_box(list.get(i64::from(n % 64)));
        Ok(())
    })?;
    time("list subscript slot", 10_000_000, |n| {
        black_box(t.get_item(&row, &number(n % 64))?);
        Ok(())
    })?;
    time("list of three, made", 3_000_000, |_| {
        black_box(list_of(t, &names[..3])?);
        Ok(())
    })?;
    time("tuple of two, made", 3_000_000, |_| {
        black_box(t.tuple([number(1), number(2)])?);
        Ok(())
    })?;
    let iterator = containers::RangeIterator::of(0, 1, 1 << 40).unwrap();
    time("range iterator step", 30_000_000, |_| {
        black_box(iterator.step(t)?);
        Ok(())
    })?;
    time("sort of 1000 ints", 1000, |n| {
        let items = (0..1000).map(|i| number((i * 7919 + n) % 1009)).collect();
        let list = containers::list(t, items)?;
        containers::sort_list(t, list.downcast().unwrap(), None, false)
    })?;
    time("sort of 1000 pairs", 300, |n| {
        let items = (0..1000)
            .map(|i| t.tuple([number((i * 7919 + n) % 1009), number(i)]))
            .collect::<PyResult<_>>()?;
        let list = containers::list(t, items)?;
        containers::sort_list(t, list.downcast().unwrap(), None, false)
    })
}

fn main() {
    let host = Box::new(MemoryHost::default());
    let interpreter = Interpreter::new(Version::V310, host, HashSeed::Fixed).unwrap();
    let t = Thread::new(Rc::new(interpreter));
    types::install(&t).unwrap();
    numbers::install(&t).unwrap();
    strings::install(&t).unwrap();
    containers::install(&t).unwrap();
    run(&t).unwrap();
}
