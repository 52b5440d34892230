"""Splitting and quoting as a shell does it."""

_safe = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words, word, quote, i, n = [], None, "", 0, len(s)
    while i < n:
        c = s[i]
        if quote:
            if c == quote:
                quote = ""
                if not posix:
                    word.append(c)
            elif posix and c == "\\" and quote == '"':
                i += 1
                if i == n:
                    raise ValueError("No escaped character")
                if s[i] not in '"\\':
                    word.append("\\")
                word.append(s[i])
            else:
                word.append(c)
        elif c in " \t\r\n":
            if word is not None:
                words.append("".join(word))
                word = None
        elif comments and c == "#" and (word is None or posix):
            if word is not None:
                words.append("".join(word))
                word = None
            while i < n and s[i] != "\n":
                i += 1
        elif c in "'\"":
            quote = c
            word = [] if word is None else word
            if not posix:
                word.append(c)
        elif posix and c == "\\":
            i += 1
            if i == n:
                raise ValueError("No escaped character")
            word = [] if word is None else word
            word.append(s[i])
        else:
            word = [] if word is None else word
            word.append(c)
        i += 1
    if quote:
        raise ValueError("No closing quotation")
    if word is not None:
        words.append("".join(word))
    return words


def quote(s):
    if not s:
        return "''"
    if all(c in _safe for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(quote(word) for word in split_command)
