"""Escaping of text for HTML."""
import re

_entity = native._entity
_reference = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
# Names that count without a semicolon too.
_old = (
    "AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve "
    "Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy "
    "curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde "
    "oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml "
    "yacute yen yuml"
).split()
_replacements = dict(zip(
    [0x80, *range(0x82, 0x8d), 0x8e, *range(0x91, 0x9d), 0x9e, 0x9f],
    "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178",
))


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


def _number(text):
    text = text.rstrip(";")
    number = int(text[2:], 16) if text[1] in "xX" else int(text[1:])
    if number in _replacements:
        return _replacements[number]
    if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF or number == 0:
        return "\ufffd"
    if 1 <= number <= 8 or number == 0x0b or 0x0e <= number <= 0x1f or 0x7f <= number <= 0x9f or 0xfdd0 <= number <= 0xfdef or number % 0x10000 >= 0xfffe:
        return ""
    return chr(number)


def _named(text):
    if text.endswith(";"):
        found = _entity(text[:-1])
        if found is not None:
            return found
    for end in range(len(text), 1, -1):
        if text[:end] in _old:
            return _entity(text[:end]) + text[end:]
    return "&" + text


def unescape(s):
    if "&" not in s:
        return s
    return _reference.sub(lambda m: _number(m[1]) if m[1][0] == "#" else _named(m[1]), s)
