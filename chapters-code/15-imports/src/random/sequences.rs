//! Random items: `choice`, `shuffle`, `sample`, `choices`.

use super::integers::Source;
use numbers::{float, float_value, int_from_usize};
use objects::Object;
use std::collections::HashSet;
use types::{
    Args, BinaryOp, CompareOp, NativeCode, NativeDef, Parameters, PyResult, Thread, Version,
};

/// The item of a sequence at a place.
fn item(t: &Thread, sequence: &Object, index: usize) -> PyResult {
    t.get_item(sequence, &int_from_usize(t, index)?)
}

fn choice(t: &Thread, object: &Object, sequence: &Object) -> PyResult {
    let length = t.length(sequence)?;
    if length == 0 && t.version >= Version::V311 {
        return Err(t.index_error("Cannot choose from an empty sequence"));
    }
    item(t, sequence, Source::new(t, object)?.below(t, length)?)
}

static SHUFFLE: Parameters = Parameters::new("Random.shuffle", &["x", "random"], 1);
static SHUFFLE_3_11: Parameters = Parameters::new("Random.shuffle", &["x"], 1);

fn shuffle(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let (x, random) = match t.version {
        Version::V310 => {
            let [x, random] = t.arguments(&SHUFFLE, args)?;
            (x, random.filter(|random| !random.is_none()))
        }
        Version::V311 => {
            let [x] = t.arguments(&SHUFFLE_3_11, args)?;
            (x, None)
        }
    };
    let Some(x) = x else {
        return Ok(Object::none());
    };
    let source = Source::new(t, object)?;
    for last in (1..t.length(x)?).rev() {
        let other = match random {
            None => source.below(t, last + 1)?,
            Some(random) => {
                let drawn = float_value(t, &t.call(random, &[])?)?;
                (drawn * (last + 1) as f64).floor() as usize
            }
        };
        let (last, other) = (int_from_usize(t, last)?, int_from_usize(t, other)?);
        let (a, b) = (t.get_item(x, &other)?, t.get_item(x, &last)?);
        t.set_item(x, &last, Some(&a))?;
        t.set_item(x, &other, Some(&b))?;
    }
    Ok(Object::none())
}

fn is_sequence(t: &Thread, object: &Object) -> bool {
    let types = t.types;
    let sequences = [
        types.list,
        types.tuple,
        types.range,
        types.str,
        types.bytes,
        types.bytearray,
        types.memoryview,
    ];
    sequences.iter().any(|kind| t.is_instance_of(object, kind))
}

static SAMPLE: Parameters = Parameters {
    function: "Random.sample",
    names: &["population", "k", "counts"],
    required: 2,
    positional: 2,
};

fn sample(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let [Some(population), Some(k), counts] = t.arguments(&SAMPLE, args)? else {
        return Err(t.type_error("Random.sample() missing an argument"));
    };
    let set = |object| {
        [t.types.set, t.types.frozenset]
            .iter()
            .any(|kind| t.is_instance_of(object, kind))
    };
    let from_set;
    let population = if is_sequence(t, population) {
        population
    } else if t.version == Version::V310 && set(population) {
        from_set = containers::tuple(t, t.collect(population)?)?;
        &from_set
    } else {
        return Err(
            t.type_error("Population must be a sequence.  For dicts or sets, use sorted(d).")
        );
    };
    let source = Source::new(t, object)?;
    match counts.filter(|counts| !counts.is_none()) {
        None => {
            let length = t.length(population)?;
            let places = places(t, &source, length, k)?;
            pick(t, population, &places)
        }
        Some(counts) => {
            let places = counted_places(t, &source, population, counts, k)?;
            pick(t, population, &places)
        }
    }
}

fn pick(t: &Thread, population: &Object, places: &[usize]) -> PyResult {
    let items: PyResult<Vec<Object>> = places.iter().map(|&at| item(t, population, at)).collect();
    containers::list(t, items?)
}

/// The places of `k` different items of `n`.
fn places(t: &Thread, source: &Source<'_>, n: usize, k: &Object) -> PyResult<Vec<usize>> {
    let count = usize::try_from(t.index_or(k, types::ErrorKind::OverflowError)?);
    let Some(k) = count.ok().filter(|&k| k <= n) else {
        return Err(t.value_error("Sample larger than population or is negative"));
    };
    // The size from which on a set of what was chosen is smaller than the list of all.
    let mut set_size = 21.0;
    if k > 5 {
        let power = ((k as f64 * 3.0).ln() / 4_f64.ln()).ceil();
        set_size += 4_f64.powf(power);
    }
    objects::heap().check(k.saturating_mul(size_of::<usize>()))?;
    let mut chosen = Vec::with_capacity(k);
    if n as f64 <= set_size {
        let mut pool: Vec<usize> = (0..n).collect();
        for taken in 0..k {
            let at = source.below(t, n - taken)?;
            chosen.push(pool[at]);
            pool[at] = pool[n - taken - 1];
        }
        return Ok(chosen);
    }
    let mut seen = HashSet::new();
    for _ in 0..k {
        let mut at = source.below(t, n)?;
        while !seen.insert(at) {
            at = source.below(t, n)?;
        }
        chosen.push(at);
    }
    Ok(chosen)
}

