//! What are the tokens of an expression, as far as it matters which of its operators binds
//! last? Brackets with what is in them are one item.
#![forbid(unsafe_code)]

use super::carets::is_blank;

/// A token, by what it does to the structure of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A name, a number, a string: something that has a value.
    Operand,
    /// An arithmetic operator.
    Operator(&'static str),
    /// `.` with the name behind it.
    Attribute,
    /// `await`
    Await,
    /// Anything that binds more loosely than arithmetic, or is part of a statement.
    Other,
}

/// A token, or brackets with all that is in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) kind: Kind,
    /// The first character.
    pub(super) start: usize,
    /// Behind the last character.
    pub(super) end: usize,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A token.
    Token(Token),
    /// An expression in parentheses that do nothing but hold it together.
    Parentheses(Vec<Item>),
    /// Arguments, a tuple, a generator expression, braces.
    Group,
    /// Square brackets.
    Brackets,
}

/// Nobody nests brackets deeper in a line that a traceback shows.
const MAX_DEPTH: usize = 100;

/// The items of an expression; `None` if it cannot be cut into tokens.
pub(super) fn items(text: &[char]) -> Option<Vec<Item>> {
    let mut reader = Reader { text, at: 0 };
    let items = reader.items(None, 0)?;
    (reader.at == text.len()).then_some(items.list)
}

/// Items up to a closing bracket.
struct Items {
    list: Vec<Item>,
    /// Is there a comma or a `for`, so that parentheses around make something of it?
    composed: bool,
}

struct Reader<'a> {
    text: &'a [char],
    at: usize,
}

/// Words that are no operands.
const KEYWORDS: [&str; 29] = [
    "and", "as", "assert", "async", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "while", "yield",
];

/// Signs of more than one character, the longest first, and those of one that are arithmetic.
/// Each with whether it is arithmetic.
const SIGNS: [(&str, bool); 33] = [
    ("**=", false),
    ("//=", false),
    (">>=", false),
    ("<<=", false),
    ("->", false),
    (":=", false),
    ("==", false),
    ("!=", false),
    ("<=", false),
    (">=", false),
    ("+=", false),
    ("-=", false),
    ("*=", false),
    ("/=", false),
    ("%=", false),
    ("@=", false),
    ("&=", false),
    ("|=", false),
    ("^=", false),
    ("**", true),
    ("//", true),
    ("<<", true),
    (">>", true),
    ("+", true),
    ("-", true),
    ("*", true),
    ("/", true),
    ("%", true),
    ("@", true),
    ("&", true),
    ("|", true),
    ("^", true),
    ("~", true),
];

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.text.get(self.at + ahead).copied()
    }

    fn items(&mut self, close: Option<char>, depth: usize) -> Option<Items> {
        if depth > MAX_DEPTH {
            return None;
        }
        let mut items = Items {
            list: vec![],
            composed: false,
        };
        loop {
            while self.peek(0).is_some_and(is_blank) {
                self.at += 1;
            }
            let Some(char) = self.peek(0) else {
                return close.is_none().then_some(items);
            };
            if Some(char) == close {
                self.at += 1;
                return Some(items);
            }
            let start = self.at;
            let kind = match char {
                '(' | '[' | '{' => self.brackets(char, depth)?,
                ')' | ']' | '}' => return None,
                _ => Kind::Token(self.token(char)?),
            };
            let word: String = self.text[start..self.at].iter().collect();
            items.composed |= word == "," || word == "for";
            items.list.push(Item {
                kind,
                start,
                end: self.at,
            });
        }
    }

    fn brackets(&mut self, open: char, depth: usize) -> Option<Kind> {
        self.at += 1;
        let close = match open {
            '(' => ')',
            '[' => ']',
            _ => '}',
        };
        let inner = self.items(Some(close), depth + 1)?;
        Some(match open {
            '(' if !inner.composed && !inner.list.is_empty() => Kind::Parentheses(inner.list),
            '[' => Kind::Brackets,
            _ => Kind::Group,
        })
    }

    fn token(&mut self, first: char) -> Option<Token> {
        if let Some(prefix) = self.string_prefix() {
            self.at += prefix;
            return self.string();
        }
        if first.is_ascii_digit() || first == '.' && self.digit_follows() {
            self.number();
            return Some(Token::Operand);
        }
        if is_word(first) {
            let word = self.word();
            return Some(match &*word {
                "await" => Token::Await,
                word if KEYWORDS.contains(&word) => Token::Other,
                _ => Token::Operand,
            });
        }
        if first == '.' {
            return self.dot();
        }
        let rest = &self.text[self.at..];
        let begins = |sign: &str| sign.chars().eq(rest.iter().take(sign.len()).copied());
        let sign = SIGNS.into_iter().find(|(sign, _)| begins(sign));
        self.at += sign.map_or(1, |(sign, _)| sign.len());
        Some(match sign {
            Some((sign, true)) => Token::Operator(sign),
            _ => Token::Other,
        })
    }

    fn digit_follows(&self) -> bool {
        self.peek(1).is_some_and(|char| char.is_ascii_digit())
    }

    fn word(&mut self) -> String {
        let start = self.at;
        while self
            .peek(0)
            .is_some_and(|char| is_word(char) || char.is_numeric())
        {
            self.at += 1;
        }
        self.text[start..self.at].iter().collect()
    }

    fn number(&mut self) {
        let start = self.at;
        while let Some(char) = self.peek(0) {
            let hexadecimal = matches!(self.text.get(start + 1), Some('x' | 'X'));
            let exponent = matches!(char, 'e' | 'E') && !hexadecimal;
            let signed = exponent && matches!(self.peek(1), Some('+' | '-'));
            if !char.is_ascii_alphanumeric() && char != '_' && char != '.' {
                break;
            }
            self.at += if signed { 2 } else { 1 };
        }
    }

    /// An attribute, or the three dots.
    fn dot(&mut self) -> Option<Token> {
        if (self.peek(1), self.peek(2)) == (Some('.'), Some('.')) {
            self.at += 3;
            return Some(Token::Operand);
        }
        self.at += 1;
        while self.peek(0).is_some_and(is_blank) {
            self.at += 1;
        }
        (!self.word().is_empty()).then_some(Token::Attribute)
    }

    /// How many letters stand before the quote, if a string begins here.
    fn string_prefix(&self) -> Option<usize> {
        let letters = (0..3).take_while(|&ahead| {
            let char = self.peek(ahead);
            char.is_some_and(|char| "rRbBuUfF".contains(char))
        });
        let letters = letters.count();
        matches!(self.peek(letters), Some('"' | '\'')).then_some(letters)
    }

    fn string(&mut self) -> Option<Token> {
        let quote = self.peek(0)?;
        let triple = self.peek(1) == Some(quote) && self.peek(2) == Some(quote);
        let length = if triple { 3 } else { 1 };
        self.at += length;
        loop {
            match self.peek(0)? {
                '\\' => self.at += 2,
                char if char == quote
                    && (0..length).all(|ahead| self.peek(ahead) == Some(quote)) =>
                {
                    self.at += length;
                    return Some(Token::Operand);
                }
                _ => self.at += 1,
            }
        }
    }
}

fn is_word(char: char) -> bool {
    char.is_alphabetic() || char == '_'
}
