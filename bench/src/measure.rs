//! One run of one program on one machine: wall clock, processor time, peak memory.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use wait4::Wait4;

use crate::machines::Machine;
use crate::programs::Job;

/// What was measured of a process that gave the right answer.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Sample {
    /// From before the start to after the end, in seconds.
    pub wall: f64,
    /// User and system time, in seconds.
    pub processor: f64,
    /// The most memory that was resident, in bytes.
    pub peak: u64,
}

/// How a turn ended.
#[derive(Debug)]
pub enum Turn {
    /// With the recorded answer.
    Right(Sample),
    /// With anything else; says what.
    Wrong(String),
}

/// Runs the job once, in the root of the repository.
pub fn turn(root: &Path, machine: &Machine, job: &Job) -> Result<Turn> {
    let file = if machine.from_source {
        &job.source
    } else {
        &job.compiled
    };
    let (program, before) = machine
        .command
        .split_first()
        .context("a machine without a command")?;
    let mut command = Command::new(program);
    command
        .args(before)
        .arg(file)
        .args(&job.arguments)
        .current_dir(root)
        .env("PYTHONHASHSEED", "0")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let start = Instant::now();
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot start {program}"))?;
    let mut errors = child.stderr.take().context("no pipe")?;
    let reader = std::thread::spawn(move || {
        let mut text = Vec::new();
        errors.read_to_end(&mut text).map(|_| text)
    });
    let mut output = Vec::new();
    child
        .stdout
        .take()
        .context("no pipe")?
        .read_to_end(&mut output)?;
    let end = child.wait4()?;
    let wall = start.elapsed().as_secs_f64();
    let errors = reader.join().unwrap_or_else(|_| Ok(Vec::new()))?;
    if !end.status.success() {
        let last = String::from_utf8_lossy(&errors);
        let last = last.trim_end().lines().next_back().unwrap_or_default();
        return Ok(Turn::Wrong(format!("{}: {last}", end.status)));
    }
    if output != job.answer {
        return Ok(Turn::Wrong("the answer is wrong".to_string()));
    }
    Ok(Turn::Right(Sample {
        wall,
        processor: (end.rusage.utime + end.rusage.stime).as_secs_f64(),
        peak: end.rusage.maxrss,
    }))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// A machine that runs shell scripts given as the file's name.
    fn run(script: &str, answer: &str) -> Turn {
        let machine = Machine {
            label: String::new(),
            about: String::new(),
            command: vec!["sh".to_string(), "-c".to_string()],
            from_source: false,
        };
        let job = Job {
            compiled: PathBuf::from(script),
            source: PathBuf::new(),
            arguments: Vec::new(),
            answer: answer.as_bytes().to_vec(),
        };
        turn(Path::new("/"), &machine, &job).unwrap()
    }

    #[test]
    fn a_right_answer_is_measured() {
        let Turn::Right(sample) = run("sleep 0.05; echo yes", "yes\n") else {
            panic!("not right");
        };
        assert!(sample.wall >= 0.05, "{sample:?}");
        assert!(sample.peak > 100_000, "{sample:?}");
    }

    #[test]
    fn a_wrong_answer_and_a_failure_have_no_time() {
        assert!(matches!(run("echo no", "yes\n"), Turn::Wrong(_)));
        let Turn::Wrong(reason) = run("echo yes; echo broken >&2; exit 3", "yes\n") else {
            panic!("not wrong");
        };
        assert!(
            reason.contains('3') && reason.contains("broken"),
            "{reason}"
        );
    }
}
