//! A dictionary in an array with holes: the hash says where to begin looking.

/// A place: empty, or a key with its value.
type Place = Option<(u64, u64)>;

/// A hash table of 2ⁿ places, of which at least one is empty.
struct Holes {
    places: Vec<Place>,
}

impl Holes {
    fn with_places(count: usize) -> Holes {
        Holes {
            places: vec![None; count],
        }
    }

    /// The place of a key, or the empty place where it would be. (The hash is the key.)
    fn find(&self, key: u64) -> usize {
        let mask = self.places.len() - 1;
        let mut place = key as usize & mask;
        while self.places[place].is_some_and(|pair| pair.0 != key) {
            place = (place + 1) & mask;
        }
        place
    }

    fn set(&mut self, key: u64, value: u64) {
        let place = self.find(key);
        self.places[place] = Some((key, value));
    }

    fn get(&self, key: u64) -> Option<u64> {
        Some(self.places[self.find(key)]?.1)
    }

    fn show(&self) -> String {
        let show = |place: &Place| place.map_or("  .".to_owned(), |pair| format!("{:3}", pair.0));
        self.places.iter().map(show).collect()
    }
}

fn main() {
    let mut table = Holes::with_places(8);
    for key in [10, 3, 26, 7] {
        table.set(key, key * key);
        println!("set {key:2}     {}", table.show());
    }
    println!("get 26     {:?}", table.get(26));

    // To remove a key, empty its place. Or so it seems.
    let place = table.find(10);
    table.places[place] = None;
    println!("remove 10  {}", table.show());
    println!("get 3      {:?}", table.get(3));
    println!("get 26     {:?}", table.get(26));
}
