//! How do arguments become locals? Binding them to parameters (`initialize_locals` of
//! CPython's `Python/ceval.c`), with its errors.

use crate::cell::Cell;
use crate::executable::Executable;
use crate::frame::Frame;
use crate::function::Function;
use crate::generator::suspend_new;
use crate::stack::{has_room, pop_frame, push_frame, push_frame_in_room};
use crate::words::{release, retain};
use code_objects::{Code, flags};
use objects::{Object, Word};
use types::{Args, Dict, Name, PyResult, Thread, Tuple, Version, as_str};

/// Makes the frame of a call: on top of the data stack, with the arguments bound, not yet
/// linked. Function and arguments are used up in any case.
///
/// `args` are the positional values and then those of the keywords, whose names `names`
/// gives.
///
/// # Safety
/// `function` must own a [`Function`]; `args` must be `count` owned words, of which
/// `names.len()` are keywords.
#[inline(always)]
pub unsafe fn begin_call(
    t: &Thread,
    function: Word,
    args: *mut Word,
    count: usize,
    names: &[Object],
) -> PyResult<*mut Frame> {
    // SAFETY: the word owns a function, which the new frame will keep alive.
    unsafe {
        let callee = Object::borrow_word(&raw const function).payload_unchecked::<Function>();
        let code = match callee.executable(t) {
            Ok(code) => &*code,
            Err(raised) => return Err(give_up(function, args, count, raised)),
        };
        if !(code.simple && names.is_empty() && count == code.arguments as usize) {
            return begin_call_slowly(t, callee, code, function, args, count, names);
        }
        let (globals, builtins) = (&raw const *callee.globals, &raw const *callee.builtins);
        let frame = match push_frame(t, code, function, globals, builtins) {
            Ok(frame) => frame,
            Err(raised) => return Err(give_up(0, args, count, raised)),
        };
        let locals = (*frame).locals();
        for place in 0..count {
            locals.add(place).write(args.add(place).read());
        }
        for place in count..code.locals as usize {
            locals.add(place).write(0);
        }
        Ok(frame)
    }
}

/// As [`begin_call`], for a call with as many arguments as there are parameters, for which
/// there is room: the frame, and its code. `None` for all others: then nothing has happened.
///
/// # Safety
/// As for [`begin_call`]; `function` must own `callee`.
#[inline(always)]
pub unsafe fn begin_simple<'a>(
    t: &Thread,
    callee: &'a Function,
    function: Word,
    args: *const Word,
    count: usize,
) -> Option<(*mut Frame, &'a Executable)> {
    // SAFETY: by the caller's promise.
    unsafe {
        let code = room_for_simple(t, callee, count)?;
        let frame = begin_in_room(t, callee, code, function, (args, count), &[]);
        Some((frame, code))
    }
}

/// What a function executes when it is called with so many arguments by position, if that
/// needs nothing but moving them, and there is room for its frame.
#[inline(always)]
pub fn room_for_simple<'a>(
    t: &Thread,
    callee: &'a Function,
    count: usize,
) -> Option<&'a Executable> {
    let code = callee.known_executable()?;
    (code.simple && count == code.arguments as usize && has_room(t, code)).then_some(code)
}

/// Makes the frame of a call whose arguments and `defaults` behind them are the parameters,
/// in order.
///
/// # Safety
/// As for [`begin_call`]; `function` must own `callee`, whose code is this, and the current
/// chunk must have room for its frame.
#[inline(always)]
pub unsafe fn begin_in_room(
    t: &Thread,
    callee: &Function,
    code: &Executable,
    function: Word,
    (args, count): (*const Word, usize),
    defaults: &[Object],
) -> *mut Frame {
    // SAFETY: by the caller's promise.
    unsafe {
        let (globals, builtins) = (&raw const *callee.globals, &raw const *callee.builtins);
        let frame = push_frame_in_room(t, code, function, globals, builtins);
        let locals = (*frame).locals();
        // Volatile, since there are few: a call of `memcpy` costs more than they do.
        for place in 0..count {
            locals.add(place).write_volatile(args.add(place).read());
        }
        let bound = count + defaults.len();
        for (place, default) in (count..bound).zip(defaults) {
            locals.add(place).write_volatile(retain(default.word()));
        }
        for place in bound..code.locals as usize {
            locals.add(place).write_volatile(0);
        }
        frame
    }
}

