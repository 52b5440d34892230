"""Templates and formatters."""
import re


class Template:
    """Text with $names in it."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = re.IGNORECASE

    def __init__(self, template):
        self.template = template

    @classmethod
    def _pattern(cls):
        own = cls.__dict__.get("pattern")
        if own is None:
            name = cls.idpattern
            braced = cls.braceidpattern or name
            own = (f"{re.escape(cls.delimiter)}(?:(?P<escaped>{re.escape(cls.delimiter)})|(?P<named>{name})"
                   f"|{{(?P<braced>{braced})}}|(?P<invalid>))")
        return re.compile(own, cls.flags | re.VERBOSE)

    def _invalid(self, mo):
        i = mo.start("invalid")
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno = i - len("".join(lines[:-1]))
            lineno = len(lines)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (lineno, colno))

    def substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws} if kws else mapping

        def convert(mo):
            named = mo.group("named") or mo.group("braced")
            if named is not None:
                return str(values[named])
            if mo.group("escaped") is not None:
                return self.delimiter
            self._invalid(mo)

        return self._pattern().sub(convert, self.template)

    def safe_substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws} if kws else mapping

        def convert(mo):
            named = mo.group("named") or mo.group("braced")
            if named is not None:
                try:
                    return str(values[named])
                except KeyError:
                    return mo.group()
            if mo.group("escaped") is not None:
                return self.delimiter
            return mo.group()

        return self._pattern().sub(convert, self.template)

    def is_valid(self):
        return all(mo.group("invalid") is None for mo in self._pattern().finditer(self.template))

    def get_identifiers(self):
        ids = []
        for mo in self._pattern().finditer(self.template):
            named = mo.group("named") or mo.group("braced")
            if named is not None and named not in ids:
                ids.append(named)
            elif named is None and mo.group("invalid") is None and mo.group("escaped") is None:
                raise ValueError("Unrecognized named group in pattern", self._pattern())
        return ids


def _split_field(text):
    depth, conversion, spec, name = 0, None, "", text
    for i, char in enumerate(text):
        if char == "[":
            depth = 1
        elif char == "]":
            depth = 0
        elif not depth and char in ":!":
            name = text[:i]
            if char == "!":
                conversion = text[i + 1:i + 2]
                rest = text[i + 2:]
                if not conversion:
                    raise ValueError("end of string while looking for conversion specifier")
                if rest and rest[0] != ":":
                    raise ValueError("expected ':' after conversion specifier")
                spec = rest[1:]
            else:
                spec = text[i + 1:]
            break
    return name, spec, conversion


class _Fields:
    """The fields of one call: those without a name are numbered, and those that were used are remembered."""

    def __init__(self):
        self.used, self._next, self._automatic = set(), 0, None

    def name(self, given):
        if given and not given.isdigit():
            return given
        if self._automatic is not None and self._automatic == bool(given):
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        self._automatic = not given
        self._next += 1
        return given or str(self._next - 1)


_conversions = {None: lambda value: value, "s": str, "r": repr, "a": ascii}


class Formatter:
    """What str.format does, in parts to override."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        fields = _Fields()

        # A format may have fields of its own, once.
        def expand(text, depth):
            if depth < 0:
                raise ValueError("Max string recursion exceeded")
            for literal, name, spec, conversion in self.parse(text):
                yield literal
                if name is not None:
                    value, used = self.get_field(fields.name(name), args, kwargs)
                    fields.used.add(used)
                    value = self.convert_field(value, conversion)
                    yield self.format_field(value, "".join(expand(spec, depth - 1)))

        shown = "".join(expand(format_string, 2))
        self.check_unused_args(fields.used, args, kwargs)
        return shown

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def get_value(self, key, args, kwargs):
        return (args if isinstance(key, int) else kwargs)[key]

    def convert_field(self, value, conversion):
        if conversion not in _conversions:
            raise ValueError(f"Unknown conversion specifier {conversion}")
        return _conversions[conversion](value)

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def parse(self, format_string):
        literal, i = "", 0
        while i < len(format_string):
            char = format_string[i]
            if char not in "{}":
                literal += char
                i += 1
            elif format_string[i + 1:i + 2] == char:
                yield literal + char, None, None, None
                literal = ""
                i += 2
            elif char == "}":
                raise ValueError("Single '}' encountered in format string")
            else:
                depth, start = 1, i + 1
                i += 1
                while i < len(format_string) and depth:
                    depth += {"{": 1, "}": -1}.get(format_string[i], 0)
                    i += 1
                if depth:
                    raise ValueError("expected '}' before end of string" if i > start else "Single '{' encountered in format string")
                name, spec, conversion = _split_field(format_string[start:i - 1])
                yield literal, name, spec, conversion
                literal = ""
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        first = re.match(r"[^.\[]*", field_name).group()
        key = int(first) if first.isdigit() else first
        obj = self.get_value(key, args, kwargs)
        for attribute, index in re.findall(r"\.([^.\[]+)|\[([^\]]+)\]", field_name[len(first):]):
            if attribute:
                obj = getattr(obj, attribute)
            else:
                obj = obj[int(index) if index.isdigit() else index]
        return obj, key
