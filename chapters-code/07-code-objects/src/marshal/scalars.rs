//! How are numbers, strings and bytes written? Each in a row of its own.

use numbers::{BigInt, Integer, Sign};
use objects::Object;
use types::{ByteArray, Bytes, PyResult, Str, Thread, as_str};

use super::input::Input;
use super::{kind, utf8};

/// Bits of a digit of a long integer.
const DIGIT_BITS: u32 = 15;

/// Reads the value of a type byte that is no container.
pub(super) fn read(input: &mut Input<'_>, byte: u8) -> PyResult {
    let t = input.t;
    match byte {
        kind::INT => numbers::int(t, input.long()?.into()),
        kind::INT64 => numbers::int(t, input.long64()?),
        kind::LONG => read_long(input),
        kind::FLOAT => numbers::float(t, read_float_text(input)?),
        kind::BINARY_FLOAT => numbers::float(t, input.float()?),
        kind::COMPLEX => {
            let parts = (read_float_text(input)?, read_float_text(input)?);
            numbers::complex(t, parts)
        }
        kind::BINARY_COMPLEX => {
            let parts = (input.float()?, input.float()?);
            numbers::complex(t, parts)
        }
        kind::BYTES => {
            let length = input.length("bytes object")?;
            t.bytes(input.take(length)?)
        }
        kind::ASCII | kind::ASCII_INTERNED => {
            let length = input.length("string")?;
            read_latin1(input, length, byte == kind::ASCII_INTERNED)
        }
        kind::SHORT_ASCII | kind::SHORT_ASCII_INTERNED => {
            let length = input.short_length()?;
            read_latin1(input, length, byte == kind::SHORT_ASCII_INTERNED)
        }
        kind::UNICODE | kind::INTERNED => {
            let length = input.length("string")?;
            let text = utf8::decode(t, input.take(length)?)?;
            interned_if(t, text, byte == kind::INTERNED)
        }
        _ => Err(t.value_error("bad marshal data (unknown type code)")),
    }
}

/// Characters of one byte. CPython does not insist that they are ASCII.
fn read_latin1(input: &mut Input<'_>, length: usize, intern: bool) -> PyResult {
    let text = input.t.str_latin1(input.take(length)?)?;
    interned_if(input.t, text, intern)
}

fn interned_if(t: &Thread, text: Object, intern: bool) -> PyResult {
    match as_str(&text) {
        Some(string) if intern => Ok(t.intern_str(&string.object())?.object().clone()),
        _ => Ok(text),
    }
}

/// A float as old versions of marshal wrote it, in decimal.
fn read_float_text(input: &mut Input<'_>) -> PyResult<f64> {
    let length = input.short_length()?;
    let bytes = input.take(length)?;
    let text = bytes.split(|&byte| byte == 0).next().unwrap_or(&[]);
    let text = String::from_utf8_lossy(text);
    text.parse().map_err(|_| {
        let message = format!("could not convert string to float: '{text}'");
        input.t.value_error(message)
    })
}

/// Digits of 15 bits, the least significant first; their number is negative if the integer
/// is.
fn read_long(input: &mut Input<'_>) -> PyResult {
    let t = input.t;
    let size = input.long()?;
    if size == i32::MIN {
        return Err(t.value_error("bad marshal data (long size out of range)"));
    }
    let count = size.unsigned_abs();
    let mut bits = Bits::default();
    for index in 0..count {
        let digit = input.short()?;
        let digit = u16::try_from(digit)
            .map_err(|_| t.value_error("bad marshal data (digit out of range in long)"))?;
        if digit == 0 && index == count - 1 {
            return Err(t.value_error("bad marshal data (unnormalized long data)"));
        }
        bits.push(digit.into(), DIGIT_BITS);
    }
    let sign = if size < 0 { Sign::Minus } else { Sign::Plus };
    let value = BigInt::from_bytes_le(sign, &bits.finish());
    numbers::int_from_bigint(t, value)
}

/// Bytes filled from their low bits on.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    pending: u32,
    count: u32,
}

impl Bits {
    fn push(&mut self, value: u32, bits: u32) {
        self.pending |= value << self.count;
        self.count += bits;
        while self.count >= 8 {
            self.bytes.push(self.pending as u8);
            self.pending >>= 8;
            self.count -= 8;
        }
    }

    fn finish(mut self) -> Vec<u8> {
        self.bytes.push(self.pending as u8);
        self.bytes
    }
}