#[cold]
unsafe fn give_up(
    function: Word,
    args: *mut Word,
    count: usize,
    raised: types::Raised,
) -> types::Raised {
    // SAFETY: the words are owned by the call, which is given up.
    unsafe {
        for place in 0..count {
            release(args.add(place).read());
        }
        release(function);
    }
    raised
}

/// The defaults that fill up a call with so many arguments by position, if that and moving them
/// is all that it needs, and there is room for its frame.
///
/// # Safety
/// They are borrowed from the function, and must not be used once anything has run that could
/// change it.
#[inline(always)]
unsafe fn filling<'a>(
    t: &Thread,
    callee: &'a Function,
    code: &Executable,
    count: usize,
) -> Option<&'a [Object]> {
    let missing = (code.arguments as usize).checked_sub(count)?;
    if !code.positional || has_cells(code.code()) || !has_room(t, code) {
        return None;
    }
    // SAFETY: by the caller's promise.
    let defaults = unsafe { callee.defaults.payload::<Tuple>() }?.items();
    defaults.get(defaults.len().checked_sub(missing)?..)
}

/// Makes the frame of a call by position of a function that collects what is left over
/// (`*args`, `**kwargs`), if binding is no more than moving the others and filling up with
/// defaults, and there is room for the frame. `None` for all others: then nothing has happened.
///
/// # Safety
/// As for [`begin_call`]; `function` must own `callee`, whose code is this.
unsafe fn begin_collecting(
    t: &Thread,
    callee: &Function,
    code: &Executable,
    function: Word,
    (args, count): (*const Word, usize),
) -> Option<*mut Frame> {
    let own = code.code();
    let parameters = code.arguments as usize;
    if own.kwonlyargcount != 0 || has_cells(own) || !has_room(t, code) {
        return None;
    }
    let bound = count.min(parameters);
    // SAFETY: by the caller's promise. The defaults are used before anything can run. The surplus
    // moves into its tuple last, when nothing can go wrong any more.
    unsafe {
        let defaults = match parameters - bound {
            0 => &[][..],
            missing => {
                let defaults = callee.defaults.payload::<Tuple>()?.items();
                defaults.get(defaults.len().checked_sub(missing)?..)?
            }
        };
        let others = match code.flags.has(flags::VARKEYWORDS) {
            true => Some(Dict::new(t.types.dict).ok()?.into_object()),
            false => None,
        };
        let surplus = collect(t, code, args.add(bound), count - bound)?;
        let frame = begin_in_room(t, callee, code, function, (args, bound), defaults);
        let mut place = (*frame).locals().add(parameters);
        for collected in [surplus, others].into_iter().flatten() {
            place.write(collected.into_word());
            place = place.add(1);
        }
        Some(frame)
    }
}

/// What `*args` gets of so many words, which move into it; nothing, if nothing collects them and
/// there are none. `None` if that is an error, or needs more: then nothing has happened.
///
/// # Safety
/// There must be so many words, each of which owns a reference.
#[inline(always)]
unsafe fn collect(
    t: &Thread,
    code: &Executable,
    words: *const Word,
    length: usize,
) -> Option<Option<Object>> {
    match (code.flags.has(flags::VARARGS), length) {
        (true, 0) => t.empty_tuple().ok().map(Some),
        // SAFETY: by the caller's promise.
        (true, _) => unsafe { Tuple::move_at_hand(t, words, length) }.map(Some),
        (false, 0) => Some(None),
        (false, _) => None,
    }
}

