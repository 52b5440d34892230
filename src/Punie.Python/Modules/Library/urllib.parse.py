"""What is asked for seldom; the other functions are native."""
from collections import namedtuple


class DefragResult(namedtuple("DefragResult", "url fragment")):
    """A URL without its fragment, and the fragment."""

    __slots__ = ()

    def geturl(self):
        return f"{self.url}#{self.fragment}" if self.fragment else self.url


def urldefrag(url):
    if "#" not in url:
        return DefragResult(url, "")
    parts = native.urlparse(url)
    return DefragResult(native.urlunparse(parts[:5] + ("",)), parts[5])


def unquote_to_bytes(string):
    data = string.encode("utf-8") if isinstance(string, str) else bytes(string)
    bits = data.split(b"%")
    result = [bits[0]]
    for item in bits[1:]:
        try:
            result.append(bytes.fromhex(item[:2].decode("ascii")))
            result.append(item[2:])
        except ValueError:
            result.append(b"%" + item)
    return b"".join(result)


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    return native.quote(bytes(bs), safe=safe)
