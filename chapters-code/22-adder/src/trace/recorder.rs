//! Who writes the steps down? A [`Recorder`], the watcher of the thread.

use super::code::{SeenCode, place};
use super::show::Shown;
use super::{SCHEMA, source};
use crate::options::Trace;
use eval_loop::watch::{FrameView, View, Watcher, Watching};
use frames::BlockKind;
use instructions::definition;
use objects::Object;
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use types::{Dict, PyResult, Str, Thread, as_str};

/// Writes down what it is shown.
pub struct Recorder {
    options: Trace,
    written: Rc<RefCell<Vec<u8>>>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    file: String,
    source: Vec<String>,
    values: Vec<Value>,
    numbers: HashMap<(String, String), usize>,
    codes: Vec<SeenCode>,
    steps: Vec<Value>,
    last: Map<String, Value>,
    left_out: u64,
    /// Which call of the first function was begun last.
    calls_begun: usize,
    /// How many frames there are in the call that is recorded.
    inside: Option<usize>,
    /// How many frames there were before the last instruction, and whether it is a jump.
    before: (usize, bool),
}

impl Recorder {
    /// One that has seen nothing; `written` is what the program writes.
    pub fn new(options: Trace, written: Rc<RefCell<Vec<u8>>>) -> Recorder {
        Recorder {
            options,
            written,
            state: RefCell::default(),
        }
    }

    /// Watches a thread: what runs of the code of `file`.
    pub fn watch(self: &Rc<Self>, t: &Thread, file: &str) {
        let mut state = self.state.borrow_mut();
        state.file = file.to_owned();
        state.source = source(t, file);
        let watcher: Rc<dyn Watcher> = Rc::clone(self) as Rc<dyn Watcher>;
        t.extension::<Watching>().set(Some(watcher));
    }

    /// Watches no longer.
    pub fn rest(&self, t: &Thread) {
        t.extension::<Watching>().set(None);
    }

    /// What was recorded, as one text.
    pub fn recording(&self, t: &Thread, file: &str, end: &str) -> String {
        let mut state = self.state.take();
        let codes: Vec<Value> = state.codes.iter_mut().map(|c| c.entry.take()).collect();
        let output = String::from_utf8_lossy(&self.written.borrow()).into_owned();
        json!({
            "schema": SCHEMA,
            "version": t.version.to_string(),
            "file": file,
            "source": state.source,
            "values": state.values,
            "codes": codes,
            "steps": state.steps,
            "output": output,
            "end": end,
            "left_out": state.left_out,
        })
        .to_string()
    }

    fn wants(&self, state: &State, frame: &FrameView<'_>) -> bool {
        let code = frame.code();
        let names = &self.options.functions;
        code.filename.to_text() == state.file
            && (names.is_empty() || names.contains(&code.name.to_text()))
    }

    fn step(&self, t: &Thread, view: &View<'_>, state: &mut State) -> PyResult<()> {
        let running = view.running();
        let Some(code) = state.code(t, &running)? else {
            return Ok(());
        };
        let Some(at) = state.codes[code].instruction_at(view.offset()) else {
            return Ok(());
        };
        let calls = state.calls(t, view)?;
        let stack: Vec<Value> = view
            .stack()
            .map(|object| self.value(t, object, state))
            .collect();
        let mut now = Map::new();
        now.insert("code".into(), code.into());
        now.insert("at".into(), at.into());
        now.insert("calls".into(), calls);
        now.insert("locals".into(), self.locals(t, &running, state));
        now.insert("stack".into(), stack.into());
        now.insert("blocks".into(), blocks(view));
        now.insert("output".into(), self.characters().into());
        let changes = [
            ("quick", state.codes[code].rewritten(running.executable())),
            ("caches", state.codes[code].refilled(running.executable())),
        ];
        state.push(now, changes);
        Ok(())
    }

    /// How many characters have been written.
    fn characters(&self) -> usize {
        let written = self.written.borrow();
        // Of a character of several bytes, the first is none that continues.
        written.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
    }

    fn locals(&self, t: &Thread, frame: &FrameView<'_>, state: &mut State) -> Value {
        let mut found = Vec::new();
        match frame.namespace() {
            None => {
                for (name, object) in frame.locals() {
                    let value = self.value(t, object, state);
                    found.push(json!([name.str().to_text(), value]));
                }
            }
            Some(namespace) => {
                let Some(dict) = namespace.downcast::<Dict>() else {
                    return Value::Array(found);
                };
                let mut place = 0;
                while let Some((key, value)) = dict.table.next(&mut place) {
                    let name = as_str(&key).map(Str::to_text).unwrap_or_default();
                    if !name.starts_with("__") {
                        let value = self.value(t, Some(&value), state);
                        found.push(json!([name, value]));
                    }
                }
            }
        }
        found.into()
    }