/// Does a call have to make cells (3.10), after its arguments are bound?
#[inline(always)]
fn has_cells(code: &Code) -> bool {
    code.version == Version::V310 && !(code.cellvars.is_empty() && code.freevars.is_empty())
}

/// As [`begin_call`], for the calls whose arguments are not simply the parameters: those that
/// need nothing but filling up or collecting are made at once.
#[inline(never)]
unsafe fn begin_call_slowly(
    t: &Thread,
    callee: &Function,
    code: &Executable,
    function: Word,
    args: *mut Word,
    count: usize,
    names: &[Object],
) -> PyResult<*mut Frame> {
    // SAFETY: by the caller's promise.
    unsafe {
        if names.is_empty() {
            if let Some(defaults) = filling(t, callee, code, count) {
                let args = (args.cast_const(), count);
                return Ok(begin_in_room(t, callee, code, function, args, defaults));
            }
            if code.collects
                && let Some(frame) = begin_collecting(t, callee, code, function, (args, count))
            {
                return Ok(frame);
            }
        }
        begin_by_name(t, callee, code, function, (args, count), names)
    }
}

/// As [`begin_call`]: makes the frame first, then binds.
#[inline(never)]
unsafe fn begin_by_name(
    t: &Thread,
    callee: &Function,
    code: &Executable,
    function: Word,
    (args, count): (*mut Word, usize),
    names: &[Object],
) -> PyResult<*mut Frame> {
    // SAFETY: as for `begin_call`. The frame is cleared before it is popped; its locals
    // start out empty, so it can be cleared at any time.
    unsafe {
        let (globals, builtins) = (&raw const *callee.globals, &raw const *callee.builtins);
        let frame = match push_frame(t, code, function, globals, builtins) {
            Ok(frame) => frame,
            Err(raised) => return Err(give_up(0, args, count, raised)),
        };
        let (own, locals) = (code.code(), (*frame).locals());
        for place in 0..code.locals as usize {
            locals.add(place).write_volatile(0);
        }
        let given = count - names.len();
        let moved = if names.is_empty() && code.positional {
            move_arguments(callee, code, frame, args, count)
        } else if code.collects {
            move_and_collect(t, callee, code, locals, (args, given), names)
        } else {
            let by_name = (args.add(given).cast_const(), names);
            move_by_name(callee, own, locals, (args, given), by_name, None)
        };
        let bound = match moved {
            true if !has_cells(own) => return Ok(frame),
            true => Ok(()),
            false => bind_at_length(t, callee, own, locals, (args, count), names),
        };
        if let Err(raised) = bound.and_then(|()| make_cells(t, callee, own, locals)) {
            (*frame).clear();
            pop_frame(t, frame);
            return Err(raised);
        }
        Ok(frame)
    }
}

/// Binds what is not as it mostly is, or says what is wrong. The words are released.
///
/// # Safety
/// As for [`begin_call`]; the locals are empty.
#[cold]
#[inline(never)]
unsafe fn bind_at_length(
    t: &Thread,
    callee: &Function,
    code: &Code,
    locals: *mut Word,
    (args, count): (*mut Word, usize),
    names: &[Object],
) -> PyResult<()> {
    // SAFETY: by the caller's promise.
    unsafe {
        let values = Object::borrow_words(args, count);
        let binder = Binder {
            t,
            callee,
            code,
            locals,
        };
        let bound = binder.bind(values, names);
        for place in 0..count {
            release(args.add(place).read());
        }
        bound
    }
}

