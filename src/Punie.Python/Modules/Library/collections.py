"""The classes of collections that programs derive from, and ChainMap."""
import collections.abc as _abc
import operator
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence
from itertools import chain

abc = _abc
_missing = object()


def _item(mapping, key):
    try:
        return mapping[key]
    except KeyError:
        return _missing


def _in_first(maps, method, *args):
    """Calls a method of the first mapping, in whose KeyError it is said that only the first counts."""
    try:
        return getattr(maps[0], method)(*args)
    except KeyError:
        missing = f"Key not found in the first mapping: {args[0]!r}" if args else "No keys found in the first mapping."
        raise KeyError(missing)


class ChainMap(MutableMapping):
    """Several mappings seen as one; the first is written to."""

    def __init__(self, *maps):
        self.maps = [*maps] if maps else [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            value = _item(mapping, key)
            if value is not _missing:
                return value
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def get(self, key, default=None):
        return self[key] if key in self else default

    # A key has the place that the last mapping with it gives it.
    def __iter__(self):
        return iter(dict.fromkeys(chain.from_iterable(reversed(self.maps))))

    def __len__(self):
        return len(set(chain.from_iterable(self.maps)))

    def __bool__(self):
        return True in map(bool, self.maps)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([repr(mapping) for mapping in self.maps])})"

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        _in_first(self.maps, "__delitem__", key)

    def pop(self, key, *args):
        return _in_first(self.maps, "pop", key, *args)

    def popitem(self):
        return _in_first(self.maps, "popitem")

    def clear(self):
        self.maps[0].clear()

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def new_child(self, m=None, **kwargs):
        if m is not None and kwargs:
            m.update(kwargs)
        return type(self)(kwargs if m is None else m, *self.maps)

    def copy(self):
        first, *rest = self.maps
        return type(self)(first.copy(), *rest)

    __copy__ = copy

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        return self.copy().__ior__(other) if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other):
        if isinstance(other, Mapping):
            return type(self)({**other, **self})
        return NotImplemented


def _plain(value):
    """The list, dict or text in an object of one of the classes below; another value as it is."""
    return value.data if isinstance(value, (UserDict, UserList, UserString)) else value


def _on_data(function):
    """A method without arguments that gives what the function gives for the data."""
    return lambda self: function(self.data)


def _with_data(function):
    """A method that gives what the function gives for the data and the plain value of an argument."""
    return lambda self, other: function(self.data, _plain(other))


def _remade(function):
    """A method of the same kind whose result is an object of the class of self."""
    return lambda self, other: type(self)(function(self.data, _plain(other)))


class UserDict(MutableMapping):
    """A dict to derive from."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        self.update(() if dict is None else dict, **kwargs)

    __len__, __iter__, __repr__ = map(_on_data, (len, iter, repr))

    def __contains__(self, key):
        return key in self.data

    def __getitem__(self, key):
        value = self.data.get(key, _missing)
        if value is not _missing:
            return value
        missing = getattr(type(self), "__missing__", None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __or__(self, other):
        return type(self)(self.data | _plain(other)) if isinstance(other, (dict, UserDict)) else NotImplemented

    def __ror__(self, other):
        return type(self)(_plain(other) | self.data) if isinstance(other, (dict, UserDict)) else NotImplemented

    def __ior__(self, other):
        self.data |= _plain(other)
        return self

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        made.update(dict.fromkeys(iterable, value))
        return made

    def copy(self):
        return type(self).fromkeys(()).__ior__(self)


_comparisons = operator.lt, operator.le, operator.eq, operator.gt, operator.ge


class UserList(MutableSequence):
    """A list to derive from."""

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_plain(initlist))

    __len__, __iter__, __repr__ = map(_on_data, (len, iter, repr))
    __lt__, __le__, __eq__, __gt__, __ge__ = map(_with_data, _comparisons)
    __hash__ = None
    __add__ = _remade(lambda data, other: data + list(other))
    __radd__ = _remade(lambda data, other: list(other) + data)
    __mul__ = __rmul__ = _remade(operator.mul)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return type(self)(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __iadd__(self, other):
        self.data.extend(_plain(other))
        return self

    def __imul__(self, n):
        self.data *= n
        return self

    def extend(self, other):
        self.data.extend(_plain(other))

    def append(self, item):
        self.data.append(item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def insert(self, i, item):
        self.data.insert(i, item)

    def clear(self):
        self.data.clear()

    def remove(self, item):
        self.data.remove(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def count(self, item):
        return self.data.count(item)

    def copy(self):
        return type(self)(self)

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def reverse(self):
        self.data.reverse()


def _of_text(name):
    """A method of str; text that it gives is an object of the class of self."""
    def method(self, *args, **kwargs):
        result = getattr(self.data, name)(*map(_plain, args), **kwargs)
        return type(self)(result) if isinstance(result, str) else result
    method.__name__ = name
    method.__qualname__ = "UserString." + name
    return method


class UserString(Sequence):
    """A str to derive from."""

    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else str(seq)

    maketrans = staticmethod(str.maketrans)
    __str__ = _on_data(str)
    __len__, __repr__, __hash__, __int__, __float__ = map(_on_data, (len, repr, hash, int, float))
    __lt__, __le__, __eq__, __gt__, __ge__ = map(_with_data, _comparisons)
    __contains__ = _with_data(operator.contains)
    __getitem__, __mod__, __mul__ = map(_remade, (operator.getitem, operator.mod, operator.mul))
    __rmul__ = __mul__
    __add__ = _remade(lambda data, other: data + str(other))
    __radd__ = _remade(lambda data, other: str(other) + data)


_text_methods = """
    capitalize casefold center count encode endswith expandtabs find format format_map index isalnum
    isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper
    join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust
    rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill
"""
for _name in _text_methods.split():
    setattr(UserString, _name, _of_text(_name))
