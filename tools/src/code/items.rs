//! The items of a Rust file, and the names by which a chapter can ask for them.

use std::ops::RangeInclusive;

use anyhow::{Context, Result, bail};
use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Attribute, ImplItem, Item, ItemImpl, TraitItem, Type};

/// A range of lines, counted from 1.
pub type Lines = RangeInclusive<usize>;

/// A parsed Rust file.
pub struct Source {
    /// The text.
    pub text: String,
    file: syn::File,
}

/// Something that a listing can show.
pub struct Entry<'a> {
    /// Its names, without spaces: `Frame::push`, `<FrameasDrop>::drop`, …
    pub names: Vec<String>,
    /// Its lines, with attributes and doc comments.
    pub lines: Lines,
    /// The lines of its own doc comments.
    pub docs: Vec<Lines>,
    /// The first paragraph of its documentation, in one line.
    pub summary: String,
    /// The syntax itself.
    pub node: Node<'a>,
}

/// The syntax under an entry.
#[derive(Clone, Copy)]
pub enum Node<'a> {
    /// An item of a file, a module.
    Item(&'a Item),
    /// An item of an impl block, with the block.
    Impl(&'a ItemImpl, &'a ImplItem),
    /// An item of a trait.
    Trait(&'a TraitItem),
    /// A variant or a field.
    Member,
}

impl Source {
    /// Parses Rust source.
    ///
    /// # Errors
    /// When it is not Rust.
    pub fn parse(text: String) -> Result<Source> {
        let file = syn::parse_file(&text).context("cannot be parsed as Rust")?;
        Ok(Source { text, file })
    }

    /// Every entry of the file.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        add_items(&self.file.items, "", &mut entries);
        entries
    }

    /// The one entry that `name` names: `Frame::push`, `impl Drop for Frame`,
    /// `<Frame as Drop>::drop`, `tests::it_works`; `impl Frame#2` is the second of several.
    ///
    /// # Errors
    /// When none or several match; the message lists what there is.
    pub fn find(&self, name: &str) -> Result<Entry<'_>> {
        let (wanted, nth) = match name.rsplit_once('#') {
            Some((name, nth)) => (name, Some(nth.parse::<usize>().context("after `#`")?)),
            None => (name, None),
        };
        let wanted = squeeze(wanted);
        let mut entries = self.entries();
        let close = suggestions(&entries, &wanted);
        entries.retain(|entry| entry.names.contains(&wanted));
        match (nth, entries.len()) {
            (None, 1) => Ok(entries.remove(0)),
            (Some(nth), count) if (1..=count).contains(&nth) => Ok(entries.remove(nth - 1)),
            (_, 0) if close.is_empty() => bail!("it holds no item `{name}`"),
            (_, 0) => bail!(
                "it holds no item `{name}`; it does hold {}",
                close.join(", ")
            ),
            (_, count) => {
                let lines: Vec<String> = entries
                    .iter()
                    .map(|e| e.lines.start().to_string())
                    .collect();
                bail!(
                    "`{name}` is {count} items, at lines {}: name one in full \
                     (`<Type as Trait>::method`) or add #1, #2, …",
                    lines.join(", ")
                )
            }
        }
    }
}

/// The lines of the one arm of a `match` in `entry` whose pattern is `pattern`: all of
/// it, one of its alternatives, or its path without fields and without what leads to it.
///
/// # Errors
/// When none or several match.
pub fn find_arm(entry: &Entry<'_>, pattern: &str) -> Result<Lines> {
    let mut arms = Arms {
        wanted: squeeze(pattern),
        found: Vec::new(),
        seen: Vec::new(),
    };
    match entry.node {
        Node::Item(item) => arms.visit_item(item),
        Node::Impl(_, item) => arms.visit_impl_item(item),
        Node::Trait(item) => arms.visit_trait_item(item),
        Node::Member => {}
    }
    match arms.found.as_slice() {
        [lines] => Ok(lines.clone()),
        [] if arms.seen.is_empty() => bail!("it has no match with arms"),
        [] => bail!(
            "no arm matches `{pattern}`; there are: {}",
            arms.seen.join(", ")
        ),
        several => bail!("{} arms match `{pattern}`", several.len()),
    }
}

struct Arms {
    wanted: String,
    found: Vec<Lines>,
    seen: Vec<String>,
}

impl<'a> Visit<'a> for Arms {
    fn visit_arm(&mut self, arm: &'a syn::Arm) {
        if pattern_names(&arm.pat).contains(&self.wanted) {
            self.found.push(lines_of(arm.span()));
        }
        self.seen.push(format!("`{}`", arm.pat.to_token_stream()));
        syn::visit::visit_arm(self, arm);
    }
}

fn pattern_names(pattern: &syn::Pat) -> Vec<String> {
    let mut names = vec![squeeze(&pattern.to_token_stream().to_string())];
    let path = match pattern {
        syn::Pat::Or(or) => {
            names.extend(or.cases.iter().flat_map(pattern_names));
            None
        }
        syn::Pat::TupleStruct(p) => Some(&p.path),
        syn::Pat::Struct(p) => Some(&p.path),
        syn::Pat::Path(p) => Some(&p.path),
        _ => None,
    };
    if let Some(path) = path {
        names.push(squeeze(&path.to_token_stream().to_string()));
        names.extend(path.segments.last().map(|s| s.ident.to_string()));
    }
    names
}

fn add_items<'a>(items: &'a [Item], module: &str, entries: &mut Vec<Entry<'a>>) {
    for item in items {
        let (attributes, names) = describe(item);
        let names = names
            .into_iter()
            .map(|name| squeeze(&format!("{module}{name}")))
            .collect();
        entries.push(entry(names, attributes, item.span(), Node::Item(item)));
        match item {
            Item::Mod(inner) => {
                let path = format!("{module}{}::", inner.ident);
                add_items(
                    inner.content.as_ref().map_or(&[], |(_, items)| items),
                    &path,
                    entries,
                );
            }
            Item::Impl(block) => add_impl(block, module, entries),
            Item::Trait(inner) => add_trait(inner, module, entries),
            Item::Enum(inner) => {
                for variant in &inner.variants {
                    let name = format!("{module}{}::{}", inner.ident, variant.ident);
                    entries.push(entry(
                        vec![name],
                        &variant.attrs,
                        variant.span(),
                        Node::Member,
                    ));
                }
            }
            Item::Struct(inner) => {
                for field in inner.fields.iter().filter(|f| f.ident.is_some()) {
                    let ident = field.ident.to_token_stream();
                    let name = format!("{module}{}::{ident}", inner.ident);
                    entries.push(entry(vec![name], &field.attrs, field.span(), Node::Member));
                }
            }
            _ => {}
        }
    }
}

fn add_impl<'a>(block: &'a ItemImpl, module: &str, entries: &mut Vec<Entry<'a>>) {
    for item in &block.items {
        let (attributes, ident) = match item {
            ImplItem::Fn(f) => (&f.attrs, f.sig.ident.to_string()),
            ImplItem::Const(c) => (&c.attrs, c.ident.to_string()),
            ImplItem::Type(t) => (&t.attrs, t.ident.to_string()),
            ImplItem::Macro(m) => (&m.attrs, format!("{}!", m.mac.path.to_token_stream())),
            _ => continue,
        };
        let mut names = Vec::new();
        for ty in type_names(&block.self_ty) {
            names.push(squeeze(&format!("{module}{ty}::{ident}")));
            for tr in trait_names(block) {
                names.push(squeeze(&format!("{module}<{ty} as {tr}>::{ident}")));
            }
        }
        entries.push(entry(
            names,
            attributes,
            item.span(),
            Node::Impl(block, item),
        ));
    }
}

fn add_trait<'a>(inner: &'a syn::ItemTrait, module: &str, entries: &mut Vec<Entry<'a>>) {
    for item in &inner.items {
        let (attributes, ident) = match item {
            TraitItem::Fn(f) => (&f.attrs, f.sig.ident.to_string()),
            TraitItem::Const(c) => (&c.attrs, c.ident.to_string()),
            TraitItem::Type(t) => (&t.attrs, t.ident.to_string()),
            _ => continue,
        };
        let name = format!("{module}{}::{ident}", inner.ident);
        entries.push(entry(
            vec![name],
            attributes,
            item.span(),
            Node::Trait(item),
        ));
    }
}

/// An item's attributes and names.
fn describe(item: &Item) -> (&[Attribute], Vec<String>) {
    match item {
        Item::Const(i) => (&i.attrs, vec![i.ident.to_string()]),
        Item::Enum(i) => (&i.attrs, vec![i.ident.to_string()]),
        Item::Fn(i) => (&i.attrs, vec![i.sig.ident.to_string()]),
        Item::Mod(i) => (&i.attrs, vec![i.ident.to_string()]),
        Item::Static(i) => (&i.attrs, vec![i.ident.to_string()]),
        Item::Struct(i) => (&i.attrs, vec![i.ident.to_string()]),
        Item::Trait(i) => (&i.attrs, vec![i.ident.to_string()]),
        Item::Type(i) => (&i.attrs, vec![i.ident.to_string()]),
        Item::Union(i) => (&i.attrs, vec![i.ident.to_string()]),
        Item::Impl(i) => (&i.attrs, impl_names(i)),
        Item::Macro(i) => (&i.attrs, macro_names(i)),
        _ => (&[], Vec::new()),
    }
}

/// `macro_rules! name` is `name`; a call `name! { … }` is `name!`.
fn macro_names(item: &syn::ItemMacro) -> Vec<String> {
    match &item.ident {
        Some(ident) => vec![ident.to_string()],
        None => vec![format!("{}!", item.mac.path.to_token_stream())],
    }
}

fn impl_names(block: &ItemImpl) -> Vec<String> {
    let mut names = Vec::new();
    for ty in type_names(&block.self_ty) {
        let traits = trait_names(block);
        names.extend(traits.iter().map(|tr| format!("impl {tr} for {ty}")));
        if traits.is_empty() {
            names.push(format!("impl {ty}"));
        }
    }
    names
}

/// A type as it is written and, for a path, its last name alone.
fn type_names(ty: &Type) -> Vec<String> {
    let mut names = vec![ty.to_token_stream().to_string()];
    if let Type::Path(path) = ty {
        names.extend(path.path.segments.last().map(|s| s.ident.to_string()));
    }
    dedup(names)
}

fn trait_names(block: &ItemImpl) -> Vec<String> {
    let Some((_, path, _)) = &block.trait_ else {
        return Vec::new();
    };
    let mut names = vec![path.to_token_stream().to_string()];
    if let Some(last) = path.segments.last() {
        names.push(last.to_token_stream().to_string());
        names.push(last.ident.to_string());
    }
    dedup(names)
}

fn dedup(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names.iter().map(|name| squeeze(name)) {
        if !kept.contains(&name) {
            kept.push(name);
        }
    }
    kept
}

fn entry<'a>(
    names: Vec<String>,
    attributes: &[Attribute],
    span: Span,
    node: Node<'a>,
) -> Entry<'a> {
    let docs = attributes.iter().filter(|a| a.path().is_ident("doc"));
    Entry {
        names,
        lines: lines_of(span),
        docs: docs.map(|a| lines_of(a.span())).collect(),
        summary: first_paragraph(attributes),
        node,
    }
}

fn first_paragraph(attributes: &[Attribute]) -> String {
    let mut words = Vec::new();
    for attribute in attributes.iter().filter(|a| a.path().is_ident("doc")) {
        let syn::Meta::NameValue(meta) = &attribute.meta else {
            continue;
        };
        let syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) = &meta.value
        else {
            continue;
        };
        if text.value().trim().is_empty() {
            break;
        }
        words.push(text.value().trim().to_owned());
    }
    words.join(" ")
}

fn lines_of(span: Span) -> Lines {
    span.start().line..=span.end().line
}

/// Names are compared without spaces.
fn squeeze(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Names whose last part is the last part of `wanted`, or that begin like it.
fn suggestions(entries: &[Entry<'_>], wanted: &str) -> Vec<String> {
    let last = |name: &str| name.rsplit("::").next().unwrap_or_default().to_lowercase();
    let names = entries.iter().filter_map(|entry| entry.names.first());
    let close = names
        .filter(|name| last(name) == last(wanted) || name.to_lowercase() == wanted.to_lowercase());
    close.take(5).map(|name| format!("`{name}`")).collect()
}