/// Moves arguments given by position and those given by `names` to their places, and fills up
/// with defaults. Keywords that name no parameter go to `others`, with references of their own.
/// False, and nothing has happened otherwise, if something is not as it mostly is: then
/// [`Binder`] says what is wrong, or does it at length.
///
/// # Safety
/// As for [`begin_call`]; the locals are empty, and there are as many `by_name` as `names`.
unsafe fn move_by_name(
    callee: &Function,
    code: &Code,
    locals: *mut Word,
    (args, given): (*const Word, usize),
    (by_name, names): (*const Word, &[Object]),
    others: Option<&Dict>,
) -> bool {
    let positional = code.argcount as usize;
    let parameters = positional + code.kwonlyargcount as usize;
    if given > positional {
        return false;
    }
    let defaults = callee.defaults.get();
    let defaults = defaults.as_ref().and_then(Object::downcast::<Tuple>);
    let defaults = defaults.map_or(&[][..], Tuple::items);
    let by_keyword = callee.keyword_defaults.get();
    let by_keyword = by_keyword.as_ref().and_then(Object::downcast::<Dict>);
    let first = positional.saturating_sub(defaults.len());
    let candidates = code.varnames.get(code.posonlyargcount as usize..parameters);
    // SAFETY: there is a place for each parameter. Until all have been found, the words are the
    // caller's: should one not be found, the places are emptied again.
    unsafe {
        for place in 0..given {
            locals.add(place).write(args.add(place).read());
        }
        let found = |(number, name): (usize, &Object)| {
            let value = by_name.add(number);
            let Some(place) = candidates?.iter().position(|own| own.object().is(name)) else {
                let name = Name::from_object(name)?;
                return others?
                    .set_name(name, Object::borrow_word(value).clone())
                    .ok();
            };
            let local = locals.add(code.posonlyargcount as usize + place);
            let free = local.read() == 0;
            local.write(value.read());
            free.then_some(())
        };
        let has_default = |place: usize| match place < positional {
            true => place >= first && defaults.len() <= positional,
            false => by_keyword.is_some_and(|own| own.get_name(&code.varnames[place]).is_some()),
        };
        let bound = names.iter().enumerate().try_for_each(found);
        let complete = bound.is_some()
            && (given..parameters).all(|place| locals.add(place).read() != 0 || has_default(place));
        if !complete {
            for place in 0..parameters {
                locals.add(place).write(0);
            }
            return false;
        }
        for place in given..parameters {
            if locals.add(place).read() == 0 {
                let default = match place < positional {
                    true => Some(defaults[place - first].clone()),
                    false => by_keyword.and_then(|own| own.get_name(&code.varnames[place])),
                };
                locals
                    .add(place)
                    .write(default.map_or(0, Object::into_word));
            }
        }
    }
    true
}

/// As [`move_by_name`], for a function that collects what is left over.
///
/// # Safety
/// As there; the values of `names` lie behind `given` others.
unsafe fn move_and_collect(
    t: &Thread,
    callee: &Function,
    code: &Executable,
    locals: *mut Word,
    (args, given): (*const Word, usize),
    names: &[Object],
) -> bool {
    let own = code.code();
    let moved = given.min(own.argcount as usize);
    // SAFETY: by the caller's promise. What is collected has references of its own, so that the
    // words are released when all is done; until then they are the caller's.
    unsafe {
        let (left_over, by_name) = (args.add(moved), args.add(given));
        let values = Object::borrow_words(left_over, given - moved);
        let collected = match code.flags.has(flags::VARARGS) {
            true => containers::tuple_of(t, values).map(Some),
            false => Ok(None),
        };
        let others = match code.flags.has(flags::VARKEYWORDS) {
            true => containers::dict(t).map(Some),
            false => Ok(None),
        };
        let (Ok(collected), Ok(others)) = (collected, others) else {
            return false;
        };
        let bound = (collected.is_some() || values.is_empty())
            && move_by_name(
                callee,
                own,
                locals,
                (args, moved),
                (by_name, names),
                others.as_deref(),
            );
        if !bound {
            return false;
        }
        for place in 0..values.len() {
            release(left_over.add(place).read());
        }
        if let Some(others) = others.as_deref() {
            release_collected(by_name, names, others);
        }
        let others = others.map(|others| others.into_object());
        let mut place = locals.add((own.argcount + own.kwonlyargcount) as usize);
        for object in [collected, others].into_iter().flatten() {
            place.write(object.into_word());
            place = place.add(1);
        }
    }
    true
}

