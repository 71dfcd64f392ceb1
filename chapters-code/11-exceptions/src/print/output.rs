//! Where is the text put together that is printed?
#![forbid(unsafe_code)]

use objects::Object;
use strings::Builder;
use types::{PyResult, Thread, as_str};

/// Text that grows.
#[derive(Default)]
pub(crate) struct Output(Option<Builder>);

impl Output {
    fn builder(&mut self) -> &mut Builder {
        self.0.get_or_insert_with(Builder::new)
    }

    /// Adds text.
    pub(crate) fn text(&mut self, text: &str) {
        self.builder().push_text(text);
    }

    /// Adds a string.
    pub(crate) fn object(&mut self, text: &Object) -> PyResult<()> {
        match as_str(text) {
            Some(text) => self.builder().push_str(text),
            None => Ok(()),
        }
    }

    /// Adds characters.
    pub(crate) fn chars(&mut self, chars: &[u32]) {
        let builder = self.builder();
        chars.iter().for_each(|&char| builder.push(char));
    }

    /// The whole as a string.
    pub(crate) fn finish(self, t: &Thread) -> PyResult {
        match self.0 {
            Some(builder) => builder.finish(t),
            None => t.empty_str(),
        }
    }
}
