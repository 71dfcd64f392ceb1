//! How is a group of exceptions taken apart? Into what matches and the rest, both groups of
//! the same shape. `except*` is made of this.
#![forbid(unsafe_code)]

use crate::exception::Exception;
use crate::group::{create, is_group, members};
use crate::raise::{exception_classes, is_exception_type, matches, matches_any};
use objects::{Object, Word};
use std::collections::HashSet;
use types::{ErrorKind, List, PyResult, Thread, Tuple};

/// What an exception has to be to match.
pub(crate) enum Matcher {
    /// Of a type, or of one of a tuple of types.
    Types(Object),
    /// One that a Python function says yes to.
    Predicate(Object),
    /// One of these.
    Instances(HashSet<Word>),
}

/// A group taken apart. `None`: nothing of it.
#[derive(Default)]
pub(crate) struct Parts {
    pub(crate) matching: Option<Object>,
    pub(crate) rest: Option<Object>,
}

impl Matcher {
    /// The argument of `split` and `subgroup` (`get_matcher_type`).
    pub(crate) fn of(t: &Thread, object: &Object) -> PyResult<Matcher> {
        if t.is_exact(object, t.types.function) {
            return Ok(Matcher::Predicate(object.clone()));
        }
        let all_types = match object.downcast::<Tuple>() {
            Some(tuple) => tuple
                .items()
                .iter()
                .all(|class| is_exception_type(t, class)),
            None => is_exception_type(t, object),
        };
        match all_types {
            true => Ok(Matcher::Types(object.clone())),
            false => {
                Err(t.type_error("expected a function, exception type or tuple of exception types"))
            }
        }
    }

    fn accepts(&self, t: &Thread, exception: &Object) -> PyResult<bool> {
        match self {
            Matcher::Types(types) => Ok(matches_any(t, exception, types)),
            Matcher::Predicate(function) => {
                let answer = t.call(function, std::slice::from_ref(exception))?;
                t.is_true(&answer)
            }
            Matcher::Instances(words) => Ok(words.contains(&exception.word())),
        }
    }
}

/// `exceptiongroup_split_recursive`
pub(crate) fn split(
    t: &Thread,
    exception: &Object,
    matcher: &Matcher,
    with_rest: bool,
) -> PyResult<Parts> {
    if matcher.accepts(t, exception)? {
        return Ok(Parts {
            matching: Some(exception.clone()),
            rest: None,
        });
    }
    if !is_group(t, exception) {
        return Ok(Parts {
            matching: None,
            rest: with_rest.then(|| exception.clone()),
        });
    }
    let _guard = t.enter_native(" in exceptiongroup_split_recursive")?;
    let (mut matching, mut rest) = (vec![], vec![]);
    for member in members(t, exception)? {
        let parts = split(t, &member, matcher, with_rest)?;
        matching.extend(parts.matching);
        rest.extend(parts.rest);
    }
    Ok(Parts {
        matching: subset(t, exception, matching)?,
        rest: match with_rest {
            true => subset(t, exception, rest)?,
            false => None,
        },
    })
}

/// A group like `group`, of some of its exceptions (`exceptiongroup_subset`).
fn subset(t: &Thread, group: &Object, members: Vec<Object>) -> PyResult<Option<Object>> {
    if members.is_empty() {
        return Ok(None);
    }
    let members = t.list_of(members)?;
    let new = t.call_method(group, &t.intern("derive")?, &[members])?;
    if !is_group(t, &new) {
        let message = "derive must return an instance of BaseExceptionGroup";
        return Err(t.type_error(message));
    }
    let (from, to) = (Exception::of(t, group)?, Exception::of(t, &new)?);
    drop(to.traceback.replace(from.traceback.get()));
    drop(to.context.replace(from.context.get()));
    drop(to.cause.replace(from.cause.get()));
    // `PyException_SetCause` sets it, even to no cause.
    to.suppress_context.set(true);
    if let Some(notes) = t.find_attribute(group, &t.names.notes)?
        && (notes.downcast::<List>().is_some() || notes.downcast::<Tuple>().is_some())
    {
        // Each part has notes of its own.
        let notes = t.list_of(t.collect(&notes)?)?;
        t.set_attribute(&new, &t.names.notes, Some(&notes))?;
    }
    Ok(Some(new))
}

