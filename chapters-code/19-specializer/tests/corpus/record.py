#!/usr/bin/env python3
"""Compile the corpus with CPython 3.11 and record what its code looks like after a run.

    python3 record.py [--check] [--python311 PATH]

Each NAME.py becomes 311/NAME.pyc, 311/NAME.out (what it prints) and 311/NAME.dis: what
`dis.dis(code, adaptive=True, show_caches=True)` prints of the very code object that ran, and
of those in it. Versions and pointers are replaced by `*`, and nothing else.
"""

import argparse
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE / "311"

COMPILE = """
import importlib._bootstrap_external as external, sys, _imp
path = sys.argv[1]
with open(path, "rb") as file:
    source = file.read()
code = compile(source, path, "exec", dont_inherit=True, optimize=0)
sys.stdout.buffer.write(external._code_to_hash_pyc(
    code, _imp.source_hash(external._RAW_MAGIC_NUMBER, source), False))
"""

RUN = """
import dis, io, marshal, re, sys, types
path, out, listing = sys.argv[1:]
with open(path, "rb") as file:
    file.read(16)
    code = marshal.load(file)
module = types.ModuleType("__main__")
names = vars(module)
names["__annotations__"] = {}
names["__builtins__"] = sys.modules["builtins"]
names["__file__"] = path
names["__cached__"] = None
sys.modules["__main__"] = module
sys.argv = [path]
stdout, sys.stdout = sys.stdout, open(out, "w", encoding="utf-8", newline="")
exec(code, names)
sys.stdout.close()
text = io.StringIO()
dis.dis(code, adaptive=True, show_caches=True, file=text)
FIELDS = "version|module_keys_version|builtin_keys_version|type_version|func_version|keys_version|descr"
masked = re.sub(rf"( CACHE .*\\((?:{FIELDS}): )\\d+\\)", r"\\1*)", text.getvalue())
masked = re.sub(r" at 0x[0-9a-fA-F]+", " at *", masked)
with open(listing, "w", encoding="utf-8", newline="") as file:
    file.write(masked)
"""


def environment():
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if anything is stale")
    pyenv = pathlib.Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
    default = pyenv / "versions" / "3.11.7" / "bin" / "python3.11"
    parser.add_argument("--python311", default=os.environ.get("ADDER_PYTHON311", str(default)))
    options = parser.parse_args()
    OUT.mkdir(exist_ok=True)
    stale = []
    for source in sorted(HERE.glob("*.py")):
        if source.name == "record.py":
            continue
        relative = source.relative_to(HERE)
        run = lambda *args: subprocess.run(
            [options.python311, *map(str, args)], cwd=HERE, env=environment(), capture_output=True)
        compiled = run("-S", "-c", COMPILE, relative)
        if compiled.returncode:
            sys.exit(compiled.stderr.decode())
        pyc = OUT / (source.stem + ".pyc")
        before = {p: p.read_bytes() for p in OUT.glob(source.stem + ".*")}
        pyc.write_bytes(compiled.stdout)
        done = run("-c", RUN, pyc.relative_to(HERE), OUT / (source.stem + ".out"), OUT / (source.stem + ".dis"))
        if done.returncode:
            sys.exit(f"{source}: {done.stderr.decode()}")
        for suffix in (".pyc", ".out", ".dis"):
            path = OUT / (source.stem + suffix)
            if before.get(path) != path.read_bytes():
                stale.append(path.name)
                if options.check and path in before:
                    path.write_bytes(before[path])
    print(*stale, sep="\n")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
