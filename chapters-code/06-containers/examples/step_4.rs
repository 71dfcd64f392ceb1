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

fn main() {
    let rows: [(&str, fn(u64) -> u64); 4] = [
        ("0, 1, 2, …", |n| n),
        ("0, 64, 128, …", |n| n * 64),
        ("0, 1024, 2048, …", |n| n * 1024),
        ("no pattern", |n| (n * 7919 + 1).pow(4) >> 9),
    ];
    print!("{:18}", "80 keys in 128");
    ANSWERS.iter().for_each(|answer| print!("{:>12}", answer.0));
    println!();
    for (name, key) in rows {
        let keys: Vec<u64> = (0..80).map(key).collect();
        print!("{name:18}");
        for (_, next) in ANSWERS {
            print!("{:12.1}", visits(&keys, 128, next) as f64 / 80.0);
        }
        println!();
    }
}
