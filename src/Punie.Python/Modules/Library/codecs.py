"""Encodings by name."""

BOM_UTF8 = b"\xef\xbb\xbf"
BOM = b"\xff\xfe"
BOM_UTF16_LE = b"\xff\xfe"
BOM_UTF16_BE = b"\xfe\xff"
_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_rotated = "nopqrstuvwxyzabcdefghijklmNOPQRSTUVWXYZABCDEFGHIJKLM"


class CodecInfo:
    def __init__(self, name):
        self.name = name

    def encode(self, input, errors="strict"):
        return encode(input, self.name, errors), len(input)

    def decode(self, input, errors="strict"):
        return decode(input, self.name, errors), len(input)

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name}>"


def _plain(encoding):
    return encoding.lower().replace("-", "_")


def encode(obj, encoding="utf-8", errors="strict"):
    import base64
    match _plain(encoding):
        case "rot13" | "rot_13":
            return obj.translate(str.maketrans(_letters, _rotated))
        case "hex" | "hex_codec":
            return bytes(obj).hex().encode("ascii")
        case "base64" | "base64_codec":
            return base64.encodebytes(obj)
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    import base64
    match _plain(encoding):
        case "rot13" | "rot_13":
            return obj.translate(str.maketrans(_letters, _rotated))
        case "hex" | "hex_codec":
            return bytes.fromhex(bytes(obj).decode("ascii"))
        case "base64" | "base64_codec":
            return base64.b64decode(obj)
        case "unicode_escape":
            import ast
            text = bytes(obj).decode("latin-1")
            return ast.literal_eval('"' + text.replace('\\"', '"').replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"')
    return bytes(obj).decode(encoding, errors)


def lookup(encoding):
    "".encode(encoding)
    names = {"utf8": "utf-8", "utf_8": "utf-8", "latin1": "iso8859-1", "latin_1": "iso8859-1", "us_ascii": "ascii"}
    return CodecInfo(names.get(_plain(encoding), encoding.lower()))


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode
