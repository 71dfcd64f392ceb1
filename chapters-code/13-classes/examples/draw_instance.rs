//! Draws the chapter's figure of two instances, from two instances.

#[path = "machine/mod.rs"]
mod machine;

use machine::{class, show, with_machine};
use objects::Object;
use std::fmt::Write;
use types::{PyResult, Str, Thread, Type, as_str};

const HEAD: &str = r#"<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 z"/></marker></defs>
"#;
const TAIL: &str = r#"<text class="dim small" x="180" y="300" text-anchor="middle">The prefix holds the place of the __dict__,</text>
<text class="dim small" x="180" y="318" text-anchor="middle">empty until somebody asks for it.</text>
</svg>
"#;
/// Where the values begin, how wide one is, and how far the next one is.
const VALUES: (usize, usize, usize) = (60, 44, 46);

/// What each of the two objects gets, in this order.
const FIRST: [(&str, i32); 3] = [("x", 1), ("y", 2), ("z", 3)];
const SECOND: [(&str, i32); 2] = [("y", 8), ("x", 7)];

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

/// The picture.
pub fn figure() -> PyResult<String> {
    let (svg, _) = with_machine(|t| {
        let point = class(t, "Point", &[], &[])?;
        let first = Block::of(t, &object(t, &point, &FIRST)?);
        let second = Block::of(t, &object(t, &point, &SECOND)?);
        Ok(picture(&names(&point), &first, &second))
    })?;
    Ok(svg)
}

fn object(t: &Thread, class: &Object, attributes: &[(&str, i32)]) -> PyResult {
    let object = t.call(class, &[])?;
    for (name, value) in attributes {
        t.set_attribute(&object, &t.intern(name)?, Some(&Object::int32(*value)))?;
    }
    Ok(object)
}

/// The names that a class keeps for its instances.
fn names(class: &Object) -> Vec<String> {
    let mut names = Vec::new();
    let mut place = 0;
    let keys = class.downcast::<Type>().map(|class| &class.shared_keys);
    while let Some((key, _)) = keys.and_then(|keys| keys.next(&mut place)) {
        names.extend(as_str(&key).map(Str::to_text));
    }
    names
}

/// What lies before an instance's header.
struct Block {
    order: Vec<String>,
    /// A place for each name and, since classes learn names, for more.
    values: Vec<Option<String>>,
    dict: bool,
}

impl Block {
    fn of(t: &Thread, object: &Object) -> Block {
        let Some(prefix) = object.header().and_then(|header| header.instance()) else {
            return Block {
                order: Vec::new(),
                values: Vec::new(),
                dict: false,
            };
        };
        let values = prefix.values();
        let value = |index| values.get(index).map(|value| show(t, &value));
        Block {
            order: values.order().map(|index| index.to_string()).collect(),
            values: (0..values.capacity()).map(value).collect(),
            dict: prefix.dict.get().is_some(),
        }
    }

    /// What of it is told to who does not see it.
    fn told(&self) -> String {
        let values = self
            .values
            .iter()
            .map(|value| value.as_deref().unwrap_or("nothing"));
        let values: Vec<&str> = values.collect();
        format!(
            "order {}, values {}",
            self.order.join(" "),
            values.join(", ")
        )
    }
}

fn picture(names: &[String], first: &Block, second: &Block) -> String {
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 340" role="img" aria-labelledby="t d">
<title id="t">Two instances and the names that their class keeps</title>
<desc id="d">On top the class with its shared keys: {}. Below, a block of memory per instance, from low addresses to high ones: the order of filling, the values, the prefix with the place of the dict, the header to which references point. The first instance: {}. The second: {}.</desc>
"#,
        names.join(", "),
        first.told(),
        second.told()
    ) + HEAD;
    let _ = writeln!(
        svg,
        r#"<text class="bold small" x="10" y="20">the class: names, once</text>"#
    );
    let (start, width, pitch) = VALUES;
    for (index, name) in names.iter().enumerate() {
        let x = start + index * pitch;
        let middle = x + width / 2;
        let _ = writeln!(
            svg,
            r#"<rect class="soft" x="{x}" y="30" width="{width}" height="28"/><text class="mono small" x="{middle}" y="49" text-anchor="middle">{name}</text>"#
        );
        let _ = writeln!(
            svg,
            r#"<path class="dash" d="M{middle} 58 V78 M{middle} 136 V210"/>"#
        );
    }
    draw(&mut svg, first, 92, "an instance: values only");
    svg.push_str(r#"<path class="arrow" d="M304 168 V140" marker-end="url(#head)"/><text class="small" x="350" y="184" text-anchor="end">references point here</text>
<text class="dim small" x="34" y="154" text-anchor="middle">order</text>
"#);
    draw(&mut svg, second, 224, "another: y came before x");
    svg + TAIL
}

/// A block of memory, under its title.
fn draw(svg: &mut String, block: &Block, y: usize, title: &str) {
    let (top, text) = (y + 10, y + 32);
    let _ = writeln!(
        svg,
        r#"<text class="bold small" x="10" y="{y}">{title}</text>"#
    );
    let order = block.order.join(" ");
    let _ = writeln!(
        svg,
        r#"<rect class="box" x="10" y="{top}" width="48" height="34"/><text class="mono small" x="34" y="{text}" text-anchor="middle">{order}</text>"#
    );
    let (start, width, pitch) = VALUES;
    for (index, value) in block.values.iter().enumerate() {
        let x = start + index * pitch;
        let middle = x + width / 2;
        let _ = match value {
            Some(value) => writeln!(
                svg,
                r#"<rect class="accent2" x="{x}" y="{top}" width="{width}" height="34"/><text class="mono small on" x="{middle}" y="{text}" text-anchor="middle">{value}</text>"#
            ),
            None => writeln!(
                svg,
                r#"<rect class="box" x="{x}" y="{top}" width="{width}" height="34"/>"#
            ),
        };
    }
    let prefix = if block.dict { "dict" } else { "prefix" };
    let x = start + block.values.len() * pitch;
    let _ = writeln!(
        svg,
        r#"<rect class="soft" x="{x}" y="{top}" width="54" height="34"/><text class="small" x="{}" y="{text}" text-anchor="middle">{prefix}</text>"#,
        x + 27
    );
    let _ = writeln!(
        svg,
        r#"<rect class="accent" x="{}" y="{top}" width="56" height="34"/><text class="small on" x="{}" y="{text}" text-anchor="middle">header</text>"#,
        x + 56,
        x + 84
    );
}
