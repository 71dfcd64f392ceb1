"""HAVE_ARGUMENT, the whole opmap, and the lists of what each argument means."""

import opcode

print("HAVE_ARGUMENT", opcode.HAVE_ARGUMENT, "EXTENDED_ARG", opcode.EXTENDED_ARG)
print(len(opcode.opmap), "instructions")
for name, number in sorted(opcode.opmap.items(), key=lambda item: item[1]):
    print(f"{number:3} {name}")
for kind in ("hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree", "hasnargs"):
    print(kind, sorted(getattr(opcode, kind, [])))
print(opcode.cmp_op)
print([names for names in getattr(opcode, "_nb_ops", [])])
