#!/usr/bin/env python3
"""Compile the programs with CPython 3.10 and 3.11 and record what CPython prints.

    python3 programs/record.py                 record everything that is out of date
    python3 programs/record.py --all           record everything again
    python3 programs/record.py --check         change nothing; say what is stale; exit 1 if anything is
    python3 programs/record.py --check --all   the same, with the benchmarks at full size
    python3 programs/record.py queens bench/   only the programs whose path contains one of the words

The interpreters are taken from --python310 and --python311, else from
ADDER_PYTHON310 and ADDER_PYTHON311, else from pyenv, else from PATH.
README.md beside this file describes the layout of what is written.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ("programs", "programs/later", "programs/oracle", "bench", "bench/families")
VERSIONS = ("310", "311")
RECORDED = {"310": (3, 10, 13), "311": (3, 11, 7)}
NOT_PROGRAMS = {"programs/record.py"}
SUFFIXES = (".pyc", ".out", ".err", ".status", ".args", ".small.out", ".small.args")
INDEX = ROOT / "programs" / "README.md"
INDEX_HEADING = "## The programs\n"
NOT_REPRODUCIBLE = re.compile(rb" at 0x[0-9a-f]{6,}")

# Runs in a fresh interpreter per file, so that which strings happen to be shared
# (and hence the reference flags in the marshal data) does not depend on other files.
COMPILE = """
import importlib._bootstrap_external as external, sys
path = sys.argv[1]
with open(path, "rb") as file:
    source = file.read()
if sys.argv[2] == "single":
    # Any number of statements, each compiled as at the interactive prompt.
    import ast
    source_or_tree = ast.Interactive(ast.parse(source, path).body)
else:
    source_or_tree = source
code = compile(source_or_tree, path, sys.argv[2], dont_inherit=True, optimize=0)
import _imp
data = external._code_to_hash_pyc(
    code, _imp.source_hash(external._RAW_MAGIC_NUMBER, source), False)
sys.stdout.buffer.write(data)
"""


def environment():
    """What the recorded programs see: nothing of the caller but the PATH."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
    }


class Program:
    """A file NAME.py, or a folder NAME holding main.py and the modules it imports."""

    def __init__(self, folder, path):
        self.folder = folder
        self.name = path.stem
        self.is_folder = path.is_dir()
        self.main = path / "main.py" if self.is_folder else path
        self.sources = sorted(path.rglob("*.py")) if self.is_folder else [path]
        self.versions = self.directive("versions") or list(VERSIONS)
        self.arguments = self.directive("args")
        self.small = self.directive("small")
        self.mode = (self.directive("compiled") or ["exec"])[0]

    def directive(self, word):
        """The words after `# word:` in the first ten lines of the main file, or None."""
        for line in self.main.read_text().splitlines()[:10]:
            if line.startswith(f"# {word}:"):
                return shlex.split(line.partition(":")[2])
        return None

    def summary(self):
        """The first line of the main file, without its quotes, for Markdown."""
        first = self.main.read_text().splitlines()[0]
        return re.sub(r"([_*])", r"\\\1", first.removeprefix('"""').removesuffix('"""'))

    def __str__(self):
        return f"{self.folder}/{self.name}"

    def output(self, version, suffix):
        return ROOT / self.folder / version / (self.name + suffix)

    def compiled(self, version, source):
        inside = source.relative_to(ROOT / self.folder)
        return ROOT / self.folder / version / inside.with_suffix(".pyc")


def programs():
    for folder in FOLDERS:
        base = ROOT / folder
        if not base.is_dir():
            continue
        for path in sorted(base.iterdir()):
            if str(path.relative_to(ROOT)) in NOT_PROGRAMS:
                continue
            if path.suffix == ".py" or (path / "main.py").is_file():
                yield Program(folder, path)


