//! What does `random.seed(x)` begin with? Numbers as they are, texts by a hash that is the
//! same everywhere, anything else by its own hash.

use super::own;
use super::twister::WORDS;
use num_bigint::BigUint;
use numbers::{as_bigint, as_f64};
use objects::Object;
use sha2::{Digest, Sha512};
use types::{Args, ErrorKind, Parameters, PyResult, Thread, Version, as_str};

static SEED: Parameters = Parameters::new("Random.seed", &["a", "version"], 0);

/// `Random.seed(a=None, version=2)`
pub(super) fn seed(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let [a, version] = t.arguments(&SEED, args)?;
    let random = own(t, object)?;
    let key = match a {
        None => from_host(t)?,
        Some(none) if none.is_none() => from_host(t)?,
        Some(a) => {
            let version = version.map_or(Some(2), Object::as_small_int);
            key(t, a, version)?
        }
    };
    random.twister.seed(&key);
    random.gauss_next.set(Object::none());
    Ok(Object::none())
}

fn from_host(t: &Thread) -> PyResult<Vec<u32>> {
    let mut bytes = [0; WORDS * 4];
    let read = t.host.random(&mut bytes);
    read.map_err(|error| {
        let message = error.to_string().into();
        t.raise(ErrorKind::OSError, types::Details::Message(message))
    })?;
    let words = bytes.chunks_exact(4);
    Ok(words
        .map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
        .collect())
}

fn key(t: &Thread, a: &Object, version: Option<i64>) -> PyResult<Vec<u32>> {
    if let Some(value) = as_bigint(a) {
        return Ok(value.magnitude().to_u32_digits());
    }
    match version {
        Some(1) => {
            if let Some(chars) = characters(t, a)? {
                return Ok(BigUint::from(first_version(&chars)).to_u32_digits());
            }
        }
        Some(2) => {
            if let Some(bytes) = bytes(t, a)? {
                let digest = Sha512::digest(&bytes);
                let both = [&bytes[..], &digest[..]].concat();
                return Ok(BigUint::from_bytes_be(&both).to_u32_digits());
            }
        }
        _ => (),
    }
    let known = as_f64(a).is_some() || as_str(a).is_some() || numbers::buffer(a).is_some();
    if !known && t.version >= Version::V311 {
        return Err(t.type_error(
            "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.",
        ));
    }
    Ok(BigUint::from(t.hash(a)? as u64).to_u32_digits())
}

/// The bytes of a text or of bytes.
fn bytes(t: &Thread, a: &Object) -> PyResult<Option<Vec<u8>>> {
    match as_str(a) {
        Some(text) => Ok(numbers::buffer(&strings::encode(t, text, None, None)?)),
        None => Ok(numbers::buffer(a)),
    }
}

/// The characters of a `str` or `bytes`.
fn characters(t: &Thread, a: &Object) -> PyResult<Option<Vec<u32>>> {
    if let Some(text) = as_str(a) {
        return Ok(Some(text.chars().iter().collect()));
    }
    match t.is_instance_of(a, t.types.bytes) {
        true => Ok(numbers::buffer(a).map(|bytes| bytes.into_iter().map(u32::from).collect())),
        false => Ok(None),
    }
}

/// The hash of strings before Python 3.2.
fn first_version(chars: &[u32]) -> u64 {
    let first = chars.first().copied().unwrap_or(0);
    let hash = chars.iter().fold(u64::from(first) << 7, |hash, &char| {
        hash.wrapping_mul(1_000_003) ^ u64::from(char)
    });
    hash ^ chars.len() as u64
}
