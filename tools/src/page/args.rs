//! Reading what stands between `{{#` and `}}`.

use anyhow::{Context, Result, bail};

use crate::code::excerpt::Wanted;

/// A directive that fills a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive<'a> {
    /// `listing`, `figure`, …
    pub name: &'a str,
    /// What follows the name.
    pub args: &'a str,
    /// The whole line.
    pub line: &'a str,
}

/// The directive that `line` consists of, if it does.
pub fn directive(line: &str) -> Option<Directive<'_>> {
    let inside = line.trim().strip_prefix("{{#")?.strip_suffix("}}")?;
    let (name, args) = inside.split_once(' ').unwrap_or((inside, ""));
    Some(Directive {
        name,
        args: args.trim(),
        line,
    })
}

/// A word, or a text in double quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// Anything up to a space or a quote.
    Word(String),
    /// What stands between two quotes; `\"` is a quote.
    Quoted(String),
}

/// Splits arguments into words and quoted texts.
///
/// # Errors
/// When a quote is not closed.
pub fn tokens(args: &str) -> Result<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut chars = args.chars().peekable();
    while let Some(&next) = chars.peek() {
        if next.is_whitespace() {
            chars.next();
        } else if next == '"' {
            chars.next();
            tokens.push(Token::Quoted(quoted(&mut chars)?));
        } else {
            let mut word = String::new();
            while let Some(c) = chars.next_if(|c| !c.is_whitespace() && *c != '"') {
                word.push(c);
            }
            tokens.push(Token::Word(word));
        }
    }
    Ok(tokens)
}

fn quoted(chars: &mut impl Iterator<Item = char>) -> Result<String> {
    let mut text = String::new();
    while let Some(c) = chars.next() {
        match c {
            '"' => return Ok(text),
            '\\' => text.extend(chars.next()),
            c => text.push(c),
        }
    }
    bail!("a quote is not closed")
}

/// The arguments of `{{#listing …}}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingArgs {
    /// What to show.
    pub wanted: Wanted,
    /// How many lines stand open; the rest is folded.
    pub open_lines: usize,
    /// What the caption says besides the place.
    pub caption: Option<String>,
}

/// Lines that stand open when a listing does not say how many.
const OPEN_LINES: usize = 40;

/// Reads `FILE [ITEM[@PATTERN]] ["FIRST".."LAST"] [nodoc] [fold=N] [nofold] [caption="…"]`.
///
/// # Errors
/// When something else is written.
pub fn listing(args: &str) -> Result<ListingArgs> {
    let mut tokens = tokens(args)?.into_iter().peekable();
    let Some(Token::Word(file)) = tokens.next() else {
        bail!("it names no file")
    };
    let mut item: Vec<String> = Vec::new();
    let mut quotes = Vec::new();
    let (mut nodoc, mut open_lines, mut caption) = (false, OPEN_LINES, None);
    while let Some(token) = tokens.next() {
        match token {
            Token::Quoted(text) => quotes.push(text),
            Token::Word(word) => match word.as_str() {
                ".." if quotes.len() == 1 => {}
                "nodoc" => nodoc = true,
                "nofold" => open_lines = usize::MAX,
                "caption=" => match tokens.next() {
                    Some(Token::Quoted(text)) => caption = Some(text),
                    _ => bail!("`caption=` needs a text in quotes"),
                },
                word => match word.strip_prefix("fold=") {
                    Some(number) => {
                        open_lines = number.parse().context("`fold=` needs a number of lines")?;
                    }
                    None => item.push(word.to_owned()),
                },
            },
        }
    }
    let between = match quotes.len() {
        0 => None,
        2 => quotes.pop().and_then(|last| Some((quotes.pop()?, last))),
        _ => bail!("write the two texts as \"FIRST\"..\"LAST\""),
    };
    let item = item.join(" ");
    let (item, arm) = match item.split_once('@') {
        Some((item, arm)) => (item.trim().to_owned(), Some(arm.trim().to_owned())),
        None => (item, None),
    };
    let item = (!item.is_empty()).then_some(item);
    if item.is_none() && arm.is_some() {
        bail!("`@PATTERN` needs the item that holds the match");
    }
    let wanted = Wanted {
        file,
        item,
        arm,
        between,
        nodoc,
    };
    Ok(ListingArgs {
        wanted,
        open_lines,
        caption,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_names_a_file_and_an_item() {
        let args = listing("frames/frame.rs <Frame as Drop>::drop nodoc fold=12").unwrap();
        assert_eq!(args.wanted.file, "frames/frame.rs");
        assert_eq!(args.wanted.item.as_deref(), Some("<Frame as Drop>::drop"));
        assert!(args.wanted.nodoc);
        assert_eq!(args.open_lines, 12);
    }

    #[test]
    fn a_listing_names_one_arm_of_a_match() {
        let args = listing("a/b.rs Machine::step@LOAD_FAST").unwrap();
        assert_eq!(args.wanted.item.as_deref(), Some("Machine::step"));
        assert_eq!(args.wanted.arm.as_deref(), Some("LOAD_FAST"));
    }

    #[test]
    fn a_listing_names_the_source_between_two_texts() {
        let args = listing(r#"a/b.rs table! "first \"row\"".."last row" caption="Rows""#).unwrap();
        let between = ("first \"row\"".to_owned(), "last row".to_owned());
        assert_eq!(args.wanted.between, Some(between));
        assert_eq!(args.caption.as_deref(), Some("Rows"));
    }

    #[test]
    fn a_listing_that_says_half_of_something_is_refused() {
        assert!(listing("").is_err());
        assert!(listing("a/b.rs \"open").is_err());
        assert!(listing("a/b.rs f \"only one\"").is_err());
        assert!(listing("a/b.rs @Arm").is_err());
        assert!(listing("a/b.rs f fold=many").is_err());
    }
}
