//! Draws the chapter's figure of what a specialized attribute looks at, from one that is specialized.

#[path = "../tests/machine/mod.rs"]
mod machine;

use frames::Function;
use instructions::{deoptimized, op311 as op, specialization};
use objects::Object;
use specializer::field;
use std::fmt::Write;
use types::{PyResult, Str, Thread, Type, as_str};

/// Its `length(point)` is `point.x * point.x + point.y * point.y`; it is called thirteen times.
const PROGRAM: &[u8] = include_bytes!("../../../programs/311/step_specialize.pyc");
const HEAD: &str = r#"<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 z"/></marker></defs>
"#;

fn main() -> PyResult<()> {
    print!("{}", figure()?);
    Ok(())
}

/// What the figure shows: the last attribute of `length`, and a point.
struct Seen {
    instruction: &'static str,
    version: u32,
    index: u16,
    class_version: u32,
    names: Vec<String>,
    values: Vec<String>,
}

/// The picture.
pub fn figure() -> PyResult<String> {
    let t = machine::machine();
    t.enter(machine::STACK, |t| Ok(picture(&look(t)?)))
}

fn look(t: &Thread) -> PyResult<Seen> {
    let code = code_objects::Pyc::read(t, PROGRAM)?.code;
    let globals = containers::dict(t)?;
    globals.set_name(&t.names.name, t.str("__main__")?)?;
    let names = globals.clone().into_object();
    frames::run_in_namespace(t, code, globals.clone(), names)?;
    let get = |name: &str| -> PyResult {
        Ok(globals
            .get_name(&t.intern(name)?)
            .unwrap_or_else(Object::none))
    };
    let (length, class) = (get("length")?, get("Point")?);
    let point = t.call(&class, &[Object::int32(3), Object::int32(4)])?;
    let function = length.downcast::<Function>();
    let units = function.and_then(|function| specializer::units_of(&function.code()));
    let units = units.unwrap_or_default();
    let attribute = |unit: &u16| deoptimized(*unit as u8) == op::LOAD_ATTR;
    let at = units.iter().rposition(attribute).unwrap_or_default();
    let unit = |field: usize| units.get(at + field).copied().unwrap_or_default();
    Ok(Seen {
        instruction: specialization(unit(0) as u8).map_or("LOAD_ATTR", |row| row.name),
        version: u32::from(unit(field::TYPE_VERSION))
            | u32::from(unit(field::TYPE_VERSION + 1)) << 16,
        index: unit(field::ATTR_INDEX),
        class_version: class.downcast::<Type>().map_or(0, Type::version),
        names: class.downcast::<Type>().map(names_of).unwrap_or_default(),
        values: values_of(t, &point),
    })
}

/// The names that a class keeps for its instances.
fn names_of(class: &Type) -> Vec<String> {
    let mut names = Vec::new();
    let mut place = 0;
    while let Some((key, _)) = class.shared_keys.next(&mut place) {
        names.extend(as_str(&key).map(Str::to_text));
    }
    names
}

/// The values that an instance has before its header.
fn values_of(t: &Thread, object: &Object) -> Vec<String> {
    let prefix = object.header().and_then(|header| header.instance());
    let values = prefix.map(|prefix| prefix.values());
    let values = values
        .into_iter()
        .flat_map(|values| (0..values.capacity()).map_while(move |at| values.get(at)));
    values
        .map(|value| {
            t.repr(&value)
                .map_or_else(|_| "?".to_owned(), |text| text.to_text())
        })
        .collect()
}

fn picture(seen: &Seen) -> String {
    let Seen {
        instruction,
        version,
        index,
        class_version,
        names,
        values,
    } = seen;
    let keys = names.join(", ");
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 250" role="img" aria-labelledby="t d">
<title id="t">What {instruction} looks at</title>
<desc id="d">The cache holds version {version} and index {index}. The object points to its class Point, which has version {class_version} and the keys {keys}. The values of the object lie before it: {}.</desc>
"#,
        values.join(", ")
    ) + HEAD;
    let _ = write!(
        svg,
        r##"<text class="bold" x="70" y="18" text-anchor="middle">the cache</text>
<rect class="soft" x="10" y="28" width="120" height="28"/><text class="mono" x="70" y="47" text-anchor="middle">version {version}</text>
<rect class="soft" x="10" y="56" width="120" height="28"/><text class="mono" x="70" y="75" text-anchor="middle">index {index}</text>
<text class="bold" x="285" y="18" text-anchor="middle">class Point</text>
<rect class="box" x="225" y="28" width="120" height="28"/><text class="mono" x="285" y="47" text-anchor="middle">version {class_version}</text>
<rect class="box" x="225" y="56" width="120" height="28"/><text class="mono" x="285" y="75" text-anchor="middle">keys: {keys}</text>
<path class="dash" d="M132 42 H223"/><text class="small" x="178" y="36" text-anchor="middle">equal?</text>
<text class="bold" x="180" y="130" text-anchor="middle">an object</text>
<path class="arrow" d="M260 140 V88" marker-end="url(#head)"/>
"##
    );
    let left = 180 - 60 * values.len();
    for (at, (name, value)) in names.iter().zip(values).enumerate() {
        let (x, middle) = (left + 60 * at, left + 60 * at + 30);
        let loud = at == usize::from(*index);
        let (class, on) = if loud {
            ("accent", " on")
        } else {
            ("soft", "")
        };
        let _ = writeln!(
            svg,
            r#"<rect class="{class}" x="{x}" y="140" width="60" height="34"/><text class="mono{on}" x="{middle}" y="162" text-anchor="middle">{value}</text><text class="small" x="{middle}" y="194" text-anchor="middle">{name}</text>"#
        );
        if loud {
            let _ = writeln!(
                svg,
                r#"<path class="arrow" d="M70 86 L{} 136" marker-end="url(#head)"/>"#,
                middle - 4
            );
        }
    }
    svg + r#"<rect class="box" x="180" y="140" width="110" height="34"/><text class="mono" x="235" y="162" text-anchor="middle">header</text>
<text class="dim small" x="180" y="228" text-anchor="middle">No name is looked up, and no dictionary asked.</text>
</svg>
"#
}
