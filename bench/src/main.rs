//! `bench`: times Adder against the CPythons it finds, by turns, whole processes.
#![forbid(unsafe_code)]

mod date;
mod machines;
mod measure;
mod options;
mod plot;
mod programs;
mod report;
mod results;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::machines::Machine;
use crate::measure::Turn;
use crate::options::Options;
use crate::programs::Program;
use crate::results::{Row, Run, Runs};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does what the arguments ask; says whether every program ran and answered rightly.
fn run(arguments: &[String]) -> Result<bool> {
    let options = Options::parse(arguments)?;
    if options.help {
        println!("{}", options::USAGE);
        return Ok(true);
    }
    let root = root()?;
    if options.render {
        results::render(&root)?;
        return Ok(true);
    }
    let mut programs = programs::read(&root)?;
    programs.extend(programs::families(&root)?);
    let mut all_ran = true;
    let mut measured = false;
    for table in options.tables() {
        let chosen = choose(&programs, table, &options)?;
        let machines = machines::find(&root, table, &options)?;
        if machines.len() < 2 {
            eprintln!("table {table}: no CPython found to compare with, left out");
            continue;
        }
        measured = true;
        let run = measure_table(&root, table, &machines, &chosen, &options)?;
        print!("\n{}", report::markdown(&run));
        all_ran &= run.rows.iter().all(Row::is_complete);
        if options.save {
            results::save(&root, &run)?;
        }
    }
    if !measured {
        eprintln!(
            "Nothing was measured. README.md in bench/ says where interpreters are looked for."
        );
    }
    Ok(all_ran)
}

/// The repository: the nearest folder upwards with the list of programs.
fn root() -> Result<PathBuf> {
    let here = std::env::current_dir()?;
    let found = here
        .ancestors()
        .find(|folder| folder.join(programs::LIST).is_file());
    Ok(found
        .with_context(|| format!("there is no {} here or above", programs::LIST))?
        .to_path_buf())
}

fn choose<'a>(programs: &'a [Program], table: &str, options: &Options) -> Result<Vec<&'a Program>> {
    for name in &options.only {
        if !programs.iter().any(|p| &p.name == name) {
            bail!("no program is called {name}");
        }
    }
    let wanted = |p: &&Program| options.only.is_empty() || options.only.contains(&p.name);
    Ok(programs
        .iter()
        .filter(|p| p.tables.iter().any(|t| t == table))
        .filter(wanted)
        .collect())
}

fn measure_table(
    root: &Path,
    table: &str,
    machines: &[Machine],
    programs: &[&Program],
    options: &Options,
) -> Result<Run> {
    for machine in machines {
        eprintln!("{:24} {}", machine.label, machine.about);
    }
    let mut rows = Vec::new();
    for (number, program) in programs.iter().enumerate() {
        eprint!("[{}/{}] {:16}", number + 1, programs.len(), program.name);
        let row = measure_program(root, table, machines, program, options)?;
        eprintln!(" {}", report::one_line(&row));
        rows.push(row);
    }
    Ok(Run {
        table: table.to_string(),
        date: date::today(),
        repeat: options.repeat,
        small: options.small,
        computer: results::computer(),
        machines: machines.iter().map(results::MachineRecord::of).collect(),
        rows,
    })
}

/// All the turns of one program: every machine once, then every machine again.
fn measure_program(
    root: &Path,
    table: &str,
    machines: &[Machine],
    program: &Program,
    options: &Options,
) -> Result<Row> {
    let job = programs::Job::load(root, program, table, options.small)?;
    let mut runs: Vec<Runs> = machines.iter().map(|_| Runs::default()).collect();
    for _ in 0..options.repeat {
        for (machine, runs) in machines.iter().zip(&mut runs) {
            if runs.failure.is_some() {
                continue;
            }
            match measure::turn(root, machine, &job)? {
                Turn::Right(sample) => runs.samples.push(sample),
                Turn::Wrong(reason) => runs.failure = Some(reason),
            }
        }
    }
    Ok(Row {
        program: program.name.clone(),
        category: program.category.clone(),
        runs,
    })
}