def version_of(interpreter):
    try:
        run = subprocess.run(
            [interpreter, "-c", "import sys; print(*sys.version_info[:3])"],
            capture_output=True, text=True, cwd="/", check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return tuple(int(word) for word in run.stdout.split())


def find_interpreter(version, asked):
    name = f"python{version[0]}.{version[1:]}"
    pyenv = pathlib.Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
    exact = ".".join(str(number) for number in RECORDED[version])
    candidates = [asked, os.environ.get("ADDER_PYTHON" + version)]
    candidates.append(str(pyenv / "versions" / exact / "bin" / name))
    candidates += sorted(str(path) for path in pyenv.glob(f"versions/{version[0]}.{version[1:]}.*/bin/{name}"))
    candidates.append(shutil.which(name))
    for candidate in candidates:
        found = candidate and version_of(candidate)
        if found and found[:2] == RECORDED[version][:2]:
            if found != RECORDED[version]:
                print(f"note: recordings are made with {exact}; {candidate} is",
                      ".".join(map(str, found)), file=sys.stderr)
            return candidate
    sys.exit(f"record.py: no CPython {name[6:]} found; pass --python{version} PATH")


def compile_source(interpreter, source, mode):
    run = subprocess.run(
        [interpreter, "-S", "-c", COMPILE, str(source.relative_to(ROOT)), mode],
        capture_output=True, cwd=ROOT, env=environment())
    if run.returncode:
        raise RuntimeError(run.stderr.decode())
    return run.stdout


def run_program(interpreter, program, version, arguments):
    """Runs the compiled file itself; gives (stdout, stderr, status)."""
    main = program.compiled(version, program.main).relative_to(ROOT)
    run = subprocess.run(
        [interpreter, str(main), *(arguments or [])],
        stdin=subprocess.DEVNULL, capture_output=True, cwd=ROOT, env=environment())
    for stream in (run.stdout, run.stderr):
        if NOT_REPRODUCIBLE.search(stream) or str(ROOT).encode() in stream:
            raise RuntimeError("prints an address or a path of this machine")
    return run.stdout, run.stderr, run.returncode


def lines(words):
    return "".join(word + "\n" for word in words).encode() if words is not None else None


def recordings(interpreter, program, version, small_only):
    """The files beside the .pyc: suffix to bytes, or to None when there is to be none."""
    small_out = None
    if program.small is not None:
        small_out, small_err, small_status = run_program(interpreter, program, version, program.small)
        if small_err or small_status:
            raise RuntimeError("the small run fails: " + small_err.decode())
    small = {".small.out": small_out, ".small.args": lines(program.small)}
    if small_only:
        return small
    out, err, status = run_program(interpreter, program, version, program.arguments)
    if program.folder == "bench" and status:
        raise RuntimeError(err.decode())
    return small | {
        ".out": out,
        ".err": err or None,
        ".status": f"{status}\n".encode() if status else None,
        ".args": lines(program.arguments),
    }


def update(path, wanted, write):
    """Brings one file up to date; says whether it was not."""
    current = path.read_bytes() if path.is_file() else None
    if current == wanted:
        return False
    if write:
        if wanted is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted)
    return True


def record(program, version, interpreter, options):
    """The paths of this program and version that were stale."""
    stale = []
    for source in program.sources:
        path = program.compiled(version, source)
        if update(path, compile_source(interpreter, source, program.mode), not options.check):
            stale.append(path)
    missing = not program.output(version, ".out").is_file()
    if options.check and (stale or missing):
        return stale or [program.output(version, ".out")]
    if stale or missing or options.all or options.check:
        # A benchmark takes seconds: at full size it is only run again when asked.
        small_only = options.check and not options.all and program.small is not None
        for suffix, wanted in recordings(interpreter, program, version, small_only).items():
            path = program.output(version, suffix)
            if update(path, wanted, not options.check):
                stale.append(path)
    return stale


def orphans(known):
    """Recorded files that no program accounts for."""
    for folder in FOLDERS:
        for version in VERSIONS:
            base = ROOT / folder / version
            wanted = {p.name for p in known if p.folder == folder and version in p.versions}
            for path in sorted(base.rglob("*")) if base.is_dir() else ():
                first = path.relative_to(base).parts[0]
                suffix = next((s for s in sorted(SUFFIXES, key=len, reverse=True) if first.endswith(s)), "")
                if path.is_file() and first.removesuffix(suffix) not in wanted:
                    yield path


def index(known):
    """The list of programs that ends README.md, as the whole text of that file."""
    before, heading, _ = INDEX.read_text().partition(INDEX_HEADING)
    rows = []
    for program in known:
        if program.folder.startswith("programs"):
            link = program.main.relative_to(INDEX.parent)
            name = link.parent if program.is_folder else link.with_suffix("")
            only = " (3.11 only)" if program.versions == ["311"] else ""
            rows.append(f"| [`{name}`]({link}) | {program.summary()}{only} |\n")
    return before + INDEX_HEADING + "\n| program | what it shows |\n|---|---|\n" + "".join(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*", help="record only programs whose path contains one of these")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when something is stale")
    parser.add_argument("--all", action="store_true", help="run every program again")
    for version in VERSIONS:
        parser.add_argument("--python" + version, metavar="PATH")
    options = parser.parse_args()
    interpreters = {v: find_interpreter(v, getattr(options, "python" + v)) for v in VERSIONS}

    known = list(programs())
    chosen = [p for p in known if not options.words or any(w in f"{p}.py" for w in options.words)]
    stale, failed = [], 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {}
        for program in chosen:
            for version in program.versions:
                jobs[pool.submit(record, program, version, interpreters[version], options)] = (program, version)
        for job, (program, version) in jobs.items():
            try:
                stale += job.result()
            except RuntimeError as error:
                failed += 1
                print(f"failed: {program} ({version}): {error}", file=sys.stderr)
    for path in orphans(known):
        stale.append(path)
        if not options.check:
            path.unlink()
    if update(INDEX, index(known).encode(), not options.check):
        stale.append(INDEX)
    for path in stale:
        print("stale:" if options.check else "recorded:" if path.exists() else "removed:", path.relative_to(ROOT))
    print(f"{len(chosen)} programs, {len(stale)} files", "stale" if options.check else "changed", file=sys.stderr)
    return 1 if failed or (options.check and stale) else 0


if __name__ == "__main__":
    sys.exit(main())
