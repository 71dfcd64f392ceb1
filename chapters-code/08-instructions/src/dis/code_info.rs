//! What does `dis.show_code` print?

use std::fmt::Write;

use super::view::{CodeView, DisError, NameList};

/// The names of the flags of `co_flags`, from the lowest bit.
const FLAGS: [&str; 10] = [
    "OPTIMIZED",
    "NEWLOCALS",
    "VARARGS",
    "VARKEYWORDS",
    "NESTED",
    "GENERATOR",
    "NOFREE",
    "COROUTINE",
    "ITERABLE_COROUTINE",
    "ASYNC_GENERATOR",
];

/// The names of the flags that are set; those without a name as numbers.
pub fn flag_names(flags: i32) -> String {
    if flags == 0 {
        return "0x0".to_owned();
    }
    let bits = (0..32).filter(|bit| flags >> bit & 1 == 1);
    let mut names: Vec<String> = bits
        .map(|bit| {
            FLAGS
                .get(bit)
                .map_or_else(|| format!("{:#x}", 1_u32 << bit), |&n| n.into())
        })
        .collect();
    if flags < 0 {
        // What is left of a negative number in Python when its 32 lower bits are gone.
        names.push("-0x100000000".to_owned());
    }
    names.join(", ")
}

/// Prints what a code object says of itself, as `dis.show_code` does.
///
/// # Errors
///
/// If the `repr` of a constant raises, or `out` fails.
pub fn code_info<V: CodeView>(view: &V, out: &mut dyn Write) -> Result<(), DisError> {
    let numbers = view.numbers();
    writeln!(out, "Name:              {}", view.name())?;
    writeln!(out, "Filename:          {}", view.filename())?;
    writeln!(out, "Argument count:    {}", numbers.arguments)?;
    writeln!(
        out,
        "Positional-only arguments: {}",
        numbers.positional_only
    )?;
    writeln!(out, "Kw-only arguments: {}", numbers.keyword_only)?;
    writeln!(out, "Number of locals:  {}", numbers.locals)?;
    writeln!(out, "Stack size:        {}", numbers.stack_size)?;
    writeln!(out, "Flags:             {}", flag_names(numbers.flags))?;
    constants(view, out)?;
    for (title, list) in [
        ("Names", NameList::Names),
        ("Variable names", NameList::Variables),
        ("Free variables", NameList::Free),
        ("Cell variables", NameList::Cells),
    ] {
        names(view, title, list, out)?;
    }
    Ok(())
}

fn constants<V: CodeView>(view: &V, out: &mut dyn Write) -> Result<(), DisError> {
    for index in 0..view.constant_count() {
        if index == 0 {
            writeln!(out, "Constants:")?;
        }
        let repr = view
            .constant_repr(index)
            .transpose()
            .map_err(DisError::Repr)?;
        writeln!(out, "{index:4}: {}", repr.unwrap_or_default())?;
    }
    Ok(())
}

fn names<V: CodeView>(
    view: &V,
    title: &str,
    list: NameList,
    out: &mut dyn Write,
) -> Result<(), DisError> {
    for index in 0..view.name_count(list) {
        if index == 0 {
            writeln!(out, "{title}:")?;
        }
        writeln!(
            out,
            "{index:4}: {}",
            view.name_at(list, index).unwrap_or_default()
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::flag_names;

    #[test]
    fn flags_are_named_from_the_lowest() {
        assert_eq!(flag_names(67), "OPTIMIZED, NEWLOCALS, NOFREE");
        assert_eq!(flag_names(0), "0x0");
    }

    #[test]
    fn flags_without_a_name_are_numbers() {
        assert_eq!(flag_names(0x1000001), "OPTIMIZED, 0x1000000");
        assert_eq!(flag_names(i32::MIN), "0x80000000, -0x100000000");
    }
}
