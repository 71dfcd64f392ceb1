//! Reads a line of Python into a tree.

/// A line.
#[derive(Debug)]
pub enum Line {
    /// An expression, whose value is shown.
    Show(Tree),
    /// `target = value`, or with an operator before the sign.
    Assign(Tree, Option<String>, Tree),
    /// `del target`
    Delete(Tree),
}

/// An expression.
#[derive(Debug, Clone)]
pub enum Tree {
    Number(String),
    Text(String),
    Name(String),
    Row(char, Vec<Tree>),
    Dict(Vec<(Tree, Tree)>),
    Unary(String, Box<Tree>),
    Binary(String, Box<Tree>, Box<Tree>),
    Attribute(Box<Tree>, String),
    Subscript(Box<Tree>, Box<Tree>),
    Slice(Vec<Option<Tree>>),
    Call(Box<Tree>, Vec<(Option<String>, Tree)>),
}

struct Reader {
    tokens: Vec<String>,
    at: usize,
}

/// Reads a line.
pub fn line(text: &str) -> Line {
    let mut reader = Reader {
        tokens: tokens(text),
        at: 0,
    };
    let line = reader.line();
    assert_eq!(reader.at, reader.tokens.len(), "read to the end: {text}");
    line
}

const SIGNS: &[&str] = &[
    "**=", "//=", "<<=", ">>=", "**", "//", "<<", ">>", "==", "!=", "<=", ">=", "+=", "-=", "*=",
    "|=", "&=", "^=", "%=", "/=",
];

fn tokens(text: &str) -> Vec<String> {
    let mut rest = text.trim();
    let mut tokens = Vec::new();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' => 2 + rest[1..].find('\'').expect("a closing quote"),
            '0'..='9' => span(rest, |c| c.is_ascii_alphanumeric() || c == '.'),
            'a'..='z' | 'A'..='Z' | '_' => span(rest, |c| c.is_ascii_alphanumeric() || c == '_'),
            _ => match SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
                Some(sign) => sign.len(),
                None => 1,
            },
        };
        tokens.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    tokens
}

fn span(text: &str, inside: impl Fn(char) -> bool) -> usize {
    text.find(|c| !inside(c)).unwrap_or(text.len())
}

/// Binary operators, the weakest first.
const LEVELS: &[&[&str]] = &[
    &["in", "not", "is", "==", "!=", "<", "<=", ">", ">="],
    &["|"],
    &["^"],
    &["&"],
    &["<<", ">>"],
    &["+", "-"],
    &["*", "/", "//", "%"],
];

impl Reader {
    fn peek(&self) -> &str {
        self.tokens.get(self.at).map_or("", String::as_str)
    }

    fn take(&mut self) -> String {
        self.at += 1;
        self.tokens[self.at - 1].clone()
    }

    fn accept(&mut self, token: &str) -> bool {
        let there = self.peek() == token;
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, token: &str) {
        assert!(self.accept(token), "{token} in {:?}", self.tokens);
    }

    fn line(&mut self) -> Line {
        if self.accept("del") {
            return Line::Delete(self.expression());
        }
        let tree = self.expression();
        let sign = self.peek().to_owned();
        if !sign.ends_with('=') || ["==", "!=", "<=", ">="].contains(&&*sign) {
            return Line::Show(tree);
        }
        self.at += 1;
        let operator = sign.strip_suffix('=').filter(|sign| !sign.is_empty());
        Line::Assign(tree, operator.map(str::to_owned), self.expression())
    }

    fn expression(&mut self) -> Tree {
        self.binary(0)
    }

    fn binary(&mut self, level: usize) -> Tree {
        let Some(signs) = LEVELS.get(level) else {
            return self.unary();
        };
        let mut tree = self.binary(level + 1);
        while signs.contains(&self.peek()) {
            let mut sign = self.take();
            if sign == "not" {
                self.expect("in");
                sign = "not in".to_owned();
            } else if sign == "is" && self.accept("not") {
                sign = "is not".to_owned();
            }
            let right = self.binary(level + 1);
            tree = Tree::Binary(sign, Box::new(tree), Box::new(right));
        }
        tree
    }

    fn unary(&mut self) -> Tree {
        if ["-", "+", "~"].contains(&self.peek()) {
            let sign = self.take();
            return Tree::Unary(sign, Box::new(self.unary()));
        }
        let base = self.postfix();
        if self.accept("**") {
            let exponent = self.unary();
            return Tree::Binary("**".to_owned(), Box::new(base), Box::new(exponent));
        }
        base
    }

    fn postfix(&mut self) -> Tree {
        let mut tree = self.atom();
        loop {
            if self.accept(".") {
                tree = Tree::Attribute(Box::new(tree), self.take());
            } else if self.accept("(") {
                tree = Tree::Call(Box::new(tree), self.arguments());
            } else if self.accept("[") {
                let key = self.subscript();
                self.expect("]");
                tree = Tree::Subscript(Box::new(tree), Box::new(key));
            } else {
                return tree;
            }
        }
    }

    fn arguments(&mut self) -> Vec<(Option<String>, Tree)> {
        let mut arguments = Vec::new();
        while !self.accept(")") {
            let named = self.tokens.get(self.at + 1).is_some_and(|next| next == "=");
            let name = named.then(|| self.take());
            if named {
                self.expect("=");
            }
            arguments.push((name, self.expression()));
            if !self.accept(",") {
                self.expect(")");
                break;
            }
        }
        arguments
    }

    fn subscript(&mut self) -> Tree {
        let mut parts = vec![self.slice_part()];
        while self.accept(":") {
            parts.push(self.slice_part());
        }
        match &mut parts[..] {
            [Some(key)] => key.clone(),
            _ => Tree::Slice(parts),
        }
    }

    fn slice_part(&mut self) -> Option<Tree> {
        (![":", "]"].contains(&self.peek())).then(|| self.expression())
    }

    fn rest_of_row(&mut self, close: &str) -> Vec<Tree> {
        let mut items = Vec::new();
        while !self.accept(close) {
            items.push(self.expression());
            if !self.accept(",") {
                self.expect(close);
                break;
            }
        }
        items
    }

    fn atom(&mut self) -> Tree {
        let token = self.take();
        match &*token {
            "[" => Tree::Row('[', self.rest_of_row("]")),
            "(" => {
                if self.accept(")") {
                    return Tree::Row('(', Vec::new());
                }
                let first = self.expression();
                if self.accept(")") {
                    return first;
                }
                self.expect(",");
                let mut items = vec![first];
                items.extend(self.rest_of_row(")"));
                Tree::Row('(', items)
            }
            "{" => self.braces(),
            _ if token.starts_with('\'') => Tree::Text(token[1..token.len() - 1].to_owned()),
            _ if token.starts_with(|c: char| c.is_ascii_digit()) => Tree::Number(token),
            _ => Tree::Name(token),
        }
    }

    fn braces(&mut self) -> Tree {
        if self.accept("}") {
            return Tree::Dict(Vec::new());
        }
        let first = self.expression();
        if !self.accept(":") {
            let mut items = vec![first];
            if self.accept(",") {
                items.extend(self.rest_of_row("}"));
            } else {
                self.expect("}");
            }
            return Tree::Row('{', items);
        }
        let mut entries = vec![(first, self.expression())];
        while self.accept(",") && self.peek() != "}" {
            let key = self.expression();
            self.expect(":");
            entries.push((key, self.expression()));
        }
        self.expect("}");
        Tree::Dict(entries)
    }
}
