"""Shell patterns: * ? [seq] [!seq]."""
import re


def translate(pat):
    text, i = "", 0
    while i < len(pat):
        char = pat[i]
        i += 1
        if char == "*":
            if not text.endswith(".*"):
                text += ".*"
        elif char == "?":
            text += "."
        elif char == "[":
            end = i + 1 if pat[i:i + 1] == "!" else i
            end = pat.find("]", end + 1)
            if end < 0:
                text += "\\["
                continue
            inside = pat[i:end].replace("\\", "\\\\")
            i = end + 1
            if inside[0] == "!":
                inside = "^" + inside[1:]
            elif inside[0] in ("^", "["):
                inside = "\\" + inside
            text += "[" + inside + "]"
        else:
            text += re.escape(char)
    return "(?s:%s)\\Z" % text


def fnmatchcase(name, pat):
    return re.match(translate(pat), name) is not None


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    match = re.compile(translate(pat)).match
    return [name for name in names if match(name)]