/// Writes an object if it is a number, a string or bytes; false if it is none of these.
pub(super) fn write(t: &Thread, out: &mut Vec<u8>, flag: u8, object: &Object) -> PyResult<bool> {
    let exactly = |class| t.is_exact(object, class);
    if exactly(t.types.int)
        && let Some(value) = Integer::of(object)
    {
        write_int(t, out, flag, value)?;
    } else if exactly(t.types.float)
        && let Some(value) = numbers::as_f64(object)
    {
        out.push(kind::BINARY_FLOAT | flag);
        out.extend(value.to_le_bytes());
    } else if exactly(t.types.complex)
        && let Some((real, imaginary)) = numbers::as_complex(object)
    {
        out.push(kind::BINARY_COMPLEX | flag);
        out.extend([real, imaginary].map(f64::to_le_bytes).as_flattened());
    } else if exactly(t.types.str)
        && let Some(text) = as_str(object)
    {
        write_str(t, out, flag, text)?;
    } else if let Some(bytes) = object.downcast::<Bytes>() {
        out.push(kind::BYTES | flag);
        write_length(t, out, bytes.len())?;
        out.extend(bytes.as_slice());
    } else if let Some(array) = object.downcast::<ByteArray>() {
        out.push(kind::BYTES | flag);
        write_length(t, out, array.len())?;
        array.look(|bytes| out.extend(bytes));
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// A length of four bytes.
pub(super) fn write_length(t: &Thread, out: &mut Vec<u8>, length: usize) -> PyResult<()> {
    let length = i32::try_from(length);
    out.extend(
        length
            .map_err(|_| t.value_error("unmarshallable object"))?
            .to_le_bytes(),
    );
    Ok(())
}

fn write_int(t: &Thread, out: &mut Vec<u8>, flag: u8, value: Integer<'_>) -> PyResult<()> {
    if let Some(small) = value.to_i64().and_then(|value| i32::try_from(value).ok()) {
        out.push(kind::INT | flag);
        out.extend(small.to_le_bytes());
        return Ok(());
    }
    let big = value.to_big();
    let mut digits = digits(&big.magnitude().to_bytes_le());
    while digits.last() == Some(&0) {
        digits.pop();
    }
    let count = i32::try_from(digits.len()).map_err(|_| t.value_error("unmarshallable object"))?;
    let count = if value.is_negative() { -count } else { count };
    out.push(kind::LONG | flag);
    out.extend(count.to_le_bytes());
    out.extend(digits.into_iter().flat_map(u16::to_le_bytes));
    Ok(())
}

/// The digits of 15 bits of a number; the last ones may be zero.
fn digits(bytes: &[u8]) -> Vec<u16> {
    let mut digits = Vec::with_capacity(bytes.len() / 2 + 2);
    let (mut pending, mut count) = (0u32, 0);
    for &byte in bytes {
        pending |= u32::from(byte) << count;
        count += 8;
        if count >= DIGIT_BITS {
            digits.push((pending & 0x7FFF) as u16);
            pending >>= DIGIT_BITS;
            count -= DIGIT_BITS;
        }
    }
    digits.push(pending as u16);
    digits
}

fn write_str(t: &Thread, out: &mut Vec<u8>, flag: u8, text: &Str) -> PyResult<()> {
    let interned = text.is_interned();
    let Some(ascii) = text.as_ascii() else {
        let byte = if interned {
            kind::INTERNED
        } else {
            kind::UNICODE
        };
        let bytes = utf8::encode(text);
        out.push(byte | flag);
        write_length(t, out, bytes.len())?;
        out.extend(bytes);
        return Ok(());
    };
    match u8::try_from(ascii.len()) {
        Ok(length) => {
            let bytes = [kind::SHORT_ASCII, kind::SHORT_ASCII_INTERNED];
            out.extend([bytes[usize::from(interned)] | flag, length]);
        }
        Err(_) => {
            let bytes = [kind::ASCII, kind::ASCII_INTERNED];
            out.push(bytes[usize::from(interned)] | flag);
            write_length(t, out, ascii.len())?;
        }
    }
    out.extend(ascii.as_bytes());
    Ok(())
}

/// Bytes that stand nowhere else, with their head.
pub(super) fn encoded_bytes(t: &Thread, bytes: &[u8]) -> PyResult<Vec<u8>> {
    let mut out = vec![kind::BYTES];
    write_length(t, &mut out, bytes.len())?;
    out.extend(bytes);
    Ok(out)
}
