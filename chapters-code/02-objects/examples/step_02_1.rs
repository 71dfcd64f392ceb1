//! Values as an enum: what happens to a list that has two names?

/// A Python value, as one would write it on the first day.
#[derive(Clone, Debug)]
#[expect(dead_code, reason = "the values are only printed")]
enum Value {
    Int(i64),
    Float(f64),
    Str(String),
    List(Vec<Value>),
}

fn main() {
    let mut a = Value::List(vec![
        Value::Int(1),
        Value::Float(0.5),
        Value::Str("two".into()),
    ]);
    let b = a.clone();
    if let Value::List(items) = &mut a {
        items.push(Value::Int(3));
    }
    println!("a = {a:?}");
    println!("b = {b:?}");
    println!("a value takes {} bytes", size_of::<Value>());
}
