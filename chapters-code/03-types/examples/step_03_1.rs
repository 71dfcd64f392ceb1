//! Addition as a match over all types: who can join in?

#[derive(Clone, Debug)]
#[expect(dead_code, reason = "an instance is only printed")]
enum Value {
    Int(i64),
    Str(String),
    Instance(&'static str),
}

fn add(a: &Value, b: &Value) -> Result<Value, String> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Ok(Value::Int(a + b)),
        (Value::Str(a), Value::Str(b)) => Ok(Value::Str(format!("{a}{b}"))),
        _ => Err(format!("cannot add {a:?} and {b:?}")),
    }
}

fn main() {
    println!("{:?}", add(&Value::Int(1), &Value::Int(2)));
    println!(
        "{:?}",
        add(&Value::Str("a".into()), &Value::Str("b".into()))
    );
    println!(
        "{:?}",
        add(&Value::Instance("Metres"), &Value::Instance("Metres"))
    );
}
