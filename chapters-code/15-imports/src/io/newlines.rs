//! Where does a line end? That depends on how a stream was opened.

/// What a stream of text does with the ends of lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Newline {
    /// `None`: every kind of end becomes `\n` as it is written.
    Translated,
    /// `''`: every kind of end is one, and stays what it is.
    Universal,
    /// `\n`
    Feed,
    /// `\r`: what is written as `\n`.
    Return,
    /// `\r\n`: what is written as `\n`.
    ReturnFeed,
}

const FEED: u32 = '\n' as u32;
const RETURN: u32 = '\r' as u32;

impl Newline {
    /// What the argument `newline` says.
    pub(super) fn named(text: &str) -> Option<Newline> {
        Some(match text {
            "" => Newline::Universal,
            "\n" => Newline::Feed,
            "\r" => Newline::Return,
            "\r\n" => Newline::ReturnFeed,
            _ => return None,
        })
    }

    /// The argument that says so.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Newline::Translated => None,
            Newline::Universal => Some(""),
            Newline::Feed => Some("\n"),
            Newline::Return => Some("\r"),
            Newline::ReturnFeed => Some("\r\n"),
        }
    }

    /// Is every kind of end looked for in what is written?
    pub(super) fn is_universal(self) -> bool {
        matches!(self, Newline::Translated | Newline::Universal)
    }

    /// The text as the stream keeps it.
    pub(super) fn written(self, text: impl Iterator<Item = u32>, seen: &mut Seen) -> Vec<u32> {
        let mut out = Vec::new();
        let mut text = text.peekable();
        while let Some(char) = text.next() {
            match (self, char) {
                (Newline::Return, FEED) => out.push(RETURN),
                (Newline::ReturnFeed, FEED) => out.extend([RETURN, FEED]),
                (Newline::Translated | Newline::Universal, RETURN) => {
                    let both = text.next_if_eq(&FEED).is_some();
                    match both {
                        true => seen.both = true,
                        false => seen.carriage = true,
                    }
                    match (self, both) {
                        (Newline::Translated, _) => out.push(FEED),
                        (_, true) => out.extend([RETURN, FEED]),
                        (_, false) => out.push(RETURN),
                    }
                }
                (Newline::Translated | Newline::Universal, FEED) => {
                    seen.feed = true;
                    out.push(FEED);
                }
                _ => out.push(char),
            }
        }
        out
    }

    /// How many characters the first line has, with its end.
    pub(super) fn line_length(self, mut text: impl Iterator<Item = u32>) -> usize {
        let mut length = 0;
        let mut last = 0;
        while let Some(char) = text.next() {
            length += 1;
            match (self, char) {
                (Newline::Translated | Newline::Feed, FEED) => return length,
                (Newline::Universal, FEED) => return length,
                (Newline::Universal, RETURN) => {
                    return length + usize::from(text.next() == Some(FEED));
                }
                (Newline::Return, RETURN) => return length,
                (Newline::ReturnFeed, FEED) if last == RETURN => return length,
                _ => last = char,
            }
        }
        length
    }
}

/// Which kinds of ends a stream has met.
#[derive(Clone, Copy, Default)]
pub(super) struct Seen {
    pub carriage: bool,
    pub feed: bool,
    pub both: bool,
}

impl Seen {
    /// Their texts, in the order of `newlines`.
    pub(super) fn texts(self) -> Vec<&'static str> {
        let kinds = [
            (self.carriage, "\r"),
            (self.feed, "\n"),
            (self.both, "\r\n"),
        ];
        let seen = kinds.into_iter().filter(|kind| kind.0);
        seen.map(|kind| kind.1).collect()
    }
}
