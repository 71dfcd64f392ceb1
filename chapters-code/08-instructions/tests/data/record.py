"""Records what a CPython says of its own instructions, as JSON on standard output.

    python3.10 record.py > opcodes-3.10.json
    python3.11 record.py > opcodes-3.11.json
"""

import dis
import json
import opcode
import sys

ARGUMENTS = [0, 1, 2, 3, 4, 5, 7, 8, 12, 15, 16, 255, 256, 257, 770, 65535, 65538]
KINDS = ["hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree"]


def effects(op):
    arguments = ARGUMENTS if op >= opcode.HAVE_ARGUMENT else [None]
    return [
        [argument, jump, dis.stack_effect(op, argument, jump=jump)]
        for argument in arguments
        for jump in (None, False, True)
    ]


record = {
    "have_argument": opcode.HAVE_ARGUMENT,
    "extended_arg": opcode.EXTENDED_ARG,
    "opmap": opcode.opmap,
    "cmp_op": opcode.cmp_op,
    **{kind: getattr(opcode, kind) for kind in KINDS},
    "stack_effects": {name: effects(op) for name, op in opcode.opmap.items()},
}
if sys.version_info >= (3, 11):
    record |= {
        "nb_ops": [symbol for _, symbol in opcode._nb_ops],
        "cache_format": opcode._cache_format,
        "specializations": opcode._specializations,
        "specialized_numbers": {
            name: dis._all_opmap[name] for name in opcode._specialized_instructions
        },
    }

print(json.dumps(record, separators=(",", ":")))
