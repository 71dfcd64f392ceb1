//! How does a native function name its parameters? [`Parameters`] says, and
//! [`Thread::arguments`] sorts the arguments of a call into them (`_PyArg_UnpackKeywords`).
#![forbid(unsafe_code)]

use crate::raised::{PyResult, Raised};
use crate::slots::Args;
use crate::string::as_str;
use crate::thread::Thread;
use objects::Object;

/// The parameters of a native function.
pub struct Parameters {
    /// The function's name, for messages.
    pub function: &'static str,
    /// Their names; those that can be given by position only come first and are empty.
    pub names: &'static [&'static str],
    /// How many must be given.
    pub required: usize,
    /// How many can be given by position.
    pub positional: usize,
}

impl Parameters {
    /// Parameters that can all be given by position or by name, of which `required` must be.
    pub const fn new(
        function: &'static str,
        names: &'static [&'static str],
        required: usize,
    ) -> Parameters {
        Parameters {
            function,
            names,
            required,
            positional: names.len(),
        }
    }

    fn positional_only(&self) -> usize {
        self.names.iter().take_while(|name| name.is_empty()).count()
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

impl Thread {
    /// Sorts arguments into the places of their parameters. `N` is their number.
    pub fn arguments<'a, const N: usize>(
        &self,
        parameters: &Parameters,
        args: Args<'a>,
    ) -> PyResult<[Option<&'a Object>; N]> {
        let mut places = [None; N];
        let plain = args.plain();
        self.check_numbers(parameters, plain.len(), args.names().len())?;
        for (place, argument) in places.iter_mut().zip(plain) {
            *place = Some(argument);
        }
        let mut misplaced = Ok(());
        for (name, value) in args.keywords() {
            let placed = self.place_keyword(parameters, &mut places, plain.len(), name, value);
            misplaced = misplaced.and(placed);
        }
        for (at, name) in parameters
            .names
            .iter()
            .take(parameters.required)
            .enumerate()
        {
            if places.get(at).is_some_and(Option::is_none) {
                let function = parameters.function;
                let at = at + 1;
                return Err(self.type_error(format!(
                    "{function}() missing required argument '{name}' (pos {at})"
                )));
            }
        }
        // What is missing is told before what is too much.
        misplaced.map(|()| places)
    }

    fn place_keyword<'a>(
        &self,
        parameters: &Parameters,
        places: &mut [Option<&'a Object>],
        plain: usize,
        name: &Object,
        value: &'a Object,
    ) -> PyResult<()> {
        let function = parameters.function;
        let text = as_str(name).map(|name| name.to_text()).unwrap_or_default();
        let known = |known: &&str| !known.is_empty() && **known == *text;
        let at = parameters.names.iter().position(known);
        let Some((at, place)) = at.and_then(|at| Some((at, places.get_mut(at)?))) else {
            return Err(self.type_error(format!(
                "'{text}' is an invalid keyword argument for {function}()"
            )));
        };
        if at < plain || place.is_some() {
            let at = at + 1;
            return Err(self.type_error(format!(
                "argument for {function}() given by name ('{text}') and position ({at})"
            )));
        }
        *place = Some(value);
        Ok(())
    }

    fn check_numbers(&self, of: &Parameters, plain: usize, keywords: usize) -> PyResult<()> {
        let (total, most) = (plain + keywords, of.names.len());
        if total > most {
            let bound = if of.required < most {
                "at most"
            } else {
                "exactly"
            };
            let kind = if plain == 0 { "keyword " } else { "" };
            return Err(self.wrong_number(of, bound, most, kind, total));
        }
        if plain > of.positional {
            if of.positional == 0 {
                let message = format!("{}() takes no positional arguments", of.function);
                return Err(self.type_error(message));
            }
            let bound = if of.required < of.positional {
                "at most"
            } else {
                "exactly"
            };
            return Err(self.wrong_number(of, bound, of.positional, "positional ", plain));
        }
        let least = of.required.min(of.positional_only());
        if plain < least {
            let bound = if least < of.positional {
                "at least"
            } else {
                "exactly"
            };
            return Err(self.wrong_number(of, bound, least, "positional ", plain));
        }
        Ok(())
    }

    #[cold]
    fn wrong_number(
        &self,
        of: &Parameters,
        bound: &str,
        limit: usize,
        kind: &str,
        given: usize,
    ) -> Raised {
        let (function, s) = (of.function, plural(limit));
        self.type_error(format!(
            "{function}() takes {bound} {limit} {kind}argument{s} ({given} given)"
        ))
    }
}
