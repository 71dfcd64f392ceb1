//! Where do random numbers come from? The Mersenne Twister of Matsumoto and Nishimura
//! (MT19937), seeded as CPython seeds it.

use std::cell::Cell;

/// How many words the state has.
pub(super) const WORDS: usize = 624;

const MIDDLE: usize = 397;

/// The state of a generator.
pub(super) struct Twister {
    words: [Cell<u32>; WORDS],
    /// The next word to give out; [`WORDS`] when all are used up.
    index: Cell<usize>,
}

impl Twister {
    /// A generator whose state says nothing yet: it must be seeded.
    pub(super) fn new() -> Twister {
        Twister {
            words: [const { Cell::new(0) }; WORDS],
            index: Cell::new(WORDS),
        }
    }

    /// Spreads one number over the whole state (`init_genrand`).
    fn spread(&self, seed: u32) {
        let mut word = seed;
        for (at, place) in self.words.iter().enumerate() {
            if at > 0 {
                word = (word ^ word >> 30)
                    .wrapping_mul(1_812_433_253)
                    .wrapping_add(at as u32);
            }
            place.set(word);
        }
        self.index.set(WORDS);
    }

    /// Seeds with any amount of words (`init_by_array`); none are one that is zero.
    pub(super) fn seed(&self, key: &[u32]) {
        let key = if key.is_empty() { &[0] } else { key };
        self.spread(19_650_218);
        let mut at = 1;
        let mut step = |factor: u32, change: &dyn Fn(u32, usize) -> u32| {
            let before = self.words[at - 1].get();
            let mixed = (before ^ before >> 30).wrapping_mul(factor);
            self.words[at].set(change(self.words[at].get() ^ mixed, at));
            at += 1;
            if at == WORDS {
                self.words[0].set(self.words[WORDS - 1].get());
                at = 1;
            }
        };
        for turn in 0..key.len().max(WORDS) {
            let place = turn % key.len();
            step(1_664_525, &|word, _| {
                word.wrapping_add(key[place]).wrapping_add(place as u32)
            });
        }
        for _ in 1..WORDS {
            step(1_566_083_941, &|word, at| word.wrapping_sub(at as u32));
        }
        self.words[0].set(1 << 31);
    }

    /// Makes the next words, all at once.
    fn renew(&self) {
        for at in 0..WORDS {
            let upper = self.words[at].get() & 1 << 31;
            let lower = self.words[(at + 1) % WORDS].get() & !(1 << 31);
            let both = upper | lower;
            let twist = if both & 1 == 1 { 0x9908_B0DF } else { 0 };
            let far = self.words[(at + MIDDLE) % WORDS].get();
            self.words[at].set(far ^ both >> 1 ^ twist);
        }
        self.index.set(0);
    }

    /// The next 32 random bits.
    pub(super) fn word(&self) -> u32 {
        if self.index.get() >= WORDS {
            self.renew();
        }
        let index = self.index.get();
        self.index.set(index + 1);
        let mut word = self.words[index].get();
        word ^= word >> 11;
        word ^= word << 7 & 0x9D2C_5680;
        word ^= word << 15 & 0xEFC6_0000;
        word ^ word >> 18
    }

    /// A float in [0, 1) of 53 random bits.
    pub(super) fn float(&self) -> f64 {
        let (high, low) = (self.word() >> 5, self.word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    /// An integer of `bits` random bits, as words, the least significant first.
    pub(super) fn bits(&self, bits: u64) -> Vec<u32> {
        let count = bits.div_ceil(32) as usize;
        let mut words: Vec<u32> = (0..count).map(|_| self.word()).collect();
        if let Some(last) = words.last_mut() {
            *last >>= bits.wrapping_neg() % 32;
        }
        words
    }

    /// The state: the words, then the index.
    pub(super) fn state(&self) -> impl Iterator<Item = u32> {
        let index = self.index.get() as u32;
        self.words.iter().map(Cell::get).chain([index])
    }

    /// Puts a state back; `false` if the index is out of range.
    pub(super) fn restore(&self, words: &[u32; WORDS], index: usize) -> bool {
        if index > WORDS {
            return false;
        }
        for (place, word) in self.words.iter().zip(words) {
            place.set(*word);
        }
        self.index.set(index);
        true
    }
}
