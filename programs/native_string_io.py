"""io.StringIO: text that grows wide while it is written, read back by lines and cut."""
import io

stream = io.StringIO('plain\ntext')
stream.seek(0, 2)
stream.write('\xe9')
stream.write('\u20ac\n')
print(stream.tell(), ascii(stream.getvalue()))
stream.seek(3)
stream.write('\U0001f40d!')
stream.seek(0)
print([ascii(line) for line in stream], stream.truncate(4), ascii(stream.getvalue()))
stream.seek(6)
stream.write('z')
print(ascii(stream.getvalue()))
