"""Classes that encode and decode JSON."""


class JSONDecoder:
    """Text to values."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int, self.parse_constant = parse_float, parse_int, parse_constant
        self.strict = strict

    def _hooks(self):
        hooks = "object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant", "strict"
        return {hook: getattr(self, hook) for hook in hooks}

    def decode(self, s):
        return native.loads(s, **self._hooks())

    def raw_decode(self, s, idx=0):
        return native._raw_loads(s, idx, **self._hooks())


class JSONEncoder:
    """Values to text."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.allow_nan, self.check_circular, self.ensure_ascii = allow_nan, check_circular, ensure_ascii
        self.skipkeys, self.sort_keys, self.indent = skipkeys, sort_keys, indent
        if separators is None and indent is not None:
            separators = ",", self.key_separator
        if separators is not None:
            self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        style = "skipkeys", "ensure_ascii", "check_circular", "allow_nan", "indent", "sort_keys", "default"
        return native.dumps(
            o, separators=(self.item_separator, self.key_separator), **{name: getattr(self, name) for name in style})

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)


class _Part:
    def __init__(self, **names):
        self.__dict__.update(names)


decoder = _Part(JSONDecodeError=native.JSONDecodeError, JSONDecoder=JSONDecoder)
encoder = _Part(JSONEncoder=JSONEncoder)
