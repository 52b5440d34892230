"""Base 85 in its two alphabets; the other bases are native."""

_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_A85 = bytes(range(33, 118))


def _input(b):
    if isinstance(b, str):
        try:
            return b.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    return bytes(b)


def _refuse(b):
    raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'")


def _encode(b, alphabet, pad, zeros=None, spaces=None):
    data = bytes(b) if isinstance(b, (bytes, bytearray)) else _refuse(b)
    missing = -len(data) % 4
    data += b"\0" * missing
    parts = []
    for i in range(0, len(data), 4):
        word = int.from_bytes(data[i:i + 4], "big")
        if zeros and not word:
            parts.append(zeros)
        elif spaces and word == 0x20202020:
            parts.append(spaces)
        else:
            digits = []
            for _ in range(5):
                word, digit = divmod(word, 85)
                digits.append(alphabet[digit])
            parts.append(bytes(reversed(digits)))
    if missing and not pad:
        if parts[-1] == zeros:
            parts[-1] = alphabet[:1] * 5
        parts[-1] = parts[-1][:-missing]
    return b"".join(parts)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _encode(b, _A85, pad, b"z", b"y" if foldspaces else None)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _input(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    result = []
    held = []
    for x in b + b"u" * 4:
        if 33 <= x <= 117:
            held.append(x)
            if len(held) == 5:
                word = 0
                for digit in held:
                    word = 85 * word + digit - 33
                if word > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                result.append(word.to_bytes(4, "big"))
                held = []
        elif x == 122:
            if held:
                raise ValueError("z inside Ascii85 5-tuple")
            result.append(b"\0\0\0\0")
        elif foldspaces and x == 121:
            if held:
                raise ValueError("y inside Ascii85 5-tuple")
            result.append(b"    ")
        elif x not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % x)
    result = b"".join(result)
    padding = 4 - len(held)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    return _encode(b, _B85, pad)


def b85decode(b):
    b = _input(b)
    values = {c: i for i, c in enumerate(_B85)}
    padding = -len(b) % 5
    b += b"~" * padding
    result = []
    for i in range(0, len(b), 5):
        word = 0
        for j, c in enumerate(b[i:i + 5]):
            if c not in values:
                raise ValueError("bad base85 character at position %d" % (i + j))
            word = word * 85 + values[c]
        if word > 0xFFFFFFFF:
            raise ValueError("base85 overflow in hunk starting at byte %d" % i)
        result.append(word.to_bytes(4, "big"))
    result = b"".join(result)
    return result[:-padding] if padding else result
