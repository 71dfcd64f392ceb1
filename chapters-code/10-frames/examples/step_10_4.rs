//! Fourth step: which argument goes to which parameter?

/// What a function says of its parameters: positional ones first, then those that can only
/// be named, as in a code object.
pub struct Parameters {
    /// Whose.
    pub function: &'static str,
    /// Their names.
    pub names: &'static [&'static str],
    /// How many can be passed by position.
    pub positional: usize,
    /// For the last of the positional parameters.
    pub defaults: &'static [&'static str],
    /// Is there a `*rest`?
    pub rest: bool,
}

/// `def f(a, b, c=3, *, d)`
pub const F: Parameters = Parameters {
    function: "f",
    names: &["a", "b", "c", "d"],
    positional: 3,
    defaults: &["3"],
    rest: false,
};

type Locals = Vec<Option<String>>;

impl Parameters {
    /// The locals of a call. The order of the four passes is CPython's, and decides which of
    /// several mistakes is reported.
    pub fn bind(&self, values: &[&str], keywords: &[(&str, &str)]) -> Result<Locals, String> {
        let mut locals = vec![None; self.names.len()];
        self.place_positional(values, &mut locals);
        self.place_keywords(keywords, &mut locals)?;
        if values.len() > self.positional && !self.rest {
            return Err(format!(
                "{}() takes fewer than {} arguments",
                self.function,
                values.len()
            ));
        }
        self.place_defaults(&mut locals);
        self.find_missing(&locals)?;
        Ok(locals)
    }

    fn place_positional(&self, values: &[&str], locals: &mut Locals) {
        for (place, value) in values.iter().take(self.positional).enumerate() {
            locals[place] = Some(value.to_string());
        }
    }

    fn place_keywords(&self, keywords: &[(&str, &str)], locals: &mut Locals) -> Result<(), String> {
        for (name, value) in keywords {
            let Some(place) = self.names.iter().position(|own| own == name) else {
                return Err(format!(
                    "{}() got an unexpected keyword argument '{name}'",
                    self.function
                ));
            };
            if locals[place].is_some() {
                return Err(format!(
                    "{}() got multiple values for argument '{name}'",
                    self.function
                ));
            }
            locals[place] = Some(value.to_string());
        }
        Ok(())
    }

    fn place_defaults(&self, locals: &mut Locals) {
        let first = self.positional - self.defaults.len();
        for (place, value) in (first..).zip(self.defaults) {
            locals[place].get_or_insert_with(|| value.to_string());
        }
    }

    fn find_missing(&self, locals: &Locals) -> Result<(), String> {
        match locals.iter().position(Option::is_none) {
            None => Ok(()),
            Some(place) => Err(format!(
                "{}() misses '{}'",
                self.function, self.names[place]
            )),
        }
    }
}

/// A call, as it is written, and what comes of it.
pub fn show(values: &[&str], keywords: &[(&str, &str)]) -> String {
    let mut call: Vec<String> = values.iter().map(|value| value.to_string()).collect();
    call.extend(
        keywords
            .iter()
            .map(|(name, value)| format!("{name}={value}")),
    );
    let result = match F.bind(values, keywords) {
        Ok(locals) => locals.into_iter().flatten().collect::<Vec<_>>().join(" "),
        Err(message) => message,
    };
    format!("f({:<19} {result}", call.join(", ") + ")")
}

fn main() {
    println!("{}", show(&["1", "2"], &[("d", "4")]));
    println!("{}", show(&["1"], &[("d", "4"), ("b", "5"), ("c", "6")]));
    println!("{}", show(&["1"], &[("a", "5"), ("d", "4")]));
    println!("{}", show(&["1", "2", "3", "4"], &[("e", "5")]));
    println!("{}", show(&["1"], &[("d", "4")]));
}
