//! Listings: source with a caption that says where it is from.

use std::fs;

use anyhow::{Context, Result, bail};

use super::args::{self, ListingArgs};
use super::directives::PageContext;
use crate::code::excerpt::{self, Excerpt, Wanted};
use crate::code::place;

/// `{{#listing FILE ITEM …}}`.
///
/// # Errors
/// When what it names is not there.
pub fn listing(context: &mut PageContext<'_>, written: &str) -> Result<String> {
    let args = args::listing(written)?;
    let excerpt = excerpt::cut(context.repo, &args.wanted)?;
    let number = context.next_listing();
    let caption = caption(context, &args, &excerpt, &number);
    let body = body(&excerpt.text, language(&args.wanted.file), args.open_lines);
    Ok(framed(
        &format!("listing-{number}"),
        "listing",
        &body,
        &caption,
    ))
}

/// `{{#trybuild FILE}}`: a program that must not compile, and what the compiler says.
///
/// # Errors
/// When the case or its recorded message is not there.
pub fn trybuild(context: &mut PageContext<'_>, written: &str) -> Result<String> {
    let args = args::listing(written)?;
    let excerpt = excerpt::cut(context.repo, &args.wanted)?;
    let recorded = excerpt.place.file.with_extension("stderr");
    let message = fs::read_to_string(&recorded)
        .with_context(|| format!("no recorded message {}", recorded.display()))?;
    let number = context.next_listing();
    let caption = format!(
        "{} <em>This does not compile:</em>",
        caption(context, &args, &excerpt, &number)
    );
    let shown = fenced(&excerpt.text, language(&args.wanted.file));
    let says = fenced(&message, "text");
    let id = format!("listing-{number}");
    Ok(format!(
        "{}\n{says}",
        framed(&id, "listing fails", &shown, &caption)
    ))
}

/// `{{#item FILE ITEM}}` inside a line: the item's name, linked to its source.
///
/// # Errors
/// When the item is not there.
pub fn item_link(context: &mut PageContext<'_>, written: &str) -> Result<String> {
    let wanted = args::listing(written)?.wanted;
    let excerpt = excerpt::cut(context.repo, &wanted)?;
    let link = context.link_to(&excerpt.place, *excerpt.lines.start());
    let name = wanted.item.unwrap_or(excerpt.place.shown);
    Ok(format!("[`{name}`]({link})"))
}

/// A whole file, with `label` for its caption.
///
/// # Errors
/// When the file is not there.
pub fn whole_file(context: &mut PageContext<'_>, file: &str, label: &str) -> Result<String> {
    let place = place::resolve(context.repo, file)?;
    let wanted = Wanted {
        file: file.to_owned(),
        item: None,
        arm: None,
        between: None,
        nodoc: false,
    };
    let excerpt = excerpt::cut(context.repo, &wanted)?;
    let link = context.link_to(&place, 1);
    let caption = format!("{label}: <a href=\"{link}\">{}</a>", place.shown);
    Ok(framed(
        "",
        "listing",
        &body(&excerpt.text, language(file), usize::MAX),
        &caption,
    ))
}

fn caption(
    context: &mut PageContext<'_>,
    args: &ListingArgs,
    excerpt: &Excerpt,
    number: &str,
) -> String {
    let link = context.link_to(&excerpt.place, *excerpt.lines.start());
    let file = format!("<a href=\"{link}\">{}</a>", excerpt.place.shown);
    let mut caption = format!("<span class=\"number\">Listing {number}</span> ");
    if let Some(text) = &args.caption {
        caption.push_str(&format!("{} ", escape(text)));
    }
    if let Some(item) = &args.wanted.item {
        let arm = args
            .wanted
            .arm
            .as_ref()
            .map(|arm| format!("<code>{}</code> in ", escape(arm)));
        let arm = arm.unwrap_or_default();
        caption.push_str(&format!("{arm}<code>{}</code>, ", escape(item)));
    }
    caption.push_str(&file);
    caption
}

fn body(text: &str, language: &str, open_lines: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    // A fold that hides two or three lines costs the reader more than it saves.
    if lines.len() <= open_lines.saturating_add(3) {
        return fenced(text, language);
    }
    let (open, folded) = lines.split_at(open_lines);
    format!(
        "{}\n<details class=\"rest\"><summary>{} more lines</summary>\n\n{}\n</details>\n",
        fenced(&open.join("\n"), language),
        folded.len(),
        fenced(&folded.join("\n"), language)
    )
}

/// A fence longer than any in the text.
pub fn fenced(text: &str, language: &str) -> String {
    let longest = text
        .lines()
        .map(|l| l.trim_start().chars().take_while(|c| *c == '`').count());
    let fence = "`".repeat(longest.max().unwrap_or(0).max(2) + 1);
    format!(
        "{fence}{language}\n{}\n{fence}\n",
        text.trim_end_matches('\n')
    )
}

fn framed(id: &str, class: &str, body: &str, caption: &str) -> String {
    let id = if id.is_empty() {
        String::new()
    } else {
        format!(" id=\"{id}\"")
    };
    format!(
        "<figure class=\"{class}\"{id}>\n<figcaption>{caption}</figcaption>\n\n{body}\n</figure>\n"
    )
}

/// The language that a file is coloured as.
pub fn language(file: &str) -> &'static str {
    match file.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "rs" => "rust",
        "py" => "python",
        "toml" => "toml",
        _ => "text",
    }
}

/// Text for HTML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Refuses arguments that are not `count` words.
///
/// # Errors
/// When there are more or fewer.
pub fn words<'a>(args: &'a str, what: &[&str]) -> Result<Vec<&'a str>> {
    let words: Vec<&str> = args.split_whitespace().collect();
    if words.len() != what.len() {
        bail!("it needs {}", what.join(" and "));
    }
    Ok(words)
}
