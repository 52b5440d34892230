"""Classes that encode and decode JSON."""


class JSONDecoder:
    """Text to values."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def _hooks(self):
        return {
            "object_hook": self.object_hook, "parse_float": self.parse_float, "parse_int": self.parse_int,
            "parse_constant": self.parse_constant, "object_pairs_hook": self.object_pairs_hook, "strict": self.strict}

    def decode(self, s):
        return native.loads(s, **self._hooks())

    def raw_decode(self, s, idx=0):
        return native._raw_loads(s, idx, **self._hooks())


class JSONEncoder:
    """Values to text."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        return native.dumps(
            o, skipkeys=self.skipkeys, ensure_ascii=self.ensure_ascii, check_circular=self.check_circular, allow_nan=self.allow_nan,
            indent=self.indent, separators=(self.item_separator, self.key_separator), default=self.default, sort_keys=self.sort_keys)

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)


class _Part:
    def __init__(self, **names):
        self.__dict__.update(names)


decoder = _Part(JSONDecodeError=native.JSONDecodeError, JSONDecoder=JSONDecoder)
encoder = _Part(JSONEncoder=JSONEncoder)
