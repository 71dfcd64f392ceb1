//! What is asked for on the command line?

/// How the command is used.
pub const USAGE: &str = "\
usage: adder run [--max-instructions N] [--max-memory SIZE] [--host-stack SIZE]
                 [--no-specialize] [--dump-adaptive] [--verify-caches] FILE.pyc [ARGUMENT]...
       adder dis [--show-caches] [--code-info] FILE.pyc
       adder stats [--json] [--sites N] FILE.pyc [ARGUMENT]...
       adder trace [--max-steps N] [--functions A,B] [--call N] [--max-repr N] [--counts] FILE.pyc
       adder --help

run    runs a .pyc file of CPython 3.10 or 3.11
dis    disassembles one
stats  runs one of 3.11, and tells what specialization did
trace  runs one, and writes each step down, as JSON

  --max-instructions N  end the program after N instructions
  --max-memory SIZE     end it when its objects take SIZE bytes (K, M or G may follow)
  --host-stack SIZE     run it with so much stack for native code, at least 256K
  --no-specialize       leave 3.11's instructions as they were compiled
  --verify-caches       compare every inline cache with the world before it is used
  --dump-adaptive       after the run, show the code as execution has rewritten it
  --show-caches         show the inline caches of 3.11
  --code-info           show what `dis.code_info` shows
  --json                tell it as JSON
  --sites N             tell of the N worst sites, too (10)
  --max-steps N         record at most N steps (1000)
  --functions A,B       record only what runs in functions of these names
  --call N              record only the Nth call of A, and what it calls
  --max-repr N          cut what a value looks like after N characters (60)
  --counts              record reference counts";

/// The least host stack that the machine runs on, as [`USAGE`] says.
const LEAST_STACK: usize = 256 << 10;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Say how the command is used.
    Help,
    /// Run a file.
    Run(Run),
    /// Disassemble a file.
    Dis(Dis),
    /// Record a run.
    Trace(Trace),
    /// Tell what specialization did.
    Stats(Stats),
}

/// How to run a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The file.
    pub file: String,
    /// What follows it: `sys.argv[1:]`.
    pub arguments: Vec<String>,
    /// The most instructions.
    pub max_instructions: Option<u64>,
    /// The most bytes.
    pub max_memory: Option<usize>,
    /// Bytes of stack for native code.
    pub host_stack: Option<usize>,
    /// Leave instructions as they are?
    pub no_specialize: bool,
    /// Compare every cache with what a lookup finds?
    pub verify_caches: bool,
    /// Show the rewritten code at the end?
    pub dump_adaptive: bool,
}

/// How to disassemble a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Dis {
    /// The file.
    pub file: String,
    /// Show the caches?
    pub show_caches: bool,
    /// Show the code information instead?
    pub code_info: bool,
}

/// How to tell what specialization did.
#[derive(Debug, PartialEq, Eq)]
pub struct Stats {
    /// The file.
    pub file: String,
    /// What follows it: `sys.argv[1:]`.
    pub arguments: Vec<String>,
    /// As JSON?
    pub json: bool,
    /// Of how many sites?
    pub sites: usize,
}

/// How to record a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The file.
    pub file: String,
    /// The most steps.
    pub max_steps: usize,
    /// The names of the functions to record; empty: all.
    pub functions: Vec<String>,
    /// Which call of the first of them to record; none: all.
    pub call: Option<usize>,
    /// The most characters of a value.
    pub max_repr: usize,
    /// With reference counts?
    pub counts: bool,
}

/// Reads the command line, without the program's name.
pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Command, String> {
    match arguments.next().as_deref() {
        None | Some("--help" | "-h" | "help") => Ok(Command::Help),
        Some("run") => parse_run(arguments).map(Command::Run),
        Some("dis") => parse_dis(arguments).map(Command::Dis),
        Some("trace") => parse_trace(arguments).map(Command::Trace),
        Some("stats") => parse_stats(arguments).map(Command::Stats),
        Some(other) => Err(format!("no such command: '{other}'")),
    }
}

fn parse_run(mut arguments: impl Iterator<Item = String>) -> Result<Run, String> {
    let mut run = Run::default();
    while let Some(argument) = arguments.next() {
        let (option, attached) = split(&argument);
        let mut value = || match &attached {
            Some(value) => Ok(value.clone()),
            None => arguments
                .next()
                .ok_or_else(|| format!("{option} needs a value")),
        };
        match option {
            "--max-instructions" => {
                let text = value()?;
                let count = text
                    .parse()
                    .map_err(|_| format!("no number of instructions: '{text}'"));
                run.max_instructions = Some(count?);
            }
            "--max-memory" => run.max_memory = Some(size(&value()?)?),
            "--host-stack" => run.host_stack = Some(stack(&value()?)?),
            "--no-specialize" => run.no_specialize = true,
            "--verify-caches" => run.verify_caches = true,
            "--dump-adaptive" => run.dump_adaptive = true,
            _ if argument.starts_with("--") => return Err(format!("no such option: '{argument}'")),
            _ => {
                run.file = argument;
                run.arguments = arguments.collect();
                return Ok(run);
            }
        }
    }
    Err("which file?".to_owned())
}

