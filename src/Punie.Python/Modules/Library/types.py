"""Names for built-in types, simple namespaces and read-only views of dicts."""


class SimpleNamespace:
    """An object with the attributes it was made with."""

    def __init__(self, /, *args, **kwargs):
        if args:
            raise TypeError("no positional arguments expected")
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return f"{name}({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


class mappingproxy:
    """A dict that cannot be changed through this."""

    def __init__(self, mapping, /):
        self._of = mapping

    def __getitem__(self, key):
        return self._of[key]

    def __contains__(self, key):
        return key in self._of

    def __len__(self):
        return len(self._of)

    def __iter__(self):
        return iter(self._of)

    def __reversed__(self):
        return reversed(self._of)

    def __repr__(self):
        return f"mappingproxy({self._of!r})"

    def __str__(self):
        return str(self._of)

    def __eq__(self, other):
        return self._of == (other._of if isinstance(other, mappingproxy) else other)

    def __or__(self, other):
        return self._of | (other._of if isinstance(other, mappingproxy) else other)

    def get(self, key, default=None):
        return self._of.get(key, default)

    def keys(self):
        return self._of.keys()

    def values(self):
        return self._of.values()

    def items(self):
        return self._of.items()

    def copy(self):
        return self._of.copy()


MappingProxyType = mappingproxy


def coroutine(func):
    return func


def new_class(name, bases=(), kwds=None, exec_body=None):
    body = {}
    if exec_body is not None:
        exec_body(body)
    return type(name, bases, body)


class DynamicClassAttribute(property):
    """A property of enumerations."""
