//! How is an expression of the tables read?

/// An expression.
pub enum Expression {
    Int(String),
    Float(f64),
    Imaginary(f64),
    Text(Vec<u32>),
    Bytes(Vec<u8>),
    Name(String),
    Tuple(Vec<Expression>),
    List(Vec<Expression>),
    Dict(Vec<(Expression, Expression)>),
    Negative(Box<Expression>),
    Binary(String, Box<Expression>, Box<Expression>),
    Steps(Box<Expression>, Vec<Step>),
}

/// What follows a value.
pub enum Step {
    Attribute(String),
    Item(Expression),
    Slice(Vec<Option<Expression>>),
    Call(Vec<Expression>, Vec<(String, Expression)>),
}

impl Expression {
    /// Reads an expression; what it cannot read is a mistake in the table.
    pub fn parse(text: &str) -> Expression {
        let chars: Vec<char> = text.chars().collect();
        let mut parser = Parser { chars, at: 0 };
        let expression = parser.comparison();
        parser.spaces();
        assert_eq!(parser.at, parser.chars.len(), "in {text}");
        expression
    }
}

struct Parser {
    chars: Vec<char>,
    at: usize,
}

const COMPARISONS: [&str; 8] = ["==", "!=", "<=", ">=", "<", ">", "not in", "in"];

impl Parser {
    fn peek(&self) -> char {
        self.chars.get(self.at).copied().unwrap_or('\0')
    }

    fn spaces(&mut self) {
        while self.peek() == ' ' {
            self.at += 1;
        }
    }

    fn take(&mut self, text: &str) -> bool {
        self.spaces();
        let wanted: Vec<char> = text.chars().collect();
        let found = self.chars[self.at..].starts_with(&wanted);
        if found {
            self.at += wanted.len();
        }
        found
    }

    fn expect(&mut self, text: &str) {
        let found = self.take(text);
        let line: String = self.chars.iter().collect();
        assert!(found, "{text} at {} in {line}", self.at);
    }

    fn comparison(&mut self) -> Expression {
        let left = self.sum();
        for sign in COMPARISONS {
            if self.take(sign) {
                let right = self.sum();
                return Expression::Binary(sign.to_owned(), Box::new(left), Box::new(right));
            }
        }
        left
    }

    fn sum(&mut self) -> Expression {
        let mut left = self.product();
        loop {
            let sign = match (self.take("+"), self.take("-")) {
                (true, _) => "+",
                (_, true) => "-",
                _ => return left,
            };
            left = Expression::Binary(sign.into(), Box::new(left), Box::new(self.product()));
        }
    }

    fn product(&mut self) -> Expression {
        let mut left = self.unary();
        loop {
            let sign = if self.take("*") {
                "*"
            } else if self.take("%") {
                "%"
            } else {
                return left;
            };
            left = Expression::Binary(sign.into(), Box::new(left), Box::new(self.unary()));
        }
    }

    fn unary(&mut self) -> Expression {
        if self.take("-") {
            return Expression::Negative(Box::new(self.unary()));
        }
        let atom = self.atom();
        let mut steps = vec![];
        loop {
            if self.peek() == '.' {
                self.at += 1;
                steps.push(Step::Attribute(self.word()));
            } else if self.peek() == '(' {
                self.at += 1;
                steps.push(self.call());
            } else if self.peek() == '[' {
                self.at += 1;
                steps.push(self.subscript());
            } else if steps.is_empty() {
                return atom;
            } else {
                return Expression::Steps(Box::new(atom), steps);
            }
        }
    }

    fn word(&mut self) -> String {
        let start = self.at;
        while self.peek().is_alphanumeric() || self.peek() == '_' {
            self.at += 1;
        }
        self.chars[start..self.at].iter().collect()
    }

    fn call(&mut self) -> Step {
        let (mut args, mut keywords) = (vec![], vec![]);
        while !self.take(")") {
            let start = self.at;
            let name = self.word();
            if !name.is_empty() && self.peek() == '=' && self.chars.get(self.at + 1) != Some(&'=') {
                self.at += 1;
                keywords.push((name, self.comparison()));
            } else {
                self.at = start;
                args.push(self.comparison());
            }
            self.take(",");
        }
        Step::Call(args, keywords)
    }

    fn subscript(&mut self) -> Step {
        let mut bounds = vec![];
        let mut colon = false;
        loop {
            self.spaces();
            let bound = match self.peek() {
                ':' | ']' => None,
                _ => Some(self.comparison()),
            };
            bounds.push(bound);
            if self.take(":") {
                colon = true;
            } else {
                self.expect("]");
                break;
            }
        }
        match (colon, bounds.pop()) {
            (false, Some(Some(key))) => Step::Item(key),
            (_, last) => {
                bounds.extend(last);
                Step::Slice(bounds)
            }
        }
    }

    fn items(&mut self, end: &str) -> (Vec<Expression>, bool) {
        let (mut items, mut comma) = (vec![], false);
        while !self.take(end) {
            items.push(self.comparison());
            comma |= self.take(",");
        }
        (items, comma)
    }

    fn atom(&mut self) -> Expression {
        self.spaces();
        match self.peek() {
            '(' => {
                self.at += 1;
                let (mut items, comma) = self.items(")");
                match items.len() {
                    1 if !comma => items.remove(0),
                    _ => Expression::Tuple(items),
                }
            }
            '[' => {
                self.at += 1;
                Expression::List(self.items("]").0)
            }
            '{' => {
                self.at += 1;
                let mut pairs = vec![];
                while !self.take("}") {
                    let key = self.comparison();
                    self.expect(":");
                    pairs.push((key, self.comparison()));
                    self.take(",");
                }
                Expression::Dict(pairs)
            }
            '\'' | '"' => Expression::Text(self.string()),
            'b' if matches!(self.chars.get(self.at + 1), Some('\'' | '"')) => {
                self.at += 1;
                Expression::Bytes(self.string().into_iter().map(|c| c as u8).collect())
            }
            char if char.is_ascii_digit() => self.number(),
            _ => {
                let word = self.word();
                let line: String = self.chars.iter().collect();
                assert!(!word.is_empty(), "at {} in {line}", self.at);
                Expression::Name(word)
            }
        }
    }

    fn number(&mut self) -> Expression {
        let start = self.at;
        while self.peek().is_ascii_digit()
            || matches!(self.peek(), '.' | 'e')
            || matches!(self.peek(), '-' | '+') && self.chars[self.at - 1] == 'e'
        {
            self.at += 1;
        }
        let text: String = self.chars[start..self.at].iter().collect();
        if self.peek() == 'j' {
            self.at += 1;
            return Expression::Imaginary(text.parse().unwrap());
        }
        match text.parse() {
            Ok(value) if text.contains(['.', 'e']) => Expression::Float(value),
            _ => Expression::Int(text),
        }
    }

    fn string(&mut self) -> Vec<u32> {
        let quote = self.peek();
        self.at += 1;
        let mut chars = vec![];
        while self.peek() != quote {
            let char = self.peek();
            self.at += 1;
            if char != '\\' {
                chars.push(char.into());
                continue;
            }
            let escape = self.peek();
            self.at += 1;
            let digits = match escape {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                _ => 0,
            };
            let hex: String = self.chars[self.at..self.at + digits].iter().collect();
            self.at += digits;
            chars.push(match escape {
                'n' => 10,
                't' => 9,
                'r' => 13,
                'x' | 'u' | 'U' => u32::from_str_radix(&hex, 16).unwrap(),
                other => other.into(),
            });
        }
        self.at += 1;
        chars
    }
}
