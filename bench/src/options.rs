//! What the command line asks for.

use anyhow::{Context, Result, bail};

/// What `--help` prints.
pub const USAGE: &str = "usage: bench [OPTIONS]
  --table TABLE       measure one table only: 310, 311 or families (default: all)
  --only NAME         measure one program only; may be given again
  --repeat N          turns of each machine (default 5)
  --small             the small sizes, to try the runner
  --adder PATH        the machine to measure (default target/release/adder)
  --no-specialize     add Adder without specialization, as a machine of its own
  --save              write bench/results (done by itself when nothing is left out)
  --no-save           write nothing
  --render            measure nothing; make tables and plots again from the newest results";

/// The table of what the specialization of each family of instructions pays.
pub const FAMILIES: &str = "families";
/// The tables there are: the others are called by the version whose `.pyc` files are run.
pub const TABLES: [&str; 3] = ["310", "311", FAMILIES];

/// The command line, read.
#[derive(Debug)]
pub struct Options {
    table: Option<&'static str>,
    /// Names of programs; none means all.
    pub only: Vec<String>,
    /// How many turns each machine gets.
    pub repeat: usize,
    /// Whether the programs run at the size of a test.
    pub small: bool,
    /// Where Adder is, when not where cargo puts it.
    pub adder: Option<String>,
    /// Whether Adder runs a second time with `--no-specialize`.
    pub no_specialize: bool,
    /// Whether the results are written to files.
    pub save: bool,
    /// Whether only what shows the results is made again.
    pub render: bool,
    /// Whether only the usage is wanted.
    pub help: bool,
}

impl Options {
    /// Reads the arguments after the program's name.
    pub fn parse(arguments: &[String]) -> Result<Options> {
        let mut options = Options {
            table: None,
            only: Vec::new(),
            repeat: 5,
            small: false,
            adder: None,
            no_specialize: false,
            save: false,
            render: false,
            help: false,
        };
        let mut save = None;
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            let mut value = || {
                words
                    .next()
                    .with_context(|| format!("{word} wants a value\n{USAGE}"))
            };
            match word.as_str() {
                "--table" => options.table = Some(table(value()?)?),
                "--only" => options.only.push(value()?.clone()),
                "--repeat" => options.repeat = count(value()?)?,
                "--small" => options.small = true,
                "--adder" => options.adder = Some(value()?.clone()),
                "--no-specialize" => options.no_specialize = true,
                "--save" => save = Some(true),
                "--no-save" => save = Some(false),
                "--render" => options.render = true,
                "--help" | "-h" => options.help = true,
                other => bail!("what is {other}?\n{USAGE}"),
            }
        }
        options.save = save.unwrap_or(options.only.is_empty() && !options.small);
        Ok(options)
    }

    /// The tables to measure.
    pub fn tables(&self) -> Vec<&'static str> {
        self.table
            .map_or_else(|| TABLES.to_vec(), |table| vec![table])
    }
}

fn table(word: &str) -> Result<&'static str> {
    TABLES
        .into_iter()
        .find(|table| *table == word)
        .with_context(|| format!("there is no table {word}, only 310, 311 and families"))
}

fn count(word: &str) -> Result<usize> {
    match word.parse() {
        Ok(0) | Err(_) => bail!("--repeat wants a number above 0, not {word}"),
        Ok(count) => Ok(count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options> {
        let words: Vec<String> = line.split_whitespace().map(String::from).collect();
        Options::parse(&words)
    }

    #[test]
    fn a_full_run_is_saved_and_a_partial_one_is_not() {
        assert!(parse("").unwrap().save);
        assert!(!parse("--only fib").unwrap().save);
        assert!(!parse("--small").unwrap().save);
        assert!(parse("--only fib --save").unwrap().save);
        assert!(!parse("--no-save").unwrap().save);
    }

    #[test]
    fn all_tables_are_measured_unless_one_is_named() {
        assert_eq!(parse("").unwrap().tables(), TABLES);
        assert_eq!(parse("--table 311").unwrap().tables(), ["311"]);
        assert_eq!(parse("--table families").unwrap().tables(), [FAMILIES]);
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        for line in [
            "--fast",
            "--repeat",
            "--repeat 0",
            "--repeat many",
            "--table 312",
        ] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