    fn value(&self, t: &Thread, object: Option<&Object>, state: &mut State) -> Value {
        let Some(object) = object else {
            return (-1).into();
        };
        let shown = Shown::of(t, object, self.options.max_repr);
        let number = state.number(shown);
        match self.options.counts {
            false => number.into(),
            true => json!([number, object.reference_count()]),
        }
    }
}

impl Watcher for Recorder {
    fn before(&self, t: &Thread, view: &View<'_>) -> PyResult<()> {
        // Nothing of the program runs while a step is written, so nobody else holds this.
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return Ok(());
        };
        if let Some(call) = self.options.call
            && !state.inside_call(call, view, self.options.functions.first())
        {
            return Ok(());
        }
        if !self.wants(&state, &view.running()) {
            return Ok(());
        }
        if state.steps.len() >= self.options.max_steps {
            state.left_out += 1;
            return Ok(());
        }
        self.step(t, view, &mut state)
    }
}

impl State {
    /// Counts the calls of a function; whether it is in the wanted one, or in what that calls.
    fn inside_call(&mut self, wanted: usize, view: &View<'_>, name: Option<&String>) -> bool {
        let (running, depth) = (view.running(), view.frames().count());
        let (depth_before, jumped) = self.before;
        // A loop may turn at the first instruction; a call comes there otherwise.
        let begins = view.offset() == 0 && (depth != depth_before || !jumped);
        self.before = (depth, is_jump(&running, view.offset()));
        if self.inside.is_some_and(|within| depth < within) {
            self.inside = None;
        }
        let code = running.code();
        let is_it = name.is_some_and(|name| *name == code.name.to_text())
            && code.filename.to_text() == self.file;
        if begins && is_it {
            self.calls_begun += 1;
            match self.inside {
                None if self.calls_begun == wanted => self.inside = Some(depth),
                // Another call from the same place.
                Some(within) if within == depth => self.inside = None,
                _ => (),
            }
        }
        self.inside.is_some()
    }

    /// The number of a frame's code object.
    fn code(&mut self, t: &Thread, frame: &FrameView<'_>) -> PyResult<Option<usize>> {
        let code = frame.code();
        let known = |seen: &SeenCode| std::ptr::eq(&raw const *seen.code, code);
        if let Some(number) = self.codes.iter().position(known) {
            return Ok(Some(number));
        }
        let Some(owned) = frame.function().map(frames::Function::code) else {
            return Ok(None);
        };
        if !std::ptr::eq(&raw const *owned, code) {
            // The function was given other code while this runs.
            return Ok(None);
        }
        self.codes.push(SeenCode::new(t, owned, &self.source)?);
        Ok(Some(self.codes.len() - 1))
    }

    /// The frames of the program's own file, from the outermost.
    fn calls(&mut self, t: &Thread, view: &View<'_>) -> PyResult<Value> {
        let mut calls = Vec::new();
        for (depth, frame) in view.frames().enumerate() {
            if frame.code().filename.to_text() != self.file {
                continue;
            }
            let offset = match depth {
                0 => view.offset(),
                _ => frame.offset(),
            };
            let (line, _) = place(frame.code(), offset * 2, &self.source);
            let Some(code) = self.code(t, &frame)? else {
                continue;
            };
            calls.push(json!([code, line]));
        }
        calls.reverse();
        Ok(calls.into())
    }

    fn number(&mut self, shown: Shown) -> usize {
        let Shown { kind, text } = shown;
        let values = &mut self.values;
        *self
            .numbers
            .entry((kind, text))
            .or_insert_with_key(|(kind, text)| {
                values.push(json!([kind, text]));
                values.len() - 1
            })
    }

    /// Keeps of a step what is not as it was.
    fn push(&mut self, now: Map<String, Value>, changes: [(&str, Vec<Value>); 2]) {
        let mut step = Map::new();
        for (name, value) in &now {
            if self.last.get(name) != Some(value) {
                step.insert(name.clone(), value.clone());
            }
        }
        for (name, changed) in changes {
            if !changed.is_empty() {
                step.insert(name.into(), changed.into());
            }
        }
        self.last = now;
        self.steps.push(step.into());
    }
}

/// Whether a jump stands at a code unit.
fn is_jump(frame: &FrameView<'_>, unit: usize) -> bool {
    let now = frame.executable().units().get(unit);
    let row = now.and_then(|now| definition(frame.code().version, now.get() as u8));
    row.is_some_and(|row| row.operand.is_jump())
}

fn blocks(view: &View<'_>) -> Value {
    let kind = |kind| match kind {
        BlockKind::Finally => "try",
        BlockKind::Handler => "handling",
    };
    let blocks = view.blocks().into_iter();
    blocks
        .map(|block| json!([kind(block.kind), block.handler * 2, block.level]))
        .collect::<Vec<_>>()
        .into()
}