/// Releases the values of those keywords of a call that lie in a dictionary now.
///
/// # Safety
/// There must be a word for each name, which owns a reference.
unsafe fn release_collected(values: *const Word, names: &[Object], others: &Dict) {
    if others.table.is_empty() {
        return;
    }
    for (number, name) in names.iter().enumerate() {
        if Name::from_object(name).is_some_and(|name| others.table.find_name(name).is_some()) {
            // SAFETY: by the caller's promise.
            unsafe { release(values.add(number).read()) };
        }
    }
}

/// Moves arguments given by position to their places, and fills up with defaults. False, and
/// nothing has happened, if there are too many or too few.
///
/// # Safety
/// As for [`begin_call`]; the frame's locals are empty, and all parameters are positional.
unsafe fn move_arguments(
    callee: &Function,
    code: &Executable,
    frame: *mut Frame,
    args: *mut Word,
    count: usize,
) -> bool {
    let parameters = code.arguments as usize;
    let defaults = callee.defaults.get();
    let defaults = defaults.as_ref().and_then(Object::downcast::<Tuple>);
    let defaults = defaults.map_or(&[][..], Tuple::items);
    let Some(missing) = parameters.checked_sub(count) else {
        return false;
    };
    let Some(first) = defaults.len().checked_sub(missing) else {
        return false;
    };
    // SAFETY: the frame has room for its parameters.
    unsafe {
        let locals = (*frame).locals();
        for place in 0..count {
            locals.add(place).write(args.add(place).read());
        }
        for (place, default) in defaults[first..].iter().enumerate() {
            locals.add(count + place).write(retain(default.word()));
        }
    }
    true
}

/// 3.10 makes the cells of a call before its first instruction.
pub(crate) unsafe fn make_cells(
    t: &Thread,
    callee: &Function,
    code: &Code,
    locals: *mut Word,
) -> PyResult<()> {
    if code.version != types::Version::V310 {
        return Ok(());
    }
    let first = code.nlocals as usize;
    for number in 0..code.cellvars.len() {
        let argument = code.cell2arg.get(number).copied().flatten();
        // SAFETY: an argument that is a cell moves from its place among the locals into
        // the cell; the places lie in the frame.
        unsafe {
            let value = argument.and_then(|argument| crate::take(locals.add(argument as usize)));
            let cell = Cell::new(t, value)?;
            locals
                .add(first + number)
                .write(cell.into_object().into_word());
        }
    }
    let first = first + code.cellvars.len();
    let closure = callee.closure.get();
    let cells = closure.as_ref().and_then(|cells| cells.downcast::<Tuple>());
    let cells = cells.map_or(&[][..], Tuple::items);
    if cells.len() != code.freevars.len() {
        return Err(t.system_error("the closure does not fit the code's free variables"));
    }
    for (number, cell) in cells.iter().enumerate() {
        // SAFETY: as above.
        unsafe { locals.add(first + number).write(retain(cell.word())) };
    }
    Ok(())
}

/// Binds values to the parameters of a function.
struct Binder<'a> {
    t: &'a Thread,
    callee: &'a Function,
    code: &'a Code,
    locals: *mut Word,
}

