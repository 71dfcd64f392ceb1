//! Breaks `.pyc` files at random and looks how the machine ends on them: it may run the
//! program or refuse it, but not panic, crash or hang.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Numbers that look random and are the same each time (xorshift).
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `bound`, which is not zero.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() >> 16) as usize % bound
    }

    fn byte(&mut self) -> u8 {
        const TELLING: [u8; 10] = [0, 1, 2, 0x7F, 0x80, 0xFF, 90, 100, 144, 4];
        match self.below(3) {
            0 => TELLING[self.below(TELLING.len())],
            _ => self.next() as u8,
        }
    }
}

/// A real file, and where in it code objects begin and their instructions lie.
pub struct Seed {
    name: String,
    bytes: Vec<u8>,
    heads: Vec<usize>,
    code: Vec<std::ops::Range<usize>>,
}

impl Seed {
    fn read(path: &Path) -> Seed {
        let bytes = std::fs::read(path).unwrap();
        // A code object: its type, six (3.10) or five numbers, then a byte string.
        let numbers = if bytes.starts_with(&[0x6F]) { 24 } else { 20 };
        let (mut heads, mut code) = (Vec::new(), Vec::new());
        for at in 16..bytes.len() {
            let string = at + 1 + numbers;
            if bytes[at] & 0x7F == b'c' && bytes.get(string).is_some_and(|kind| kind & 0x7F == b's')
            {
                let Some(length) = bytes.get(string + 1..string + 5) else {
                    continue;
                };
                let length = u32::from_le_bytes(length.try_into().unwrap()) as usize;
                let start = string + 5;
                if length >= 2 && start + length <= bytes.len() {
                    heads.push(at + 1);
                    code.push(start..start + length);
                }
            }
        }
        Seed {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            bytes,
            heads,
            code,
        }
    }

    /// Does the program change where errors are told?
    fn may_be_silent(&self) -> bool {
        self.bytes.windows(6).any(|part| part == b"stderr")
    }

    /// A place worth changing: in the instructions, in the numbers of a code object, or
    /// anywhere behind the header.
    fn place(&self, random: &mut Random) -> usize {
        let index = random.below(self.code.len().max(1));
        match random.below(8) {
            0..=4 if !self.code.is_empty() => {
                let code = &self.code[index];
                code.start + random.below(code.len())
            }
            5 if !self.heads.is_empty() => self.heads[index] + random.below(24),
            _ => 16 + random.below(self.bytes.len() - 16),
        }
    }

    /// The file with a few things changed: every other time such that most of what is in it
    /// still makes sense.
    pub fn mutated(&self, random: &mut Random) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        let gently = random.below(2) == 0 && !self.code.is_empty();
        for _ in 0..1 + random.below(4) {
            match gently {
                true => self.change_gently(&mut bytes, random),
                false => self.change(&mut bytes, random),
            }
        }
        bytes
    }

    /// Changes what an instruction does or to what, or a constant.
    fn change_gently(&self, bytes: &mut [u8], random: &mut Random) {
        let code = &self.code[random.below(self.code.len())];
        let units = code.len() / 2;
        let (unit, other) = (random.below(units), random.below(units));
        let (at, from) = (code.start + 2 * unit, code.start + 2 * other);
        match random.below(6) {
            // An operation of this very code, with its argument or without.
            0 => bytes[at] = bytes[from],
            1 => bytes.copy_within(from..from + 2, at),
            2 => bytes[at + 1] = random.below(16) as u8,
            3 => {
                bytes[at + 1] = bytes[at + 1]
                    .wrapping_add(random.byte() % 5)
                    .wrapping_sub(2)
            }
            4 => {
                for place in 0..2 {
                    bytes.swap(at + place, from + place);
                }
            }
            _ => self.change_constant(bytes, random),
        }
    }

    /// Changes an integer, or a letter of a string.
    fn change_constant(&self, bytes: &mut [u8], random: &mut Random) {
        let start = 16 + random.below(bytes.len() - 16);
        let integer = (start..bytes.len() - 5).find(|&at| bytes[at] & 0x7F == b'i');
        match integer {
            Some(at) if random.below(2) == 0 => {
                let byte = at + 1 + random.below(4);
                bytes[byte] = random.byte();
            }
            _ => {
                let letter = (start..bytes.len()).find(|&at| bytes[at].is_ascii_lowercase());
                if let Some(at) = letter {
                    bytes[at] = b' ' + random.below(95) as u8;
                }
            }
        }
    }

    /// Changes anything.
    fn change(&self, bytes: &mut Vec<u8>, random: &mut Random) {
        let place = self.place(random).min(bytes.len() - 1);
        let other = self.place(random).min(bytes.len() - 1);
        let count = (1 + random.below(8)).min(bytes.len() - place.max(other));
        match random.below(12) {
            0..=5 => bytes[place] = random.byte(),
            6 => bytes[place] ^= 1 << random.below(8),
            7 => bytes[place] = bytes[place].wrapping_add(1),
            8 => bytes.swap(place, other),
            9 => bytes.copy_within(other..other + count, place),
            10 => drop(bytes.drain(place..place + count)),
            _ => {
                let inserted: Vec<u8> = bytes[other..other + count].to_vec();
                drop(bytes.splice(place..place, inserted));
            }
        }
    }
}

