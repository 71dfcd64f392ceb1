//! Where to look next? The number of places that lookups visit, for three answers and four
//! kinds of keys.

/// The next place, from this one, the mask and what is left of the hash.
type Next = fn(usize, usize, &mut u64) -> usize;

const ANSWERS: [(&str, Next); 3] = [
    ("next door", |place, mask, _| (place + 1) & mask),
    ("times five", |place, mask, _| (place * 5 + 1) & mask),
    ("CPython's", |place, mask, perturb| {
        *perturb >>= 5;
        place.wrapping_mul(5).wrapping_add(*perturb as usize + 1) & mask
    }),
];

/// Puts keys into a table of 2ⁿ places and counts the places visited.
fn visits(keys: &[u64], places: usize, next: Next) -> usize {
    let mask = places - 1;
    let mut table = vec![None; places];
    let mut visits = 0;
    for &key in keys {
        let (mut place, mut perturb) = (key as usize & mask, key);
        visits += 1;
        while table[place].is_some() {
            place = next(place, mask, &mut perturb);
            visits += 1;
        }
        table[place] = Some(key);
    }
    visits
}

/// A key from its number.
type Key = fn(u64) -> u64;

/// A number that has nothing to do with `n`, as far as one can see (splitmix64).
fn scattered(n: u64) -> u64 {
    let mut x = n.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    x = (x ^ x >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ x >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ x >> 31
}

const KEYS: [(&str, Key); 4] = [
    ("0, 1, 2, …", |n| n),
    ("0, 64, 128, …", |n| n * 64),
    ("0, 1024, 2048, …", |n| n * 1024),
    ("no pattern", scattered),
];

fn main() {
    print!("{:18}", "80 keys in 128");
    ANSWERS.iter().for_each(|answer| print!("{:>12}", answer.0));
    println!();
    for (name, key) in KEYS {
        let keys: Vec<u64> = (0..80).map(key).collect();
        print!("{name:18}");
        for (_, next) in ANSWERS {
            print!("{:12.1}", visits(&keys, 128, next) as f64 / 80.0);
        }
        println!();
    }
}
