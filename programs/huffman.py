"""Huffman coding, LZ77, run lengths and base64, all by hand."""


class Leaf:
    def __init__(self, weight, symbol):
        self.weight = weight
        self.symbol = symbol

    def codes(self, prefix=""):
        yield self.symbol, prefix or "0"


class Branch:
    def __init__(self, left, right):
        self.weight = left.weight + right.weight
        self.left = left
        self.right = right

    def codes(self, prefix=""):
        yield from self.left.codes(prefix + "0")
        yield from self.right.codes(prefix + "1")


def build(text):
    counts = {}
    for char in text:
        counts[char] = counts.get(char, 0) + 1
    nodes = [Leaf(weight, symbol) for symbol, weight in sorted(counts.items())]
    while len(nodes) > 1:
        nodes.sort(key=lambda node: node.weight)
        a, b, *nodes = nodes
        nodes.append(Branch(a, b))
    return nodes[0]


def encode(text, codes):
    return "".join(codes[char] for char in text)


def decode(bits, tree):
    result = []
    node = tree
    for bit in bits:
        if isinstance(node, Branch):
            node = node.right if bit == "1" else node.left
        if isinstance(node, Leaf):
            result.append(node.symbol)
            node = tree
    return "".join(result)


text = "she sells sea shells by the sea shore"
tree = build(text)
codes = dict(tree.codes())
for symbol, code in sorted(codes.items(), key=lambda item: (len(item[1]), item[1])):
    print(repr(symbol), code)
bits = encode(text, codes)
print(len(bits), "bits instead of", 8 * len(text), decode(bits, tree) == text)
packed = int("1" + bits, 2)
print(hex(packed), bin(packed)[3:] == bits)
single = build("aaaa")
print(dict(single.codes()), decode("0000", single))


def lz_compress(data, window=32):
    i = 0
    while i < len(data):
        best_length = best_distance = 0
        for distance in range(1, min(i, window) + 1):
            length = 0
            while i + length < len(data) and length < 15 and data[i + length - distance] == data[i + length]:
                length += 1
            if length > best_length:
                best_length, best_distance = length, distance
        if best_length > 2:
            yield best_distance, best_length
            i += best_length
        else:
            yield data[i]
            i += 1


def lz_expand(tokens):
    out = bytearray()
    for token in tokens:
        if isinstance(token, tuple):
            distance, length = token
            for _ in range(length):
                out.append(out[-distance])
        else:
            out.append(token)
    return bytes(out)


data = b"abracadabra abracadabra aaaaaaaaaaaa"
tokens = list(lz_compress(data))
print([t if isinstance(t, tuple) else chr(t) for t in tokens])
print(lz_expand(tokens) == data, len(tokens))

ALPHABET = bytes(range(65, 91)) + bytes(range(97, 123)) + b"0123456789+/"


def base64(data):
    out = bytearray()
    for i in range(0, len(data), 3):
        chunk = data[i : i + 3]
        n = int.from_bytes(chunk.ljust(3, b"\0"), "big")
        quad = [ALPHABET[n >> shift & 63] for shift in (18, 12, 6, 0)]
        for k in range(3 - len(chunk)):
            quad[3 - k] = ord("=")
        out += bytes(quad)
    return bytes(out)


def unbase64(text):
    out = b""
    for i in range(0, len(text), 4):
        quad = text[i : i + 4]
        pad = quad.count(b"=")
        n = 0
        for char in quad:
            n = n << 6 | (0 if char == ord("=") else ALPHABET.index(char))
        out += n.to_bytes(3, "big")[: 3 - pad]
    return out


for sample in (b"", b"f", b"fo", b"foo", b"foobar!", bytes(range(0, 256, 17))):
    coded = base64(sample)
    print(coded, unbase64(coded) == sample)
checksum = 0
for byte in data:
    checksum = (checksum * 31 + byte) & 0xFFFF
print(checksum, data[:4].hex(), bytes.fromhex("41 64 64 65 72"))
