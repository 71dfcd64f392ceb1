"""Old and new secrets: Vigenere, rail fence, Enigma rotors, RSA, Diffie-Hellman, SHA-256, HMAC, Shamir."""


def vigenere(text, key, sign=1):
    out, i = [], 0
    for char in text:
        if char.isalpha():
            base = ord("A") if char.isupper() else ord("a")
            shift = ord(key[i % len(key)].lower()) - ord("a")
            out.append(chr((ord(char) - base + sign * shift) % 26 + base))
            i += 1
        else:
            out.append(char)
    return "".join(out)


secret = vigenere("Attack at Dawn!", "Lemon")
print(secret, vigenere(secret, "Lemon", -1))


def rail_fence(text, rails):
    rows = [[] for _ in range(rails)]
    pattern = list(range(rails)) + list(range(rails - 2, 0, -1))
    for i, char in enumerate(text):
        rows[pattern[i % len(pattern)]].append(char)
    return "".join("".join(row) for row in rows)


def unrail(text, rails):
    order = [ord(c) for c in rail_fence("".join(map(chr, range(len(text)))), rails)]
    out = [""] * len(text)
    for place, char in zip(order, text):
        out[place] = char
    return "".join(out)


fence = rail_fence("WEAREDISCOVEREDFLEEATONCE", 3)
print(fence, unrail(fence, 3))


class Enigma:
    ROTORS = ["EKMFLGDQVZNTOWYHXUSPAIBRCJ", "AJDKSIRUXBLHWTMCQGZNPYFVOE", "BDFHJLCPRTXVZNYEIWGAKMUSQO"]
    NOTCHES = [16, 4, 21]
    REFLECTOR = "YRUHQSLDPXNGOKMIEBFZCWVJAT"

    def __init__(self, positions="AAA"):
        self.positions = [ord(c) - 65 for c in positions]

    def step(self):
        a, b, c = self.positions
        if b == self.NOTCHES[1]:
            a, b = a + 1, b + 1
        elif c == self.NOTCHES[2]:
            b += 1
        self.positions = [a % 26, b % 26, (c + 1) % 26]

    def press(self, char):
        self.step()
        n = ord(char) - 65
        for rotor, p in reversed(list(zip(self.ROTORS, self.positions))):
            n = (ord(rotor[(n + p) % 26]) - 65 - p) % 26
        n = ord(self.REFLECTOR[n]) - 65
        for rotor, p in zip(self.ROTORS, self.positions):
            n = (rotor.index(chr((n + p) % 26 + 65)) - p) % 26
        return chr(n + 65)

    def type(self, text):
        return "".join(self.press(c) for c in text)


coded = Enigma("ADQ").type("HELLOWORLD" * 3)
print(Enigma().type("AAAAA"), coded, Enigma("ADQ").type(coded))
p, q, e = 2**61 - 1, 2**89 - 1, 65537
n = p * q
d = pow(e, -1, (p - 1) * (q - 1))
message = int.from_bytes(b"Adder reads bytes", "big")
cipher = pow(message, e, n)
print(cipher, pow(cipher, d, n).to_bytes(17, "big"))
prime, base = 2**127 - 1, 5
alice, bob = 123456789, 987654321
print(pow(pow(base, alice, prime), bob, prime) == pow(pow(base, bob, prime), alice, prime), pow(base, alice, prime))


def first_primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
        n += 1
    return found


def root_bits(n, k):
    low, high = 0, n << 32
    while low < high:
        middle = (low + high + 1) // 2
        if middle**k <= n << 32 * k:
            low = middle
        else:
            high = middle - 1
    return low & 0xFFFFFFFF


PRIMES = first_primes(64)
H0 = [root_bits(p, 2) for p in PRIMES[:8]]
K = [root_bits(p, 3) for p in PRIMES]


def rotate(x, n):
    return (x >> n | x << 32 - n) & 0xFFFFFFFF


def sha256(data):
    length = len(data) * 8
    data += b"\x80" + bytes(-(len(data) + 9) % 64) + length.to_bytes(8, "big")
    state = H0[:]
    for start in range(0, len(data), 64):
        w = [int.from_bytes(data[start + i : start + i + 4], "big") for i in range(0, 64, 4)]
        for i in range(16, 64):
            s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3
            s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10
            w.append((w[i - 16] + s0 + w[i - 7] + s1) & 0xFFFFFFFF)
        a, b, c, d, e, f, g, h = state
        for i in range(64):
            t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (e & f ^ ~e & g) + K[i] + w[i]
            t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = (t1 + t2) & 0xFFFFFFFF, a, b, c, (d + t1) & 0xFFFFFFFF, e, f, g
        state = [(x + y) & 0xFFFFFFFF for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in state).hex()


for text in (b"", b"abc", b"The quick brown fox jumps over the lazy dog", bytes(range(100))):
    print(sha256(text))


def hmac(key, message):
    key = bytes.fromhex(sha256(key)) if len(key) > 64 else key
    key = key.ljust(64, b"\0")
    inner = sha256(bytes(k ^ 0x36 for k in key) + message)
    return sha256(bytes(k ^ 0x5C for k in key) + bytes.fromhex(inner))


print(hmac(b"key", b"The quick brown fox jumps over the lazy dog"))


def luhn(number):
    digits = [int(c) for c in number if c.isdigit()]
    doubled = [d if i % 2 == 0 else d * 2 - 9 * (d > 4) for i, d in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


print([luhn(c) for c in ("4539 1488 0343 6467", "8273 1232 7352 0569", "0")])
shares = [(x, (1234 + 166 * x + 94 * x * x) % 1613) for x in range(1, 7)]
secret = 0
for i, (xi, yi) in enumerate(shares[1:4]):
    term = yi
    for j, (xj, _) in enumerate(shares[1:4]):
        if i != j:
            term = term * -xj * pow(xi - xj, -1, 1613) % 1613
    secret = (secret + term) % 1613
print(shares, secret)
