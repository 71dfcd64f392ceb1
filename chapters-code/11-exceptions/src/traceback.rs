//! What is a traceback? A chain of the frames that an exception has left: [`Traceback`].
#![forbid(unsafe_code)]

use crate::exception::Exception;
use frames::{FrameObject, current_frame};
use objects::{Object, Owned, Slot, Visit, heap, payload};
use std::cell::Cell;
use types::{AccessorDef, Args, ErrorKind, Parameters, PyResult, Thread, Type};

/// `traceback`: one frame that an exception has left.
pub struct Traceback {
    /// `tb_next`: the frame that was called from this one.
    pub next: Slot,
    /// `tb_frame`
    pub frame: Owned<FrameObject>,
    /// `tb_lasti`: the offset of the instruction, in bytes.
    pub lasti: i32,
    /// `tb_lineno`, if it was set by hand.
    pub line: Cell<Option<i32>>,
}

payload!(Traceback, "traceback", traverse);

impl Traceback {
    fn traverse(&self, visit: Visit<'_>) {
        self.next.traverse(visit);
        visit(self.frame.as_object());
    }

    fn clear(&self) {
        self.next.clear();
    }

    /// The line of the instruction; `None` if the code's table gives none.
    pub fn line(&self) -> Option<i32> {
        if let Some(line) = self.line.get() {
            return Some(line);
        }
        frames::line_of(&*self.frame.code()?, self.last_instruction())
    }

    /// The offset of the instruction in code units.
    pub fn last_instruction(&self) -> i32 {
        self.lasti.div_euclid(2)
    }
}

/// Adds the running frame, if there is one (`_PyTraceBack_FromFrame`).
pub(crate) fn add_current(t: &Thread, exception: &Object) -> PyResult<()> {
    let Some(object) = current_frame(t, 0)? else {
        return Ok(());
    };
    let last_instruction = object
        .downcast::<FrameObject>()
        .map_or(-1, FrameObject::last_instruction);
    add_traceback(t, exception, object, last_instruction)
}

/// Adds a frame to an exception's traceback, with the instruction it is at
/// (`PyTraceBack_Here`).
pub fn add_traceback(
    t: &Thread,
    exception: &Object,
    frame: Object,
    last_instruction: i32,
) -> PyResult<()> {
    let Some(own) = exception.downcast::<Exception>() else {
        return Ok(());
    };
    let frame = frame
        .into_owned()
        .map_err(|_| t.system_error("a frame was expected"))?;
    let entry = Traceback {
        next: Slot::from_option(own.traceback.get()),
        frame,
        lasti: last_instruction.saturating_mul(2),
        line: Cell::new(None),
    };
    own.traceback
        .set(heap().make(t.types.traceback.core(), entry)?.into_object());
    Ok(())
}

fn entry<'a>(t: &Thread, object: &'a Object) -> PyResult<&'a Traceback> {
    object
        .downcast()
        .ok_or_else(|| t.type_error("a traceback was expected"))
}

static ACCESSORS: &[AccessorDef] = &[
    AccessorDef::settable(
        "tb_next",
        |t, object| Ok(entry(t, object)?.next.get().unwrap_or(Object::none())),
        set_next,
    ),
    AccessorDef::new("tb_frame", |t, object| {
        Ok(entry(t, object)?.frame.clone().into_object())
    }),
    AccessorDef::new("tb_lasti", |t, object| {
        Ok(Object::int32(entry(t, object)?.lasti))
    }),
    AccessorDef::new("tb_lineno", |t, object| {
        let line = entry(t, object)?.line();
        // Where the table says nothing, 3.10 says −1.
        let unknown = match t.version {
            types::Version::V310 => Object::int32(-1),
            types::Version::V311 => Object::none(),
        };
        Ok(line.map_or(unknown, Object::int32))
    }),
];

fn set_next(t: &Thread, object: &Object, value: Option<&Object>) -> PyResult<()> {
    let Some(value) = value else {
        return Err(t.type_error("can't delete tb_next attribute"));
    };
    let mut next = (!value.is_none()).then(|| value.clone());
    if next
        .as_ref()
        .is_some_and(|next| next.downcast::<Traceback>().is_none())
    {
        let kind = t.type_name(value);
        return Err(t.type_error(format!("expected traceback object, got '{kind}'")));
    }
    let own = entry(t, object)?;
    let mut cursor = next.clone();
    while let Some(link) = cursor {
        if link.is(object) {
            return Err(t.value_error("traceback loop detected"));
        }
        cursor = link
            .downcast::<Traceback>()
            .and_then(|link| link.next.get());
    }
    drop(own.next.replace(next.take()));
    Ok(())
}

/// `TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)`
fn new(t: &Thread, class: &Type, args: Args<'_>) -> PyResult {
    static PARAMETERS: Parameters = Parameters::new(
        "TracebackType",
        &["tb_next", "tb_frame", "tb_lasti", "tb_lineno"],
        4,
    );
    let [next, frame, last, line] = t.arguments(&PARAMETERS, args)?;
    let (Some(next), Some(frame), Some(last), Some(line)) = (next, frame, last, line) else {
        return Err(t.type_error("TracebackType() takes exactly 4 arguments"));
    };
    let Ok(frame) = frame.clone().into_owned::<FrameObject>() else {
        let kind = t.type_name(frame);
        return Err(t.type_error(format!(
            "TracebackType() argument 'tb_frame' must be frame, not {kind}"
        )));
    };
    let number = |value: &Object| {
        let value = t.index_or(value, ErrorKind::OverflowError)?;
        i32::try_from(value)
            .map_err(|_| t.overflow_error("Python int too large to convert to C int"))
    };
    if !next.is_none() && next.downcast::<Traceback>().is_none() {
        let kind = t.type_name(next);
        let message = format!("expected traceback object or None, got '{kind}'");
        return Err(t.type_error(message));
    }
    let entry = Traceback {
        next: Slot::empty(),
        frame,
        lasti: number(last)?,
        line: Cell::new(Some(number(line)?)),
    };
    let entry = heap().make(class.core(), entry)?.into_object();
    set_next(t, &entry, Some(next))?;
    Ok(entry)
}

pub(crate) fn install(t: &Thread) -> PyResult<()> {
    let kind = t.types.traceback;
    kind.slots.new.set(Some(new));
    kind.declare::<Traceback>();
    t.add_accessors(kind, ACCESSORS)?;
    t.ready(kind)
}
