//! An integer in a pointer: which bits tell them apart?

/// A word: an integer if its lowest bit is set, else the address of a box.
#[derive(Clone, Copy)]
struct Word(u64);

fn of_int(value: i64) -> Word {
    Word((value as u64) << 1 | 1)
}

fn of_box(value: Box<f64>) -> Word {
    Word(Box::into_raw(value).expose_provenance() as u64)
}

fn as_int(word: Word) -> Option<i64> {
    (word.0 & 1 == 1).then_some(word.0 as i64 >> 1)
}

fn show(what: &str, word: Word) {
    let low = word.0 & 0xFFFF;
    let meaning = as_int(word).map_or("an address".to_owned(), |value| format!("the int {value}"));
    println!(
        "{what:>10}  … {:08b} {:08b}  {meaning}",
        low >> 8,
        low & 0xFF
    );
}

fn main() {
    for value in [0, 1, 2, 256, -1] {
        show(&value.to_string(), of_int(value));
    }
    let boxed = of_box(Box::new(1.5));
    println!(
        "{:>10}  … in its lowest three bits {:03b}",
        "a box",
        boxed.0 & 0b111
    );
    let sum = of_int(20).0 + of_int(22).0 - 1;
    show("20 + 22", Word(sum));
    // SAFETY: the address is that of the box made above, and was not changed.
    drop(unsafe { Box::<f64>::from_raw(std::ptr::with_exposed_provenance_mut(boxed.0 as usize)) });
}
