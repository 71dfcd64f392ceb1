"""AES in Python: the field, the S-box, key schedule, blocks in counter mode and back."""
# small: 2

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 8_000


def double(a):
    a <<= 1
    return (a ^ 0x11B) if a & 0x100 else a


def multiply(a, b):
    result = 0
    while b:
        if b & 1:
            result ^= a
        a = double(a)
        b >>= 1
    return result


def make_sbox():
    box = [0] * 256
    for value in range(256):
        inverse = next((x for x in range(256) if multiply(x, value) == 1), 0)
        result = 0x63
        for shift in range(5):
            result ^= (inverse << shift | inverse >> 8 - shift) & 0xFF
        box[value] = result
    return box


SBOX = make_sbox()
INVERSE = [0] * 256
for _i, _v in enumerate(SBOX):
    INVERSE[_v] = _i
TIMES = {k: [multiply(x, k) for x in range(256)] for k in (2, 3, 9, 11, 13, 14)}


class AES:
    def __init__(self, key):
        self.rounds = {16: 10, 24: 12, 32: 14}[len(key)]
        self.keys = self.expand(key)

    def expand(self, key):
        words = [list(key[i : i + 4]) for i in range(0, len(key), 4)]
        size = len(words)
        constant = 1
        while len(words) < 4 * (self.rounds + 1):
            word = list(words[-1])
            if len(words) % size == 0:
                word = [SBOX[b] for b in word[1:] + word[:1]]
                word[0] ^= constant
                constant = double(constant)
            elif size > 6 and len(words) % size == 4:
                word = [SBOX[b] for b in word]
            words.append([a ^ b for a, b in zip(words[-size], word)])
        return [sum(words[i : i + 4], []) for i in range(0, len(words), 4)]

    def add_key(self, state, number):
        key = self.keys[number]
        for i in range(16):
            state[i] ^= key[i]

    def shift_rows(self, state, direction):
        for row in range(1, 4):
            moved = [state[row + 4 * ((column + direction * row) % 4)] for column in range(4)]
            for column in range(4):
                state[row + 4 * column] = moved[column]

    def mix(self, state):
        two, three = TIMES[2], TIMES[3]
        for c in range(0, 16, 4):
            a, b, d, e = state[c : c + 4]
            state[c] = two[a] ^ three[b] ^ d ^ e
            state[c + 1] = a ^ two[b] ^ three[d] ^ e
            state[c + 2] = a ^ b ^ two[d] ^ three[e]
            state[c + 3] = three[a] ^ b ^ d ^ two[e]

    def unmix(self, state):
        m9, m11, m13, m14 = TIMES[9], TIMES[11], TIMES[13], TIMES[14]
        for c in range(0, 16, 4):
            a, b, d, e = state[c : c + 4]
            state[c] = m14[a] ^ m11[b] ^ m13[d] ^ m9[e]
            state[c + 1] = m9[a] ^ m14[b] ^ m11[d] ^ m13[e]
            state[c + 2] = m13[a] ^ m9[b] ^ m14[d] ^ m11[e]
            state[c + 3] = m11[a] ^ m13[b] ^ m9[d] ^ m14[e]

    def encrypt(self, block):
        state = list(block)
        self.add_key(state, 0)
        for number in range(1, self.rounds + 1):
            for i in range(16):
                state[i] = SBOX[state[i]]
            self.shift_rows(state, 1)
            if number < self.rounds:
                self.mix(state)
            self.add_key(state, number)
        return bytes(state)

    def decrypt(self, block):
        state = list(block)
        for number in range(self.rounds, 0, -1):
            self.add_key(state, number)
            if number < self.rounds:
                self.unmix(state)
            self.shift_rows(state, -1)
            for i in range(16):
                state[i] = INVERSE[state[i]]
        self.add_key(state, 0)
        return bytes(state)


def counter_mode(cipher, data):
    out = bytearray()
    for number in range(0, len(data), 16):
        pad = cipher.encrypt(number.to_bytes(16, "big"))
        out += bytes(a ^ b for a, b in zip(data[number : number + 16], pad))
    return bytes(out)


key = bytes(range(16))
block = bytes.fromhex("00112233445566778899aabbccddeeff")
print(AES(key).encrypt(block).hex(), AES(bytes(range(32))).encrypt(block).hex())
text = b"A machine that runs the bytes another machine wrote. " * (N * 16 // 53 + 1)
text = text[: N * 16]
cipher = AES(bytes.fromhex("2b7e151628aed2a6abf7158809cf4f3c"))
secret = counter_mode(cipher, text)
print(secret[:16].hex(), counter_mode(cipher, secret) == text)
blocks = [cipher.encrypt(text[i : i + 16]) for i in range(0, len(text), 16)]
print(blocks[-1].hex(), b"".join(cipher.decrypt(b) for b in blocks) == text)