impl Binder<'_> {
    /// A place among the locals, all of which are empty to begin with.
    fn is_bound(&self, place: usize) -> bool {
        // SAFETY: places below the number of parameters lie among the locals.
        unsafe { self.locals.add(place).read() != 0 }
    }

    fn set(&self, place: usize, value: &Object) {
        // SAFETY: as above; the place is empty.
        unsafe { self.locals.add(place).write(retain(value.word())) };
    }

    fn bind(&self, values: &[Object], names: &[Object]) -> PyResult<()> {
        let positional = self.code.argcount as usize;
        let parameters = positional + self.code.kwonlyargcount as usize;
        let given = values.len() - names.len();
        let (plain, keywords) = values.split_at(given);
        for (place, value) in plain.iter().take(positional).enumerate() {
            self.set(place, value);
        }
        let mut next = parameters;
        let surplus = plain.get(positional..).unwrap_or(&[]);
        if self.code.flags.any(flags::VARARGS) {
            self.set(next, &containers::tuple_of(self.t, surplus)?);
            next += 1;
        }
        let mut others = None;
        if self.code.flags.any(flags::VARKEYWORDS) {
            let dict = containers::dict(self.t)?;
            self.set(next, dict.as_object());
            others = Some(dict);
        }
        for (name, value) in names.iter().zip(keywords) {
            self.bind_keyword(name, value, others.as_deref(), names)?;
        }
        if !surplus.is_empty() && !self.code.flags.any(flags::VARARGS) {
            return Err(self.too_many(given));
        }
        self.default_positional(given)?;
        self.default_keyword_only()
    }

    fn parameter(&self, name: &Object) -> PyResult<Option<usize>> {
        let parameters = (self.code.argcount + self.code.kwonlyargcount) as usize;
        let candidates = &self.code.varnames[..parameters];
        let first = self.code.posonlyargcount as usize;
        if let Some(place) = candidates[first..]
            .iter()
            .position(|own| own.object().is(name))
        {
            return Ok(Some(first + place));
        }
        if Name::from_object(name).is_some() {
            // Of two interned strings, none is like the other.
            return Ok(None);
        }
        for (place, own) in candidates.iter().enumerate().skip(first) {
            if self.t.equal(name, own.object())? {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }

    fn bind_keyword(
        &self,
        name: &Object,
        value: &Object,
        others: Option<&Dict>,
        names: &[Object],
    ) -> PyResult<()> {
        let function = || self.callee.qualified_name();
        let Some(text) = as_str(name) else {
            return Err(self
                .t
                .type_error(format!("{}() keywords must be strings", function())));
        };
        match (self.parameter(name)?, others) {
            (Some(place), _) if self.is_bound(place) => Err(self.t.type_error(format!(
                "{}() got multiple values for argument '{}'",
                function(),
                text.to_text()
            ))),
            (Some(place), _) => {
                self.set(place, value);
                Ok(())
            }
            (None, Some(others)) => {
                containers::dict_set(self.t, others, name.clone(), value.clone())
            }
            (None, None) => {
                self.positional_only_as_keyword(names)?;
                Err(self.t.type_error(format!(
                    "{}() got an unexpected keyword argument '{}'",
                    function(),
                    text.to_text()
                )))
            }
        }
    }

    fn positional_only_as_keyword(&self, names: &[Object]) -> PyResult<()> {
        let mut wrong = Vec::new();
        for own in &self.code.varnames[..self.code.posonlyargcount as usize] {
            for name in names {
                if self.t.equal(name, own.object())? {
                    wrong.push(own.to_string());
                }
            }
        }
        if wrong.is_empty() {
            return Ok(());
        }
        Err(self.t.type_error(format!(
            "{}() got some positional-only arguments passed as keyword arguments: '{}'",
            self.callee.qualified_name(),
            wrong.join(", ")
        )))
    }

    fn too_many(&self, given: usize) -> types::Raised {
        let positional = self.code.argcount as usize;
        let defaults = self.callee.defaults.get();
        let defaults = defaults
            .as_ref()
            .and_then(|d| d.downcast())
            .map_or(0, Tuple::len);
        let (plural, signature) = match defaults {
            0 => (positional != 1, positional.to_string()),
            _ => (
                true,
                format!(
                    "from {} to {positional}",
                    positional.saturating_sub(defaults)
                ),
            ),
        };
        let keyword_only = (0..self.code.kwonlyargcount as usize)
            .filter(|place| self.is_bound(positional + place))
            .count();
        let extra = match keyword_only {
            0 => String::new(),
            count => format!(
                " positional argument{} (and {count} keyword-only argument{})",
                if given == 1 { "" } else { "s" },
                if count == 1 { "" } else { "s" }
            ),
        };
        self.t.type_error(format!(
            "{}() takes {signature} positional argument{} but {given}{extra} {} given",
            self.callee.qualified_name(),
            if plural { "s" } else { "" },
            if given == 1 && extra.is_empty() {
                "was"
            } else {
                "were"
            }
        ))
    }

    fn default_positional(&self, given: usize) -> PyResult<()> {
        let positional = self.code.argcount as usize;
        if given >= positional {
            return Ok(());
        }
        let defaults = self.callee.defaults.get();
        let defaults = defaults
            .as_ref()
            .and_then(|defaults| defaults.downcast::<Tuple>());
        let defaults = defaults.map_or(&[][..], Tuple::items);
        let first = positional.saturating_sub(defaults.len());
        let missing: Vec<usize> = (given..first)
            .filter(|&place| !self.is_bound(place))
            .collect();
        if !missing.is_empty() {
            return Err(self.missing("positional", &missing));
        }
        // More defaults than parameters can be set by hand: the last ones count.
        let skipped = defaults.len().saturating_sub(positional);
        for (number, value) in defaults[skipped..].iter().enumerate() {
            if !self.is_bound(first + number) {
                self.set(first + number, value);
            }
        }
        Ok(())
    }

    fn default_keyword_only(&self) -> PyResult<()> {
        let first = self.code.argcount as usize;
        let mut missing = Vec::new();
        let defaults = self.callee.keyword_defaults.get();
        let defaults = defaults
            .as_ref()
            .and_then(|defaults| defaults.downcast::<Dict>());
        for place in first..first + self.code.kwonlyargcount as usize {
            if self.is_bound(place) {
                continue;
            }
            match defaults.and_then(|defaults| defaults.get_name(&self.code.varnames[place])) {
                Some(value) => self.set(place, &value),
                None => missing.push(place),
            }
        }
        match missing.is_empty() {
            true => Ok(()),
            false => Err(self.missing("keyword-only", &missing)),
        }
    }

    fn missing(&self, kind: &str, places: &[usize]) -> types::Raised {
        let mut names: Vec<String> = Vec::new();
        for &place in places {
            names.push(format!("'{}'", self.code.varnames[place]));
        }
        let list = match &names[..] {
            [one] => one.clone(),
            [first, second] => format!("{first} and {second}"),
            [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
            [] => String::new(),
        };
        self.t.type_error(format!(
            "{}() missing {} required {kind} argument{}: {list}",
            self.callee.qualified_name(),
            names.len(),
            if names.len() == 1 { "" } else { "s" }
        ))
    }
}

/// The `call` slot of functions: for calls from native code.
pub(crate) fn call_function(t: &Thread, callable: &Object, args: Args<'_>) -> PyResult {
    let count = args.values().len();
    // SAFETY: the caller found this slot on the function's type, so it is a function. The
    // frame owns what is copied into it; it is complete.
    unsafe {
        let callee = callable.payload_unchecked::<Function>();
        if args.names().is_empty()
            && let Some(code) = room_for_simple(t, callee, count)
            && !code.makes_generator
        {
            let words = args.values().as_ptr().cast::<Word>();
            for place in 0..count {
                retain(words.add(place).read());
            }
            let function = retain(callable.word());
            let frame = begin_in_room(t, callee, code, function, (words, count), &[]);
            return (code.run)(t, frame, None);
        }
    }
    // Up to eight arguments need no allocation.
    let mut few = [0; 8];
    let mut many = Vec::new();
    let words: &mut [Word] = if count <= few.len() {
        &mut few
    } else {
        many.resize(count, 0);
        &mut many
    };
    for (word, value) in words.iter_mut().zip(args.values()) {
        *word = value.clone().into_word();
    }
    // SAFETY: the caller found this slot on the function's type, so it is a function; the
    // words were made owned above. The frame is complete.
    unsafe {
        let function = retain(callable.word());
        let frame = begin_call(t, function, words.as_mut_ptr(), count, args.names())?;
        if (*frame).executable().makes_generator {
            return suspend_new(t, frame);
        }
        ((*frame).executable().run)(t, frame, None)
    }
}
