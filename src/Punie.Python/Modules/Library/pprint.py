"""Shows data over several lines, narrow enough to read."""
import re
from functools import cmp_to_key


def _before(a, b):
    """The order in which values are shown: their own, or that of their types where they have none."""
    try:
        return a < b
    except TypeError:
        return (str(type(a)), id(a)) < (str(type(b)), id(b))


def _sorted(values, key=lambda value: value):
    return sorted(values, key=cmp_to_key(lambda a, b: -_before(key(a), key(b))))


def _sorted_items(items):
    return _sorted(items, key=lambda pair: pair[0])


def _packed(words, room, last_room):
    """The texts of words, joined while they fit in the room; what comes after the last word takes some."""
    joined = ""
    for following, word in zip(range(len(words) - 1, -1, -1), words):
        if joined and len(repr(joined + word)) > (room if following else last_room):
            yield repr(joined)
            joined = ""
        joined += word
    if joined:
        yield repr(joined)


class PrettyPrinter:
    """Shows data in the given style."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
        self._compact, self._sort, self._underscores = compact, sort_dicts, underscore_numbers

    def pprint(self, object):
        print(self.pformat(object), file=self._stream)

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return "".join(out)

    def isrecursive(self, object):
        return self._safe(object, {}, None, 0)[2]

    def isreadable(self, object):
        return self._safe(object, {}, None, 0)[1] and not self.isrecursive(object)

    def format(self, object, context, maxlevels, level):
        return self._safe(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, out, indent, allowance, context, level):
        if id(object) in context:
            out.append(f"<Recursion on {type(object).__name__} with id={id(object)}>")
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            show = self._shower(object)
            if show is not None:
                context[id(object)] = 1
                show(object, out, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        out.append(text)

    def _shower(self, object):
        kind = type(object)
        if isinstance(object, dict) and kind.__repr__ is not None and kind.__name__ in ("dict", "OrderedDict", "defaultdict", "Counter"):
            return self._dict
        if kind is list:
            return self._list
        if kind is tuple:
            return self._tuple
        if kind is set or kind is frozenset:
            return self._set
        if kind is str:
            return self._str
        if kind.__name__ == "deque":
            return self._deque
        if kind.__name__ in ("SimpleNamespace", "mappingproxy"):
            return self._namespace
        if getattr(kind, "__dataclass_fields__", None) is not None and native._generated_repr(object):
            return self._dataclass
        return None

    def _dict(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        if name == "OrderedDict":
            out.append("OrderedDict(")
            self._list(list(object.items()), out, indent + 12, allowance + 1, context, level)
            out.append(")")
            return
        if name == "defaultdict":
            start = f"defaultdict({self._repr(object.default_factory, context, level)},"
            indent += len("defaultdict") + 1
            out.append(start + "\n" + " " * indent)
            self._braces(object.items(), out, indent, allowance + 1, context, level)
            out.append(")")
            return
        if name == "Counter":
            out.append("Counter({")
            if self._indent > 1:
                out.append((self._indent - 1) * " ")
            self._pairs(object.most_common(), out, indent + len("Counter("), allowance + 2, context, level)
            out.append("})")
            return
        self._braces(object.items(), out, indent, allowance, context, level)

    def _braces(self, items, out, indent, allowance, context, level):
        out.append("{")
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        items = _sorted_items(items) if self._sort else list(items)
        if items:
            self._pairs(items, out, indent, allowance + 1, context, level)
        out.append("}")

    def _pairs(self, items, out, indent, allowance, context, level):
        indent += self._indent
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(key, context, level)
            out.append(text + ": ")
            self._format(value, out, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _list(self, object, out, indent, allowance, context, level):
        out.append("[")
        self._items(object, out, indent, allowance + 1, context, level)
        out.append("]")

    def _tuple(self, object, out, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        out.append("(")
        self._items(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _set(self, object, out, indent, allowance, context, level):
        if type(object) is set:
            start, end = "{", "}"
        else:
            start, end = "frozenset({", "})"
            indent += len("frozenset") + 1
        out.append(start)
        self._items(_sorted(object), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _deque(self, object, out, indent, allowance, context, level):
        out.append("deque(")
        indent += 6
        out.append("[")
        if object.maxlen is None:
            self._items(list(object), out, indent, allowance + 2, context, level)
            out.append("])")
        else:
            self._items(list(object), out, indent, 2, context, level)
            out.append("],\n" + " " * indent + f"maxlen={object.maxlen})")

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        delimiter = ""
        room = width = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                w = len(text) + 2
                if width < w:
                    width = room
                    if delimiter:
                        delimiter = ",\n" + " " * indent
                if width >= w:
                    width -= w
                    out.append(delimiter + text)
                    delimiter = ", "
                    continue
            out.append(delimiter)
            delimiter = ",\n" + " " * indent
            self._format(item, out, indent, allowance if last else 1, context, level)

    def _str(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        chunks, lines = [], object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = full = self._width - indent
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                full -= allowance
            if len(text) <= full:
                chunks.append(text)
                continue
            words = re.findall(r"\S*\s*", line)[:-1]
            chunks.extend(_packed(words, room, room - allowance if i == len(lines) - 1 else room))
        if len(chunks) == 1:
            out.append(chunks[0])
            return
        joined = ("\n" + " " * indent).join(chunks)
        out.append("(" + joined + ")" if level == 1 else joined)

    def _namespace(self, object, out, indent, allowance, context, level):
        if type(object).__name__ == "mappingproxy":
            out.append("mappingproxy(")
            self._format(object.copy(), out, indent + 13, allowance + 1, context, level)
            out.append(")")
            return
        self._fields("namespace", list(object.__dict__.items()), out, indent, allowance, context, level)

    def _dataclass(self, object, out, indent, allowance, context, level):
        shown = [(f.name, getattr(object, f.name)) for f in type(object).__dataclass_fields__.values() if f.repr]
        self._fields(type(object).__name__, shown, out, indent, allowance, context, level)

    def _fields(self, name, items, out, indent, allowance, context, level):
        indent += len(name) + 1
        out.append(name + "(")
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            out.append(key + "=")
            if id(value) in context:
                out.append("...")
            else:
                self._format(value, out, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)
        out.append(")")

    def _safe(self, object, context, maxlevels, level):
        kind = type(object)
        if kind is int and self._underscores:
            return f"{object:_d}", True, False
        is_dict = kind is dict
        if not is_dict and kind is not list and kind is not tuple:
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return repr(object), True, False
        start, end = ("{", "}") if is_dict else ("[", "]") if kind is list else ("(", ",)" if len(object) == 1 else ")")
        if maxlevels and level >= maxlevels:
            return start + "..." + end.lstrip(","), False, id(object) in context
        if id(object) in context:
            return f"<Recursion on {kind.__name__} with id={id(object)}>", False, True
        context[id(object)] = 1
        readable, recursive, parts = True, False, []
        items = (_sorted_items(object.items()) if self._sort else object.items()) if is_dict else object
        for item in items:
            texts = []
            for value in item if is_dict else (item,):
                text, is_readable, is_recursive = self.format(value, context, maxlevels, level + 1)
                texts.append(text)
                readable = readable and is_readable
                recursive = recursive or is_recursive
            parts.append(": ".join(texts))
        del context[id(object)]
        return start + ", ".join(parts) + end, readable, recursive


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(
        indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
