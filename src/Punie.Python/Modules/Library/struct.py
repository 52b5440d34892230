"""Values as bytes in the layouts of C."""


class error(Exception):
    pass


_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1}
_NATIVE = {"l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
_WORDS = {"b": "byte format requires -128 <= number <= 127", "B": "ubyte format requires 0 <= number <= 255"}
_to_bits = native._to_bits
_from_bits = native._from_bits


class _Layout:
    def __init__(self, text):
        if isinstance(text, bytes):
            text = text.decode("ascii")
        if not isinstance(text, str):
            raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(text).__name__}")
        self.format = text
        mark = text[0] if text and text[0] in "@=<>!" else ""
        aligned = mark in ("", "@")
        self.order = "big" if mark in (">", "!") else "little"
        self.native = aligned
        self.items = []
        size, at = 0, len(mark)
        while at < len(text):
            if text[at].isspace():
                at += 1
                continue
            start = at
            while at < len(text) and text[at] in "0123456789":
                at += 1
            if at == len(text):
                raise error("repeat count given without format specifier")
            count = int(text[start:at]) if at > start else 1
            code = text[at]
            at += 1
            width = _NATIVE.get(code) if aligned and code in _NATIVE else _SIZES.get(code)
            if width is None:
                raise error("bad char in struct format")
            if aligned and code not in "xcbB?sp" and size % width:
                size += width - size % width
            if count * width > 1 << 40:
                raise error("total struct size too long")
            self.items.append((code, count, width, size))
            size += count * width
        self.size = size
        self.count = sum(0 if code == "x" else 1 if code in "sp" else count for code, count, _, _ in self.items)

    def pack(self, values):
        out = bytearray(self.size)
        position = 0
        for code, count, width, at in self.items:
            if code == "x":
                continue
            if code in "sp":
                out[at:at + count] = self._text(code, count, values[position])
                position += 1
                continue
            for _ in range(count):
                out[at:at + width] = self._one(code, width, values[position])
                position += 1
                at += width
        return bytes(out)

    def _text(self, code, count, value):
        if not isinstance(value, (bytes, bytearray)):
            raise error(f"argument for '{code}' must be a bytes object")
        if code == "p":
            value = value[:max(0, min(count - 1, 255))]
            value = (bytes([len(value)]) + bytes(value)) if count else b""
        return bytes(value[:count]).ljust(count, b"\0")

    def _one(self, code, width, value):
        if code == "c":
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            return bytes(value)
        if code == "?":
            return b"\1" if value else b"\0"
        if code in "efd":
            try:
                value = float(value)
            except (TypeError, ValueError):
                raise error("required argument is not a float") from None
            return _to_bits(value, width).to_bytes(width, self.order)
        if not hasattr(value, "__index__"):
            raise error("required argument is not an integer")
        value = value.__index__()
        signed = code in "bhilqn"
        low, high = (-(1 << width * 8 - 1), (1 << width * 8 - 1) - 1) if signed else (0, (1 << width * 8) - 1)
        if not low <= value <= high:
            if width == 8 and self.native:
                raise error("int too large to convert" if abs(value) >= 1 << 64 else "argument out of range")
            raise error(_WORDS.get(code) or f"'{code}' format requires {low} <= number <= {high}")
        return value.to_bytes(width, self.order, signed=signed)

    def unpack(self, data):
        values = []
        for code, count, width, at in self.items:
            if code == "x":
                continue
            if code == "s":
                values.append(bytes(data[at:at + count]))
            elif code == "p":
                values.append(bytes(data[at + 1:at + 1 + min(data[at], count - 1)]) if count else b"")
            else:
                for i in range(count):
                    part = bytes(data[at + i * width:at + (i + 1) * width])
                    if code == "c":
                        values.append(part)
                    elif code == "?":
                        values.append(part != b"\0")
                    elif code in "efd":
                        values.append(_from_bits(int.from_bytes(part, self.order), width))
                    else:
                        values.append(int.from_bytes(part, self.order, signed=code in "bhilqn"))
        return tuple(values)


def _check_count(layout, values, function):
    if len(values) != layout.count:
        raise error(f"{function} expected {layout.count} items for packing (got {len(values)})")


class Struct:
    def __init__(self, format, /):
        self._layout = _Layout(format)
        self.format = self._layout.format
        self.size = self._layout.size

    def pack(self, /, *values):
        _check_count(self._layout, values, "pack")
        return self._layout.pack(values)

    def pack_into(self, buffer, offset, /, *values):
        _check_count(self._layout, values, "pack_into")
        if offset < 0:
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(f"pack_into requires a buffer of at least {offset + self.size} bytes for packing {self.size} bytes at offset {offset} (actual buffer size is {len(buffer)})")
        buffer[offset:offset + self.size] = self._layout.pack(values)

    def unpack(self, buffer, /):
        if len(buffer) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._layout.unpack(buffer)

    def unpack_from(self, /, buffer, offset=0):
        if offset < 0:
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(f"unpack_from requires a buffer of at least {offset + self.size} bytes for unpacking {self.size} bytes at offset {offset} (actual buffer size is {len(buffer)})")
        return self._layout.unpack(buffer[offset:offset + self.size])

    def iter_unpack(self, buffer, /):
        if self.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(buffer) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return (self._layout.unpack(buffer[at:at + self.size]) for at in range(0, len(buffer), self.size))


def calcsize(format, /):
    return Struct(format).size


def pack(format, /, *values):
    return Struct(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    Struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return Struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return Struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return Struct(format).iter_unpack(buffer)
