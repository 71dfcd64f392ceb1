//! A text as an array of code points: what does it weigh?

fn main() {
    for text in ["hello", "café", "жизнь", "日本語", "snake 🐍"] {
        let points: Vec<u32> = text.chars().map(u32::from).collect();
        println!(
            "{text:8}\t{} characters, {:>2} bytes as UTF-8, {:>2} as code points",
            points.len(),
            text.len(),
            points.len() * size_of::<u32>()
        );
    }
}
