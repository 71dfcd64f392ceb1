//! UTF-16 and UTF-32, in either order of bytes.

use super::Order;
use super::errors::{Handler, Sink, Undecodable, Unencodable};
use crate::builder::Builder;
use types::{PyResult, Str, Thread};

const MARK: u32 = 0xFEFF;

/// The order that is used where nothing says which.
const NATIVE: Order = if cfg!(target_endian = "big") {
    Order::Big
} else {
    Order::Little
};

/// Units of two or four bytes under construction.
struct Units {
    bytes: Vec<u8>,
    order: Order,
    size: usize,
}

impl Units {
    fn unit(&mut self, unit: u32) {
        match self.order {
            Order::Little => self.bytes.extend(&unit.to_le_bytes()[..self.size]),
            Order::Big => self.bytes.extend(&unit.to_be_bytes()[4 - self.size..]),
        }
    }
}

impl Sink for Units {
    fn char(&mut self, char: u32) {
        if char > 0xFFFF && self.size == 2 {
            self.unit(0xD7C0 + (char >> 10));
            self.unit(0xDC00 | char & 0x3FF);
        } else {
            self.unit(char);
        }
    }

    fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    fn surrogate(&mut self, char: u32) -> bool {
        self.unit(char);
        true
    }
}

/// The codec's name in messages.
fn name(size: usize, order: Option<Order>) -> &'static str {
    match (size, order) {
        (2, None) => "utf-16",
        (2, Some(Order::Little)) => "utf-16-le",
        (2, Some(Order::Big)) => "utf-16-be",
        (_, None) => "utf-32",
        (_, Some(Order::Little)) => "utf-32-le",
        (_, Some(Order::Big)) => "utf-32-be",
    }
}

/// Text in units of `size` bytes, two or four. Without an order a byte order mark comes first.
pub(super) fn encode(
    t: &Thread,
    text: &Str,
    handler: Handler<'_>,
    order: Option<Order>,
    size: usize,
) -> PyResult<Vec<u8>> {
    let report = Unencodable {
        encoding: name(size, order),
        text,
        reason: "surrogates not allowed",
    };
    let mut units = Units {
        bytes: Vec::with_capacity(text.len().saturating_mul(size)),
        order: order.unwrap_or(NATIVE),
        size,
    };
    if order.is_none() {
        units.unit(MARK);
    }
    for (at, char) in text.chars().iter().enumerate() {
        match char {
            0xD800..=0xDFFF => report.handle(t, handler, at..at + 1, &mut units)?,
            _ => units.char(char),
        }
    }
    Ok(units.bytes)
}

/// The unit at the start of the bytes, if there is a whole one.
fn unit(bytes: &[u8], order: Order, size: usize) -> Option<u32> {
    let bytes = bytes.get(..size)?;
    let next = |value: u32, byte: &u8| value << 8 | u32::from(*byte);
    Some(match order {
        Order::Little => bytes.iter().rev().fold(0, next),
        Order::Big => bytes.iter().fold(0, next),
    })
}

/// The order of the bytes and where the text begins: behind a byte order mark, if the
/// codec's name does not say the order itself.
fn start(bytes: &[u8], order: Option<Order>, size: usize) -> (Order, usize) {
    if let Some(order) = order {
        return (order, 0);
    }
    for order in [Order::Little, Order::Big] {
        if unit(bytes, order, size) == Some(MARK) {
            return (order, size);
        }
    }
    (NATIVE, 0)
}

fn surrogate(bytes: &[u8], order: Order, size: usize) -> Option<(u32, usize)> {
    let unit = unit(bytes, order, size)?;
    matches!(unit, 0xD800..=0xDFFF).then_some((unit, size))
}

/// A character and how many bytes it takes; or how many bytes are wrong, and why.
type Found = Result<(u32, usize), (usize, &'static str)>;

/// The character that begins the bytes, in UTF-16.
fn char16(bytes: &[u8], order: Order) -> Found {
    let second = bytes.get(2..).and_then(|rest| unit(rest, order, 2));
    match (unit(bytes, order, 2), second) {
        (None, _) => Err((1, "truncated data")),
        (Some(high @ 0xD800..=0xDBFF), Some(low @ 0xDC00..=0xDFFF)) => {
            Ok((0x1_0000 + ((high & 0x3FF) << 10 | low & 0x3FF), 4))
        }
        (Some(0xD800..=0xDBFF), Some(_)) => Err((2, "illegal UTF-16 surrogate")),
        (Some(0xD800..=0xDBFF), None) => Err((bytes.len(), "unexpected end of data")),
        (Some(0xDC00..=0xDFFF), _) => Err((2, "illegal encoding")),
        (Some(char), _) => Ok((char, 2)),
    }
}

/// The character that begins the bytes, in UTF-32.
fn char32(bytes: &[u8], order: Order) -> Found {
    match unit(bytes, order, 4) {
        None => Err((bytes.len(), "truncated data")),
        Some(0xD800..=0xDFFF) => Err((
            4,
            "code point in surrogate code point range(0xd800, 0xe000)",
        )),
        Some(0x11_0000..) => Err((4, "code point not in range(0x110000)")),
        Some(char) => Ok((char, 4)),
    }
}

/// The text that units of `size` bytes, two or four, stand for.
pub(super) fn decode(
    t: &Thread,
    bytes: &[u8],
    handler: Handler<'_>,
    order: Option<Order>,
    size: usize,
) -> PyResult {
    let (order, mut at) = start(bytes, order, size);
    let encoding = name(size, Some(order));
    let report = Undecodable { encoding, bytes };
    let char = if size == 2 { char16 } else { char32 };
    let read = |bytes: &[u8]| surrogate(bytes, order, size);
    let mut builder = Builder::new();
    while at < bytes.len() {
        match char(&bytes[at..], order) {
            Ok((char, length)) => {
                builder.push(char);
                at += length;
            }
            Err((length, reason)) => {
                at = report.handle(t, handler, at..at + length, reason, &mut builder, &read)?;
            }
        }
    }
    builder.finish(t)
}
