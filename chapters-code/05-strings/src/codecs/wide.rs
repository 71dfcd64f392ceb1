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

fn encode(
    t: &Thread,
    text: &Str,
    handler: Handler<'_>,
    order: Option<Order>,
    size: usize,
    encoding: &'static str,
) -> PyResult<Vec<u8>> {
    let report = Unencodable {
        encoding,
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

pub(super) fn encode16(
    t: &Thread,
    text: &Str,
    handler: Handler<'_>,
    order: Option<Order>,
) -> PyResult<Vec<u8>> {
    let name = match order {
        None => "utf-16",
        Some(Order::Little) => "utf-16-le",
        Some(Order::Big) => "utf-16-be",
    };
    encode(t, text, handler, order, 2, name)
}

pub(super) fn encode32(
    t: &Thread,
    text: &Str,
    handler: Handler<'_>,
    order: Option<Order>,
) -> PyResult<Vec<u8>> {
    let name = match order {
        None => "utf-32",
        Some(Order::Little) => "utf-32-le",
        Some(Order::Big) => "utf-32-be",
    };
    encode(t, text, handler, order, 4, name)
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

pub(super) fn decode16(
    t: &Thread,
    bytes: &[u8],
    handler: Handler<'_>,
    order: Option<Order>,
) -> PyResult {
    let (order, mut at) = start(bytes, order, 2);
    let encoding = match order {
        Order::Little => "utf-16-le",
        Order::Big => "utf-16-be",
    };
    let report = Undecodable { encoding, bytes };
    let mut builder = Builder::new();
    while at < bytes.len() {
        let second = bytes.get(at + 2..).and_then(|rest| unit(rest, order, 2));
        let (length, reason) = match (unit(&bytes[at..], order, 2), second) {
            (None, _) => (1, "truncated data"),
            (Some(high @ 0xD800..=0xDBFF), Some(low @ 0xDC00..=0xDFFF)) => {
                builder.push(0x1_0000 + ((high & 0x3FF) << 10 | low & 0x3FF));
                at += 4;
                continue;
            }
            (Some(0xD800..=0xDBFF), Some(_)) => (2, "illegal UTF-16 surrogate"),
            (Some(0xD800..=0xDBFF), None) => (bytes.len() - at, "unexpected end of data"),
            (Some(0xDC00..=0xDFFF), _) => (2, "illegal encoding"),
            (Some(char), _) => {
                builder.push(char);
                at += 2;
                continue;
            }
        };
        let read = |bytes: &[u8]| surrogate(bytes, order, 2);
        at = report.handle(t, handler, at..at + length, reason, &mut builder, &read)?;
    }
    builder.finish(t)
}

pub(super) fn decode32(
    t: &Thread,
    bytes: &[u8],
    handler: Handler<'_>,
    order: Option<Order>,
) -> PyResult {
    let (order, mut at) = start(bytes, order, 4);
    let encoding = match order {
        Order::Little => "utf-32-le",
        Order::Big => "utf-32-be",
    };
    let report = Undecodable { encoding, bytes };
    let mut builder = Builder::new();
    while at < bytes.len() {
        let (length, reason) = match unit(&bytes[at..], order, 4) {
            None => (bytes.len() - at, "truncated data"),
            Some(0xD800..=0xDFFF) => (
                4,
                "code point in surrogate code point range(0xd800, 0xe000)",
            ),
            Some(0x11_0000..) => (4, "code point not in range(0x110000)"),
            Some(char) => {
                builder.push(char);
                at += 4;
                continue;
            }
        };
        let read = |bytes: &[u8]| surrogate(bytes, order, 4);
        at = report.handle(t, handler, at..at + length, reason, &mut builder, &read)?;
    }
    builder.finish(t)
}