/// The programs of `programs/310` and `programs/311` that are one file.
pub fn seeds(root: &Path) -> Vec<Seed> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for version in ["310", "311"] {
        for entry in std::fs::read_dir(root.join("programs").join(version)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "pyc") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths.iter().map(|path| Seed::read(path)).collect()
}

/// How a run ended that must not have ended so.
pub struct Finding {
    /// Which run.
    pub number: u64,
    /// The program that was broken.
    pub name: String,
    /// What happened.
    pub what: String,
}

/// How many bytes of what a program writes are read.
const ENOUGH: u64 = 1 << 20;

/// Waits for the end of a run: `None` if it takes too long.
fn wait(child: &mut Child, patience: Duration) -> Option<std::process::ExitStatus> {
    let start = Instant::now();
    let mut pause = Duration::from_micros(500);
    while start.elapsed() < patience {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    None
}

/// One run of `adder` on a broken file, under limits.
pub fn run(
    adder: &Path,
    file: &Path,
    patience: Duration,
    may_be_silent: bool,
) -> Result<i32, String> {
    let mut child = Command::new(adder)
        .args(["run", "--max-instructions", "200000", "--max-memory", "64M"])
        .arg(file)
        .env("PYTHONHASHSEED", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let stderr = child.stderr.take().unwrap();
    let reader = std::thread::spawn(move || {
        let (mut text, mut rest) = (Vec::new(), stderr.take(ENOUGH));
        rest.read_to_end(&mut text).unwrap();
        // What is more must be read too, or the program waits for us.
        std::io::copy(&mut rest.into_inner(), &mut std::io::sink()).unwrap();
        String::from_utf8_lossy(&text).into_owned()
    });
    let status = wait(&mut child, patience);
    let text = reader.join().unwrap();
    let Some(status) = status else {
        return Err("does not end".to_owned());
    };
    match status.code() {
        None => Err(format!("killed by a signal: {status}\n{text}")),
        Some(_) if text.contains("panicked at") => Err(text),
        Some(code) if code != 0 && text.is_empty() && !may_be_silent => {
            Err(format!("status {code}, without a word"))
        }
        Some(code) => Ok(code),
    }
}

/// Runs mutations `from`, `from + step`, … below `end`, each of them the same each time.
/// What goes wrong is told, and the file kept in `folder`.
pub fn hunt(
    adder: &Path,
    seeds: &[Seed],
    folder: &Path,
    numbers: impl Iterator<Item = u64>,
    mut tell: impl FnMut(&Finding),
) -> usize {
    let mut findings = 0;
    for number in numbers {
        let mut random = Random(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let seed = &seeds[random.below(seeds.len())];
        let file = folder.join(format!("{number}.pyc"));
        std::fs::write(&file, seed.mutated(&mut random)).unwrap();
        match run(adder, &file, Duration::from_secs(60), seed.may_be_silent()) {
            Ok(_) => std::fs::remove_file(&file).unwrap(),
            Err(what) => {
                findings += 1;
                let name = seed.name.clone();
                tell(&Finding { number, name, what });
            }
        }
    }
    findings
}
