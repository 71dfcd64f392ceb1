//! Thousands of expressions give what CPython 3.10 and 3.11 give, to the last letter of an
//! error message. `tests/data/record_expressions.py` recorded the results.

mod machine;

use machine::{literal, show, thread};
use objects::Object;
use types::{Args, BinaryOp, CompareOp, Details, ErrorKind, PyResult, Raised, Thread, Version};

fn error_text(t: &Thread, raised: Raised) -> String {
    let Some(kind) = raised.lazy_kind() else {
        return format!("{raised:?}");
    };
    let text = match raised.into_lazy() {
        Err(_) => String::new(),
        Ok(lazy) => match &lazy.details {
            Details::Message(text) => text.to_string(),
            Details::Attribute(text, ..) => text.clone(),
            Details::Arguments(arguments) => {
                let shown = |a: &Object| t.repr(a).map(|text| text.to_text());
                let shown: PyResult<Vec<String>> = arguments.iter().map(shown).collect();
                format!(
                    "({})",
                    shown.map(|texts| texts.join(", ")).unwrap_or_default()
                )
            }
            _ => format!("{kind:?}"),
        },
    };
    format!("{}: {text}", kind.name())
}

/// Values first, then keywords, and the keywords' names.
fn arguments(t: &Thread, texts: &[&str]) -> (Vec<Object>, Vec<Object>) {
    let (mut values, mut names) = (vec![], vec![]);
    for text in texts {
        match text
            .split_once('=')
            .filter(|(name, _)| name.chars().all(|c| c.is_ascii_lowercase()) && !name.is_empty())
        {
            Some((name, value)) => {
                names.push(t.str(name).unwrap());
                values.push(literal(t, value));
            }
            None => values.push(literal(t, text)),
        }
    }
    (values, names)
}

/// `pow(a, b, modulus)` as `ternary_op` finds the slot to ask.
fn power(t: &Thread, a: &Object, b: &Object, modulus: &Object) -> PyResult {
    numbers::power(t, a, b, modulus)
}

fn evaluate(t: &Thread, operation: &str, texts: &[&str]) -> PyResult {
    let (values, names) = arguments(t, texts);
    let args = Args::new(&values, &names).unwrap();
    let make = |class: &types::Type| class.slots.new.get().unwrap()(t, class, args);
    if let Some(op) = BinaryOp::ALL.into_iter().find(|op| op.sign() == operation) {
        let fast = numbers::binary(t, op, &values[0], &values[1]);
        let slow = t.binary(op, &values[0], &values[1]);
        assert_eq!(
            fast.as_ref().ok().map(|o| show(t, o).unwrap()),
            slow.as_ref().ok().map(|o| show(t, o).unwrap()),
        );
        return slow;
    }
    if let Some(op) = CompareOp::ALL.into_iter().find(|op| op.sign() == operation) {
        let fast = numbers::compare(t, &values[0], &values[1], op);
        let slow = t.compare(&values[0], &values[1], op);
        assert_eq!(
            fast.ok().map(|o| o.word()),
            slow.as_ref().ok().map(|o| o.word())
        );
        return slow;
    }
    if let Some(name) = operation.strip_prefix('.') {
        let attribute = t.get_attribute(&values[0], &t.intern(name)?)?;
        if !t.is_callable(&attribute) {
            return Ok(attribute);
        }
        return t.call_with(&attribute, Args::new(&values[1..], &names).unwrap());
    }
    if let Some((class, name)) = operation.split_once('.') {
        let class = if class == "int" {
            t.types.int
        } else {
            t.types.float
        };
        let method = t.lookup(class, &t.intern(name)?).unwrap();
        let owner = class.object();
        let method = t.bind(method, None, owner.as_object())?;
        return t.call_with(&method, args);
    }
    match operation {
        "divmod" => t.divmod(&values[0], &values[1]),
        "pow" => power(t, &values[0], &values[1], &values[2]),
        "neg" => t.negative(&values[0]),
        "pos" => t.positive(&values[0]),
        "abs" => t.absolute(&values[0]),
        "invert" => t.invert(&values[0]),
        "hash" => numbers::int(t, t.hash(&values[0])?),
        "repr" => Ok(t.repr(&values[0])?.into_object()),
        "bool" => make(t.types.bool),
        "int" => make(t.types.int),
        "float" => make(t.types.float),
        "complex" => make(t.types.complex),
        other => panic!("unknown operation {other}"),
    }
}

fn outcome(t: &Thread, operation: &str, texts: &[&str]) -> String {
    match evaluate(t, operation, texts).and_then(|result| show(t, &result)) {
        Ok(text) => text,
        Err(raised) => error_text(t, raised),
    }
}

fn run(version: Version) {
    let t = thread(version);
    let mut wrong = vec![];
    for row in include_str!("data/expressions.tsv").lines() {
        let (expression, results) = row.split_once("\t=\t").unwrap();
        let mut fields = expression.split('\t');
        let operation = fields.next().unwrap();
        let texts: Vec<&str> = fields.collect();
        let results: Vec<&str> = results.split('\t').collect();
        let expected = match version {
            Version::V310 => results[0],
            Version::V311 => results[results.len() - 1],
        };
        let found = outcome(&t, operation, &texts);
        if found != expected {
            wrong.push(format!("{expression}: {found}, but CPython: {expected}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
#[cfg_attr(miri, ignore = "thousands of rows")]
fn every_expression_gives_what_cpython_3_10_gives() {
    run(Version::V310);
}

#[test]
#[cfg_attr(miri, ignore = "thousands of rows")]
fn every_expression_gives_what_cpython_3_11_gives() {
    run(Version::V311);
}

#[test]
fn running_out_of_memory_is_an_error_of_its_own() {
    let t = thread(Version::V310);
    let raised = evaluate(&t, "<<", &["1", "1000000000000"]).unwrap_err();
    assert_eq!(raised.lazy_kind(), Some(ErrorKind::MemoryError));
}
