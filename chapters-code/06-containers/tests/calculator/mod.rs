//! A calculator for lines of Python that need no evaluator: literals, operators, calls,
//! attributes, subscripts, assignments. It carries them out through slots and methods.

mod parse;

use std::collections::HashMap;

use containers::{dict, dict_set, frozenset, set, set_add};
use objects::Object;
use types::{Args, BinaryOp, CompareOp, NativeCode, NativeDef, PyResult, Thread, Type};

use parse::{Line, Tree, line};

/// Names and their values.
pub struct Calculator<'t> {
    t: &'t Thread,
    names: HashMap<String, Object>,
}

/// Functions that stand for those that Python would define.
static FUNCTIONS: &[NativeDef] = &[
    NativeDef {
        name: "len",
        code: NativeCode::One(|t, _, object| {
            Ok(Object::small_int(t.length(object)? as i64).unwrap())
        }),
        doc: "",
    },
    NativeDef {
        name: "repr",
        code: NativeCode::One(|t, _, object| Ok(t.repr(object)?.into_object())),
        doc: "",
    },
    NativeDef {
        name: "hash",
        code: NativeCode::One(|t, _, object| {
            let hash = t.hash(object)?;
            t.str(&hash.to_string())
        }),
        doc: "",
    },
    NativeDef {
        name: "iter",
        code: NativeCode::Fast(|t, _, args| match args {
            [callable, sentinel] => {
                containers::CallableIterator::make(t, callable.clone(), sentinel.clone())
            }
            _ => t.iter(&args[0]),
        }),
        doc: "",
    },
    NativeDef {
        name: "next",
        code: NativeCode::One(|t, _, object| {
            t.next(object)?
                .ok_or_else(|| t.stop_iteration(Object::none()))
        }),
        doc: "",
    },
    NativeDef {
        name: "neg",
        code: NativeCode::One(|t, _, object| t.negative(object)),
        doc: "",
    },
    NativeDef {
        name: "last",
        code: NativeCode::One(|t, _, object| t.get_item(object, &Object::int32(-1))),
        doc: "",
    },
    NativeDef {
        name: "add",
        code: NativeCode::Fast(|t, _, args| t.binary(BinaryOp::Add, &args[0], &args[1])),
        doc: "",
    },
];

