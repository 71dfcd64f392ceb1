//! Figures: SVG files, put into the page so that they follow its colours.

use std::fs;

use anyhow::{Context, Result, bail};

use super::args::{Token, tokens};
use super::directives::PageContext;
use super::listing::escape;

/// `{{#figure FILE "CAPTION"}}`, FILE relative to the page.
///
/// # Errors
/// When the file is not there, has no text for screen readers, or the caption asks nothing.
pub fn figure(context: &mut PageContext<'_>, args: &str) -> Result<String> {
    let parts = tokens(args)?;
    let [Token::Word(file), Token::Quoted(caption)] = parts.as_slice() else {
        bail!("write {{{{#figure figures/NAME.svg \"A question that the picture answers?\"}}}}");
    };
    if !caption.contains('?') {
        bail!("a caption asks a question that the picture answers");
    }
    let folder = context
        .repo
        .src()
        .join(context.path.parent().unwrap_or(context.path));
    let svg = fs::read_to_string(folder.join(file)).with_context(|| format!("no figure {file}"))?;
    let number = context.next_figure();
    let svg = prepare(&svg, &format!("f{number}-"))?;
    Ok(format!(
        "<figure class=\"figure\" id=\"figure-{number}\">\n<div class=\"picture\">\n{svg}</div>\n\
         <figcaption><span class=\"number\">Figure {number}</span> {}</figcaption>\n</figure>\n",
        escape(caption)
    ))
}

/// Makes a file into a part of a page: no prologue, no empty lines (they would end the
/// HTML block), and names that no other figure has.
fn prepare(svg: &str, prefix: &str) -> Result<String> {
    let start = svg.find("<svg").context("it is not an SVG file")?;
    for needed in ["<title", "viewBox=", "role=\"img\""] {
        if !svg.contains(needed) {
            bail!("the figure has no {needed}");
        }
    }
    let svg = svg[start..]
        .replace(" id=\"", &format!(" id=\"{prefix}"))
        .replace("url(#", &format!("url(#{prefix}"))
        .replace("href=\"#", &format!("href=\"#{prefix}"))
        .replace("aria-labelledby=\"", &format!("aria-labelledby=\"{prefix}"));
    let mut text = String::new();
    for line in svg.lines().filter(|line| !line.trim().is_empty()) {
        text.push_str(line.trim_start());
        text.push('\n');
    }
    Ok(text)
}
