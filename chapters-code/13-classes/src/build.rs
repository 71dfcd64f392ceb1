//! What does a `class` statement do? `__build_class__` (`builtin___build_class__`).

use crate::class::metaclass_of;
use frames::{Cell, Function, run_function_in_namespace};
use objects::Object;
use types::{Args, NativeCode, NativeDef, PyResult, Thread, Tuple, Type, as_str};

static BUILD_CLASS: &[NativeDef] = &[NativeDef {
    name: "__build_class__",
    code: NativeCode::Keywords(build_class),
    doc: "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\n\
          Internal helper function used by the class statement.",
}];

fn build_class(t: &Thread, _: &Object, args: Args<'_>) -> PyResult {
    let [body, name, bases @ ..] = args.plain() else {
        return Err(t.type_error("__build_class__: not enough arguments"));
    };
    let Ok(body) = body.clone().into_owned::<Function>() else {
        return Err(t.type_error("__build_class__: func must be a function"));
    };
    if as_str(name).is_none() {
        return Err(t.type_error("__build_class__: name is not a string"));
    }
    let original = containers::tuple_of(t, bases)?;
    let resolved = resolve_bases(t, bases, &original)?;
    let changed = resolved.is_some();
    let bases = resolved.unwrap_or_else(|| bases.to_vec());
    let mut keywords: Vec<(Object, Object)> = Vec::new();
    let mut metaclass = None;
    for (key, value) in args.keywords() {
        match as_str(key) {
            Some(key) if key.equals("metaclass") => metaclass = Some(value.clone()),
            _ => keywords.push((key.clone(), value.clone())),
        }
    }
    let metaclass = metaclass.unwrap_or_else(|| match bases.first() {
        Some(base) => t.type_of(base).object().into_object(),
        None => t.types.type_.object().into_object(),
    });
    let metaclass = match metaclass.downcast::<Type>() {
        Some(asked) => metaclass_of(t, asked, &bases)?.object().into_object(),
        None => metaclass.clone(),
    };
    let bases = containers::tuple(t, bases)?;
    let namespace = prepare(t, &metaclass, name, &bases, &keywords)?;
    if t.type_of(&namespace).slots.subscript.get().is_none() {
        let meta = metaclass
            .downcast::<Type>()
            .map_or("<metaclass>".to_owned(), Type::name);
        return Err(t.type_error(format!(
            "{meta}.__prepare__() must return a mapping, not {}",
            t.type_name(&namespace)
        )));
    }
    let cell = run_function_in_namespace(t, body, namespace.clone())?;
    if changed {
        t.set_item(
            &namespace,
            t.intern("__orig_bases__")?.object(),
            Some(&original),
        )?;
    }
    let class = call_with_keywords(t, &metaclass, &[name.clone(), bases, namespace], &keywords)?;
    check_cell(t, &cell, &class, name)?;
    Ok(class)
}

/// Bases that are no types say what stands for them (`update_bases`); `None`: all are.
fn resolve_bases(t: &Thread, bases: &[Object], original: &Object) -> PyResult<Option<Vec<Object>>> {
    let mut resolved = Vec::new();
    let mut changed = false;
    for base in bases {
        let entries = match base.downcast::<Type>() {
            Some(_) => None,
            None => t.find_attribute(base, &t.names.mro_entries)?,
        };
        match entries {
            None => resolved.push(base.clone()),
            Some(entries) => {
                let entries = t.call(&entries, std::slice::from_ref(original))?;
                let Some(entries) = entries.downcast::<Tuple>() else {
                    return Err(t.type_error("__mro_entries__ must return a tuple"));
                };
                resolved.extend_from_slice(entries.items());
                changed = true;
            }
        }
    }
    Ok(changed.then_some(resolved))
}

fn call_with_keywords(
    t: &Thread,
    callable: &Object,
    plain: &[Object],
    keywords: &[(Object, Object)],
) -> PyResult {
    let mut values = plain.to_vec();
    values.extend(keywords.iter().map(|(_, value)| value.clone()));
    let names: Vec<Object> = keywords.iter().map(|(name, _)| name.clone()).collect();
    t.call_with(
        callable,
        Args::new(&values, &names).unwrap_or(Args::positional(&values)),
    )
}

fn prepare(
    t: &Thread,
    metaclass: &Object,
    name: &Object,
    bases: &Object,
    keywords: &[(Object, Object)],
) -> PyResult {
    match t.find_attribute(metaclass, &t.names.prepare)? {
        Some(prepare) => call_with_keywords(t, &prepare, &[name.clone(), bases.clone()], keywords),
        None => Ok(containers::dict(t)?.into_object()),
    }
}

/// The body's `__class__` cell must have been given the class by `type.__new__`.
fn check_cell(t: &Thread, cell: &Object, class: &Object, name: &Object) -> PyResult<()> {
    let Some(cell) = cell.downcast::<Cell>() else {
        return Ok(());
    };
    if class.downcast::<Type>().is_none() {
        return Ok(());
    }
    let name = t.repr(name)?.to_text();
    match cell.value.get() {
        Some(set) if set.is(class) => Ok(()),
        Some(set) => {
            let (set, class) = (t.repr(&set)?.to_text(), t.repr(class)?.to_text());
            Err(t.type_error(format!("__class__ set to {set} defining {name} as {class}")))
        }
        None => {
            let class = t.repr(class)?.to_text();
            Err(t.runtime_error(format!(
                "__class__ not set defining {name} as {class}. Was __classcell__ propagated to type.__new__?"
            )))
        }
    }
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    t.add_builtins(BUILD_CLASS)
}
