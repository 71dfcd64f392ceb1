//! A text in the narrowest array that holds it.

enum Text {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Text {
    fn new(text: &str) -> Text {
        let points = text.chars().map(u32::from);
        match points.clone().max().unwrap_or(0) {
            0..=0xFF => Text::One(points.map(|point| point as u8).collect()),
            0x100..=0xFFFF => Text::Two(points.map(|point| point as u16).collect()),
            _ => Text::Four(points.collect()),
        }
    }

    fn get(&self, index: usize) -> Option<u32> {
        match self {
            Text::One(chars) => chars.get(index).map(|&char| char.into()),
            Text::Two(chars) => chars.get(index).map(|&char| char.into()),
            Text::Four(chars) => chars.get(index).copied(),
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Text::One(chars) => chars.len(),
            Text::Two(chars) => chars.len() * 2,
            Text::Four(chars) => chars.len() * 4,
        }
    }
}

fn main() {
    for text in ["hello", "café", "жизнь", "日本語", "snake 🐍"] {
        let text_of = Text::new(text);
        let third = text_of.get(2).and_then(char::from_u32);
        println!("{text:8}\t{:>2} bytes, [2] is {third:?}", text_of.bytes());
    }
    let novel = "All happy families are alike; ".repeat(1_000);
    println!("a novel:      {:>6} bytes", Text::new(&novel).bytes());
    println!(
        "one 🐍 later: {:>6} bytes",
        Text::new(&(novel + "🐍")).bytes()
    );
}
