//! A type as a table of functions: who is asked to add?

type Add = fn(&Value, &Value) -> Option<f64>;

/// What a type can do. An empty slot means "cannot".
struct Type {
    name: &'static str,
    add: Option<Add>,
}

struct Value {
    kind: &'static Type,
    number: f64,
}

static METRES: Type = Type {
    name: "Metres",
    add: Some(|a, b| same_type(a, b).then_some(a.number + b.number)),
};

static FEET: Type = Type {
    name: "Feet",
    add: Some(|a, b| Some(in_metres(a) + in_metres(b))),
};

static COLOUR: Type = Type {
    name: "Colour",
    add: None,
};

fn same_type(a: &Value, b: &Value) -> bool {
    std::ptr::eq(a.kind, b.kind)
}

fn in_metres(value: &Value) -> f64 {
    match value.kind.name {
        "Feet" => value.number * 0.3048,
        _ => value.number,
    }
}

/// Asks the left side's type, then the right side's; `None` means "not mine".
fn add(a: &Value, b: &Value) -> Result<f64, String> {
    for kind in [a.kind, b.kind] {
        let answer = kind.add.and_then(|add| add(a, b));
        println!("  {} says {answer:?}", kind.name);
        if let Some(sum) = answer {
            return Ok(sum);
        }
    }
    Err(format!(
        "unsupported operand type(s) for +: '{}' and '{}'",
        a.kind.name, b.kind.name
    ))
}

fn main() {
    let value = |kind, number| Value { kind, number };
    let sums = [(&METRES, &METRES), (&METRES, &FEET), (&METRES, &COLOUR)];
    for (left, right) in sums {
        println!("{} + {}", left.name, right.name);
        println!("  {:?}", add(&value(left, 1.0), &value(right, 10.0)));
    }
}