impl<'t> Calculator<'t> {
    pub fn new(t: &'t Thread) -> Calculator<'t> {
        let mut names = HashMap::new();
        for def in FUNCTIONS {
            let function = t.native_function(def, Object::none(), None).unwrap();
            names.insert(def.name.to_owned(), function);
        }
        let types = t.types;
        for kind in [
            types.int,
            types.float,
            types.str,
            types.tuple,
            types.list,
            types.dict,
            types.set,
            types.frozenset,
            types.range,
            types.slice,
            types.enumerate,
            types.zip,
            types.map,
            types.filter,
            types.reversed,
            types.mapping_proxy,
            types.bool,
        ] {
            names.insert(kind.name(), kind.object().into_object());
        }
        for (name, value) in [
            ("None", Object::none()),
            ("True", Object::bool(true)),
            ("False", Object::bool(false)),
        ] {
            names.insert(name.to_owned(), value);
        }
        Calculator { t, names }
    }

    /// Carries out a line; an expression's value is shown.
    pub fn line(&mut self, text: &str) -> PyResult<Option<String>> {
        match line(text) {
            Line::Show(tree) => {
                let value = self.value(&tree)?;
                Ok(Some(self.t.repr(&value)?.to_text()))
            }
            Line::Assign(target, operator, value) => {
                let value = self.value(&value)?;
                let value = match operator {
                    Some(sign) => {
                        let old = self.value(&target)?;
                        self.t.inplace(operator_of(&sign), &old, &value)?
                    }
                    None => value,
                };
                self.store(&target, Some(value))?;
                Ok(None)
            }
            Line::Delete(target) => self.store(&target, None).map(|()| None),
        }
    }

    fn store(&mut self, target: &Tree, value: Option<Object>) -> PyResult<()> {
        match (target, value) {
            (Tree::Name(name), Some(value)) => {
                self.names.insert(name.clone(), value);
            }
            (Tree::Name(name), None) => drop(self.names.remove(name)),
            (Tree::Subscript(object, key), value) => {
                let (object, key) = (self.value(object)?, self.value(key)?);
                self.t.set_item(&object, &key, value.as_ref())?;
            }
            (Tree::Attribute(object, name), value) => {
                let object = self.value(object)?;
                let name = self.t.intern(name)?;
                self.t.set_attribute(&object, &name, value.as_ref())?;
            }
            (other, _) => panic!("no target: {other:?}"),
        }
        Ok(())
    }

    fn values(&mut self, trees: &[Tree]) -> PyResult<Vec<Object>> {
        trees.iter().map(|tree| self.value(tree)).collect()
    }

    pub fn value(&mut self, tree: &Tree) -> PyResult {
        let t = self.t;
        match tree {
            Tree::Number(text) => number(t, text),
            Tree::Text(text) => t.str(text),
            Tree::Name(name) => match self.names.get(name) {
                Some(value) => Ok(value.clone()),
                None => Err(t.name_error(&t.intern(name)?)),
            },
            Tree::Row('(', items) => containers::tuple(t, self.values(items)?),
            Tree::Row('[', items) => {
                let folded = items.len() > 2 && items.iter().all(is_constant);
                let items = self.values(items)?;
                if folded {
                    // The compiler makes a tuple of constants, which extends an empty list.
                    let constant = containers::tuple(t, items)?;
                    return t.call(t.types.list.object().as_object(), &[constant]);
                }
                containers::list(t, items)
            }
            Tree::Row(_, items) => {
                let folded = items.len() > 2 && items.iter().all(is_constant);
                let items = self.values(items)?;
                let made = set(t)?;
                if folded {
                    // The compiler makes a frozenset of constants, makes it again when it
                    // merges constants, and has it added to a set.
                    let constant = frozenset(t, t.collect(&frozenset(t, items)?)?)?;
                    containers::set_update(t, &made, &constant)?;
                    return Ok(made.into_object());
                }
                for item in items {
                    set_add(t, &made, item)?;
                }
                Ok(made.into_object())
            }
            Tree::Dict(entries) => {
                let made = dict(t)?;
                for (key, value) in entries {
                    let (key, value) = (self.value(key)?, self.value(value)?);
                    dict_set(t, &made, key, value)?;
                }
                Ok(made.into_object())
            }
            Tree::Unary(sign, operand) => {
                let operand = self.value(operand)?;
                match &**sign {
                    "-" => t.negative(&operand),
                    "~" => t.invert(&operand),
                    _ => t.positive(&operand),
                }
            }
            Tree::Binary(sign, a, b) => {
                let (a, b) = (self.value(a)?, self.value(b)?);
                self.binary(sign, &a, &b)
            }
            Tree::Attribute(object, name) => {
                let object = self.value(object)?;
                t.get_attribute(&object, &t.intern(name)?)
            }
            Tree::Subscript(object, key) => {
                let (object, key) = (self.value(object)?, self.value(key)?);
                t.get_item(&object, &key)
            }
            Tree::Slice(parts) => {
                let mut ends = [Object::none(), Object::none(), Object::none()];
                for (end, part) in ends.iter_mut().zip(parts) {
                    if let Some(part) = part {
                        *end = self.value(part)?;
                    }
                }
                let [start, stop, step] = ends;
                Ok(types::Slice::new(t.types.slice, start, stop, step)?.into_object())
            }
            Tree::Call(callable, arguments) => self.call(callable, arguments),
        }
    }

    fn call(&mut self, callable: &Tree, arguments: &[(Option<String>, Tree)]) -> PyResult {
        let t = self.t;
        let callable = self.value(callable)?;
        let (mut values, mut names) = (Vec::new(), Vec::new());
        for (name, tree) in arguments {
            values.push(self.value(tree)?);
            if let Some(name) = name {
                names.push(t.intern(name)?.object().clone());
            }
        }
        t.call_with(&callable, Args::new(&values, &names).unwrap())
    }

    fn binary(&self, sign: &str, a: &Object, b: &Object) -> PyResult {
        let t = self.t;
        match sign {
            "in" => t.contains(b, a).map(Object::bool),
            "not in" => Ok(Object::bool(!t.contains(b, a)?)),
            "is" => Ok(Object::bool(a.is(b))),
            "is not" => Ok(Object::bool(!a.is(b))),
            _ => match CompareOp::ALL.iter().find(|op| op.sign() == sign) {
                Some(&op) => t.compare(a, b, op),
                None => t.binary(operator_of(sign), a, b),
            },
        }
    }
}

/// Does the compiler know the value?
fn is_constant(tree: &Tree) -> bool {
    match tree {
        Tree::Number(_) | Tree::Text(_) => true,
        Tree::Name(name) => ["None", "True", "False"].contains(&&**name),
        Tree::Unary(_, operand) => is_constant(operand),
        Tree::Row('(', items) => items.iter().all(is_constant),
        _ => false,
    }
}

fn operator_of(sign: &str) -> BinaryOp {
    let found = BinaryOp::ALL.into_iter().find(|op| op.sign() == sign);
    found.unwrap_or_else(|| panic!("no such operator: {sign}"))
}

fn number(t: &Thread, text: &str) -> PyResult {
    if text.contains(".") {
        return Ok(Object::small_float(text.parse().unwrap()).unwrap());
    }
    if let Some(value) = text.parse().ok().and_then(Object::small_int) {
        return Ok(value);
    }
    let kind: &Type = if text.contains('.') {
        t.types.float
    } else {
        t.types.int
    };
    t.call(kind.object().as_object(), &[t.str(text)?])
}