fn split(argument: &str) -> (&str, Option<String>) {
    match argument.split_once('=') {
        Some((option, value)) if option.starts_with("--") => (option, Some(value.to_owned())),
        _ => (argument, None),
    }
}

fn parse_dis(arguments: impl Iterator<Item = String>) -> Result<Dis, String> {
    let mut dis = Dis::default();
    for argument in arguments {
        match argument.as_str() {
            "--show-caches" => dis.show_caches = true,
            "--code-info" => dis.code_info = true,
            option if option.starts_with("--") => {
                return Err(format!("no such option: '{option}'"));
            }
            _ if !dis.file.is_empty() => return Err("one file at a time".to_owned()),
            _ => dis.file = argument,
        }
    }
    if dis.file.is_empty() {
        Err("which file?".to_owned())
    } else {
        Ok(dis)
    }
}

fn parse_trace(mut arguments: impl Iterator<Item = String>) -> Result<Trace, String> {
    let mut trace = Trace {
        file: String::new(),
        max_steps: 1000,
        functions: Vec::new(),
        call: None,
        max_repr: 60,
        counts: false,
    };
    while let Some(argument) = arguments.next() {
        let (option, attached) = split(&argument);
        let mut value = || match &attached {
            Some(value) => Ok(value.clone()),
            None => arguments
                .next()
                .ok_or_else(|| format!("{option} needs a value")),
        };
        match option {
            "--max-steps" => trace.max_steps = number(&value()?)?,
            "--max-repr" => trace.max_repr = number(&value()?)?,
            "--functions" => trace.functions = value()?.split(',').map(str::to_owned).collect(),
            "--call" => trace.call = Some(number(&value()?)?),
            "--counts" => trace.counts = true,
            _ if argument.starts_with("--") => return Err(format!("no such option: '{argument}'")),
            _ if !trace.file.is_empty() => return Err("one file at a time".to_owned()),
            _ => trace.file = argument,
        }
    }
    if trace.file.is_empty() {
        Err("which file?".to_owned())
    } else if trace.call.is_some() && trace.functions.is_empty() {
        Err("--call needs --functions: a call of which?".to_owned())
    } else {
        Ok(trace)
    }
}

fn parse_stats(mut arguments: impl Iterator<Item = String>) -> Result<Stats, String> {
    let (mut json, mut sites) = (false, 10);
    while let Some(argument) = arguments.next() {
        let (option, attached) = split(&argument);
        match option {
            "--json" => json = true,
            "--sites" => {
                let value = attached.or_else(|| arguments.next());
                sites = number(&value.ok_or("--sites needs a value")?)?;
            }
            _ if argument.starts_with("--") => return Err(format!("no such option: '{argument}'")),
            _ => {
                return Ok(Stats {
                    file: argument,
                    arguments: arguments.collect(),
                    json,
                    sites,
                });
            }
        }
    }
    Err("which file?".to_owned())
}

fn number(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| format!("no number: '{text}'"))
}

/// A number of bytes: `65536`, `64K`, `512M`, `2G`.
fn size(text: &str) -> Result<usize, String> {
    let (digits, shift) = match text.char_indices().last() {
        Some((at, 'k' | 'K')) => (&text[..at], 10),
        Some((at, 'm' | 'M')) => (&text[..at], 20),
        Some((at, 'g' | 'G')) => (&text[..at], 30),
        _ => (text, 0),
    };
    let bytes = digits
        .parse::<usize>()
        .ok()
        .and_then(|count| count.checked_mul(1 << shift));
    bytes.ok_or_else(|| format!("no size: '{text}'"))
}

/// A size of the host's stack. With less the machine would not even come up.
fn stack(text: &str) -> Result<usize, String> {
    match size(text)? {
        bytes if bytes < LEAST_STACK => Err(format!("too little host stack: '{text}'")),
        bytes => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn what_follows_the_file_belongs_to_the_program() {
        let Ok(Command::Run(run)) = of("run --max-memory 64M a.pyc --help x") else {
            panic!()
        };
        assert_eq!(run.file, "a.pyc");
        assert_eq!(run.arguments, ["--help", "x"]);
        assert_eq!(run.max_memory, Some(64 << 20));
    }

    #[test]
    fn a_size_that_does_not_fit_is_refused() {
        assert!(of("run --max-memory 99999999999G a.pyc").is_err());
        assert!(of("run --max-memory lots a.pyc").is_err());
    }

    #[test]
    fn a_stack_too_small_to_stand_on_is_refused() {
        assert!(of("run --host-stack 256K a.pyc").is_ok());
        assert!(of("run --host-stack 255K a.pyc").is_err());
    }

    #[test]
    fn a_missing_file_is_asked_for() {
        assert_eq!(of("run"), Err("which file?".to_owned()));
        assert_eq!(of("dis --show-caches"), Err("which file?".to_owned()));
    }
}