/// What `except* classes` takes of an exception, and what it leaves (`CHECK_EG_MATCH`).
/// A naked exception that matches is wrapped in a group.
pub fn split_for_handler(
    t: &Thread,
    exception: &Object,
    classes: &Object,
) -> PyResult<(Option<Object>, Option<Object>)> {
    let given = exception_classes(t, classes)?;
    let group = t.error_type(ErrorKind::BaseExceptionGroup);
    if given
        .iter()
        .any(|class| group.is_some_and(|group| class.is_subtype(group)))
    {
        let message = "catching ExceptionGroup with except* is not allowed. Use except instead.";
        return Err(t.type_error(message));
    }
    if exception.is_none() {
        return Ok((None, None));
    }
    if matches(t, exception, classes)? {
        let matching = match is_group(t, exception) {
            true => exception.clone(),
            false => create(t, &t.empty_str()?, &t.tuple([exception.clone()])?)?,
        };
        return Ok((Some(matching), None));
    }
    if !is_group(t, exception) {
        return Ok((None, Some(exception.clone())));
    }
    let pair = t.call_method(
        exception,
        &t.intern("split")?,
        std::slice::from_ref(classes),
    )?;
    let or_nothing = |object: &Object| (!object.is_none()).then(|| object.clone());
    match pair.downcast::<Tuple>().map(Tuple::items) {
        Some([matching, rest, ..]) => Ok((or_nothing(matching), or_nothing(rest))),
        Some(_) => Err(t.type_error(format!(
            "{}.split must return a 2-tuple, got tuple of size {}",
            t.type_name(exception),
            pair.downcast::<Tuple>().map_or(0, Tuple::len)
        ))),
        None => Err(t.type_error(format!(
            "{}.split must return a tuple, not {}",
            t.type_name(exception),
            t.type_name(&pair)
        ))),
    }
}

/// What is raised after the `except*` clauses of a `try` have run (`PREP_RERAISE_STAR`).
/// `raised` holds what they raised, and what none of them took.
pub fn join_after_handlers(
    t: &Thread,
    original: &Object,
    raised: &[Object],
) -> PyResult<Option<Object>> {
    let mut raised = raised.iter().filter(|exception| !exception.is_none());
    if !is_group(t, original) {
        // One naked exception was wrapped, so at most one clause has run.
        return Ok(raised.next().cloned());
    }
    let (again, mut new): (Vec<Object>, Vec<Object>) = raised
        .cloned()
        .partition(|exception| same_origin(exception, original));
    let mut leaves = HashSet::new();
    for exception in &again {
        collect_leaves(t, exception, &mut leaves)?;
    }
    let matcher = Matcher::Instances(leaves);
    let again = split(t, original, &matcher, false)?.matching;
    if new.is_empty() {
        return Ok(again);
    }
    new.extend(again);
    match &new[..] {
        [one] => Ok(Some(one.clone())),
        _ => create(t, &t.empty_str()?, &t.list_of(new)?).map(Some),
    }
}

/// Was this split off the original, rather than raised by a clause
/// (`is_same_exception_metadata`)?
fn same_origin(a: &Object, b: &Object) -> bool {
    let (Some(a), Some(b)) = (a.downcast::<Exception>(), b.downcast::<Exception>()) else {
        return false;
    };
    a.traceback.word() == b.traceback.word()
        && a.cause.word() == b.cause.word()
        && a.context.word() == b.context.word()
}

fn collect_leaves(t: &Thread, exception: &Object, leaves: &mut HashSet<Word>) -> PyResult<()> {
    if !is_group(t, exception) {
        leaves.insert(exception.word());
        return Ok(());
    }
    let _guard = t.enter_native(" in collect_exception_group_leaf_ids")?;
    for member in members(t, exception)? {
        collect_leaves(t, &member, leaves)?;
    }
    Ok(())
}
