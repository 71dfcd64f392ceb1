//! Which machines there are to measure: Adder, and the Pythons installed here.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::options::{FAMILIES, Options};

/// Something that runs a program.
#[derive(Debug)]
pub struct Machine {
    /// The heading of its column.
    pub label: String,
    /// Version and build, for the record.
    pub about: String,
    /// The command, before the file.
    pub command: Vec<String>,
    /// Whether it is given the source: the `.pyc` is of another version.
    pub from_source: bool,
}

/// What asks an interpreter who it is: name, version, and how it was configured.
const WHO: &str = "import sys, sysconfig
print(sys.implementation.name)
print(*sys.version_info[:3], sep='.')
print(sysconfig.get_config_var('CONFIG_ARGS') or '')
print(sys.executable)";

/// Adder first, then the CPython to compare with, then whatever else is found. What
/// specialization pays is a matter between Adder and Adder.
pub fn find(root: &Path, table: &str, options: &Options) -> Result<Vec<Machine>> {
    let mut machines = adders(root, table, options)?;
    if table == FAMILIES {
        return Ok(machines);
    }
    let mut pythons = Vec::new();
    let mut seen = Vec::new();
    for candidate in candidates(table) {
        let Some(python) = Python::ask(&candidate) else {
            continue;
        };
        if !seen.contains(&python.executable) {
            seen.push(python.executable.clone());
            pythons.push(python);
        }
    }
    let of_table = |p: &Python| p.is_cpython(table);
    // The fastest build is the one to beat, so it comes first.
    pythons.sort_by_key(|p| (!of_table(p), p.build));
    if pythons.first().is_some_and(of_table) {
        machines.extend(pythons.into_iter().map(|p| p.machine(table)));
    }
    Ok(machines)
}

fn adders(root: &Path, table: &str, options: &Options) -> Result<Vec<Machine>> {
    let target = env::var("CARGO_TARGET_DIR").map_or_else(|_| root.join("target"), PathBuf::from);
    let path = options
        .adder
        .as_ref()
        .map_or_else(|| target.join("release/adder"), PathBuf::from);
    let path = root.join(path);
    if !path.is_file() {
        bail!(
            "there is no {}: cargo build --release -p adder",
            path.display()
        );
    }
    let adder = |label: &str, more: &[&str]| {
        let mut command = vec![path.display().to_string(), "run".to_string()];
        command.extend(more.iter().map(ToString::to_string));
        Machine {
            label: label.to_string(),
            about: "release build".to_string(),
            command,
            from_source: false,
        }
    };
    let mut machines = vec![adder("Adder", &[])];
    if options.no_specialize || table == FAMILIES {
        machines.push(adder("Adder, not specialized", &["--no-specialize"]));
    }
    Ok(machines)
}

/// Paths where interpreters may be: named by variables, made by pyenv, on PATH, the system's.
fn candidates(table: &str) -> Vec<PathBuf> {
    let minors: &[&str] = if table == "310" {
        &["10"]
    } else {
        &["11", "12", "13"]
    };
    let mut found = Vec::new();
    for minor in minors {
        found.extend(env::var_os(format!("ADDER_PYTHON3{minor}")).map(PathBuf::from));
        found.extend(pyenv_versions(
            &format!("3.{minor}."),
            &format!("python3.{minor}"),
        ));
        found.extend(on_path(&format!("python3.{minor}")));
    }
    if table == "311" {
        found.extend(env::var_os("ADDER_PYPY").map(PathBuf::from));
        found.extend(pyenv_versions("pypy3", "pypy3"));
        found.extend(on_path("pypy3"));
    }
    found
}

fn pyenv_versions(prefix: &str, program: &str) -> Vec<PathBuf> {
    let home = env::var_os("PYENV_ROOT")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".pyenv")));
    let Some(entries) = home.and_then(|home| home.join("versions").read_dir().ok()) else {
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(prefix))
        .map(|entry| entry.path().join("bin").join(program))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found
}

/// pyenv's shims are left out: they cost a shell for each start.
fn on_path(program: &str) -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path)
        .filter(|folder| !folder.ends_with("shims"))
        .map(|folder| folder.join(program))
        .filter(|file| file.is_file())
        .collect()
}

/// An interpreter that answered.
#[derive(Debug)]
struct Python {
    name: String,
    version: String,
    build: Build,
    executable: PathBuf,
}

/// How an interpreter was built, the one that is likely to be fastest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Build {
    /// With `--enable-optimizations`: guided by a profile.
    Optimized,
    /// By the system's distributor, who does the same by other means (Debian, Fedora).
    System,
    /// From source, with what `configure` does when nothing is asked of it.
    Plain,
}

impl Build {
    fn of(name: &str, configured: &str, executable: &Path) -> Build {
        if name != "cpython" || configured.contains("--enable-optimizations") {
            Build::Optimized
        } else if executable.starts_with("/usr/bin") {
            Build::System
        } else {
            Build::Plain
        }
    }

    fn text(self) -> &'static str {
        match self {
            Build::Optimized => "optimized",
            Build::System => "the system's",
            Build::Plain => "not optimized",
        }
    }
}

impl Python {
    fn ask(path: &Path) -> Option<Python> {
        let output = Command::new(path).arg("-c").arg(WHO).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        let mut lines = text.lines();
        let (name, version, configured) = (lines.next()?, lines.next()?, lines.next()?);
        let executable = Path::new(lines.next()?).canonicalize().ok()?;
        Some(Python {
            name: name.to_string(),
            version: version.to_string(),
            build: Build::of(name, configured, &executable),
            executable,
        })
    }

    fn is_cpython(&self, table: &str) -> bool {
        let mut numbers = self.version.split('.');
        let major_minor: String = numbers.by_ref().take(2).collect();
        self.name == "cpython" && major_minor == table
    }

    fn machine(self, table: &str) -> Machine {
        let title = if self.name == "cpython" {
            "CPython"
        } else {
            "PyPy"
        };
        let build = self.build.text();
        Machine {
            label: format!("{title} {} ({build})", self.version),
            about: format!("{} {}, build: {build}", self.name, self.version),
            from_source: !self.is_cpython(table),
            command: vec![self.executable.display().to_string()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn python(name: &str, version: &str) -> Python {
        Python {
            name: name.to_string(),
            version: version.to_string(),
            build: Build::Plain,
            executable: PathBuf::from("/bin/python"),
        }
    }

    #[test]
    fn a_table_is_compared_with_the_version_that_wrote_its_files() {
        assert!(python("cpython", "3.11.2").is_cpython("311"));
        assert!(!python("cpython", "3.12.1").is_cpython("311"));
        assert!(!python("pypy", "3.11.2").is_cpython("311"));
    }

    #[test]
    fn other_versions_are_given_the_source() {
        assert!(python("cpython", "3.13.0").machine("311").from_source);
        assert!(!python("cpython", "3.11.7").machine("311").from_source);
    }

    #[test]
    fn the_fastest_build_comes_first_and_each_is_named() {
        let home = Path::new("/home/me/bin/python3.11");
        let system = Path::new("/usr/bin/python3.11");
        let mut builds = [
            Build::of("cpython", "", home),
            Build::of("cpython", "", system),
            Build::of("cpython", "'--enable-optimizations'", home),
        ];
        builds.sort();
        assert_eq!(
            builds.map(Build::text),
            ["optimized", "the system's", "not optimized"]
        );
        assert_eq!(
            python("cpython", "3.10.13").machine("310").label,
            "CPython 3.10.13 (not optimized)"
        );
    }
}
