//! Tabs (one thing in two versions) and side notes.

use anyhow::{Result, bail};

use super::args::{Token, tokens};
use super::listing::escape;

/// `{{#tabs}}`, `{{#tab NAME}}` before each, `{{#endtabs}}`. Without a script they stand one
/// after the other, each under its name.
#[derive(Debug, Default)]
pub struct Tabs {
    open: Option<usize>,
}

impl Tabs {
    /// Expands one of the three.
    ///
    /// # Errors
    /// When they come in another order, or a tab has no name.
    pub fn expand(&mut self, name: &str, args: &str) -> Result<String> {
        match (name, self.open) {
            ("tabs", None) => {
                self.open = Some(0);
                Ok("<div class=\"tabs\">\n".to_owned())
            }
            ("tab", Some(before)) => {
                self.open = Some(before + 1);
                let end = if before > 0 { "\n</section>\n" } else { "" };
                let name = tab_name(args)?;
                Ok(format!(
                    "{end}<section class=\"tab\" data-tab=\"{name}\" aria-label=\"{name}\">\n\
                     <p class=\"tab-name\">{name}</p>\n"
                ))
            }
            ("endtabs", Some(before)) if before > 1 => {
                self.open = None;
                Ok("\n</section>\n</div>\n".to_owned())
            }
            ("endtabs", Some(_)) => bail!("it needs two tabs or more"),
            ("tabs", Some(_)) => bail!("the tabs before it are still open"),
            _ => bail!("there is no {{{{#tabs}}}} before it"),
        }
    }

    /// Whether everything was closed.
    ///
    /// # Errors
    /// When it was not.
    pub fn end(&self) -> Result<()> {
        match self.open {
            None => Ok(()),
            Some(_) => bail!("{{{{#tabs}}}} without {{{{#endtabs}}}}"),
        }
    }
}

fn tab_name(args: &str) -> Result<String> {
    match tokens(args)?.as_slice() {
        [Token::Word(name) | Token::Quoted(name)] => Ok(escape(name)),
        _ => bail!("a tab has one name"),
    }
}

/// `{{#note …}}` inside a paragraph: beside it where there is room, in it where there is not.
pub fn note(text: &str) -> String {
    format!(
        "<small class=\"sidenote\" role=\"note\">{}</small>",
        text.trim()
    )
}