/// Places in a population of which each item stands for several.
fn counted_places(
    t: &Thread,
    source: &Source<'_>,
    population: &Object,
    counts: &Object,
    k: &Object,
) -> PyResult<Vec<usize>> {
    let mut sums = accumulate(t, counts)?;
    if sums.len() != t.length(population)? {
        return Err(t.value_error("The number of counts does not match the population"));
    }
    let Some(total) = sums.pop() else {
        return Err(t.index_error("pop from empty list"));
    };
    if numbers::Integer::of(&total).is_none() {
        return Err(t.type_error("Counts must be integers"));
    }
    let total = numbers::to_isize(t, &total)?;
    let Ok(total @ 1..) = usize::try_from(total) else {
        return Err(t.value_error("Total of counts must be greater than zero"));
    };
    let mut found = Vec::new();
    for place in places(t, source, total, k)? {
        let place = int_from_usize(t, place)?;
        found.push(bisect(t, &sums, &place, sums.len())?);
    }
    Ok(found)
}

/// The running sums of some numbers.
fn accumulate(t: &Thread, numbers: &Object) -> PyResult<Vec<Object>> {
    let mut sums: Vec<Object> = Vec::new();
    for number in t.collect(numbers)? {
        sums.push(match sums.last() {
            Some(last) => t.binary(BinaryOp::Add, last, &number)?,
            None => number,
        });
    }
    Ok(sums)
}

/// Where `x` would be inserted among the first `high` of some sorted values, behind its
/// equals.
fn bisect(t: &Thread, values: &[Object], x: &Object, mut high: usize) -> PyResult<usize> {
    let mut low = 0;
    while low < high {
        let middle = low + (high - low) / 2;
        if t.compare_bool(x, &values[middle], CompareOp::Lt)? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

static CHOICES: Parameters = Parameters {
    function: "Random.choices",
    names: &["population", "weights", "cum_weights", "k"],
    required: 1,
    positional: 2,
};

fn choices(t: &Thread, object: &Object, args: Args<'_>) -> PyResult {
    let [Some(population), weights, cumulative, k] = t.arguments(&CHOICES, args)? else {
        return Err(t.type_error("Random.choices() missing an argument"));
    };
    let given = |place: Option<&Object>| place.is_some_and(|object| !object.is_none());
    let source = Source::new(t, object)?;
    let n = t.length(population)?;
    let sums = match (weights, cumulative) {
        (_, Some(_)) if given(weights) && given(cumulative) => {
            return Err(t.type_error("Cannot specify both weights and cumulative weights"));
        }
        (_, Some(sums)) if given(cumulative) => Some(t.collect(sums)?),
        (Some(weights), _) if given(Some(weights)) => Some(running_weights(t, weights)?),
        _ => None,
    };
    let total = match &sums {
        Some(sums) => total(t, sums, n)?,
        None => n as f64,
    };
    let count = match k {
        Some(k) => t.index_or(k, types::ErrorKind::OverflowError)?.max(0),
        None => 1,
    };
    objects::heap().check((count as usize).saturating_mul(size_of::<Object>()))?;
    let mut chosen = Vec::new();
    for _ in 0..count {
        let drawn = source.float(t)? * total;
        let place = match &sums {
            Some(sums) => bisect(t, sums, &float(t, drawn)?, n - 1)?,
            None => drawn.floor() as usize,
        };
        chosen.push(item(t, population, place)?);
    }
    containers::list(t, chosen)
}

fn running_weights(t: &Thread, weights: &Object) -> PyResult<Vec<Object>> {
    if numbers::Integer::of(weights).is_some() {
        let k = t.repr(weights)?.to_text();
        return Err(t.type_error(format!(
            "The number of choices must be a keyword argument: k={k}"
        )));
    }
    accumulate(t, weights)
}

fn total(t: &Thread, sums: &[Object], n: usize) -> PyResult<f64> {
    if sums.len() != n {
        return Err(t.value_error("The number of weights does not match the population"));
    }
    let Some(last) = sums.last() else {
        return Err(t.index_error("list index out of range"));
    };
    let total = float_value(t, &t.binary(BinaryOp::Add, last, &float(t, 0.0)?)?)?;
    if total <= 0.0 {
        return Err(t.value_error("Total of weights must be greater than zero"));
    }
    match total.is_finite() {
        true => Ok(total),
        false => Err(t.value_error("Total of weights must be finite")),
    }
}

pub(super) static METHODS: &[NativeDef] = &[
    NativeDef {
        name: "choice",
        code: NativeCode::One(choice),
        doc: "Choose a random element from a non-empty sequence.",
    },
    NativeDef {
        name: "shuffle",
        code: NativeCode::Keywords(shuffle),
        doc: "Shuffle list x in place, and return None.",
    },
    NativeDef {
        name: "sample",
        code: NativeCode::Keywords(sample),
        doc: "Chooses k unique random elements from a population sequence.",
    },
    NativeDef {
        name: "choices",
        code: NativeCode::Keywords(choices),
        doc: "Return a k sized list of population elements chosen with replacement.",
    },
];
