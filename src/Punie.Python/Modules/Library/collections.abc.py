"""The abstract classes of collections, with the methods that they give to classes derived from them."""
from abc import ABCMeta, abstractmethod
from functools import wraps
from itertools import chain, count
from operator import countOf

_missing = object()


def _among(kind):
    """Makes an operator answer NotImplemented where the other operand is not of the class of that name."""
    def decorate(operator):
        @wraps(operator)
        def checked(self, other):
            return operator(self, other) if isinstance(other, kind()) else NotImplemented
        return checked
    return decorate


def _making(operator):
    """Makes a set of the class of self from the elements that an operator with an iterable yields."""
    @wraps(operator)
    def made(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(operator(self, other))
        return NotImplemented
    return made


def _closing(kind):
    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError(f"{kind} ignored GeneratorExit")
    return close


def _each(action, values):
    for value in values:
        action(value)


def _item(mapping, key, otherwise):
    try:
        return mapping[key]
    except KeyError:
        return otherwise


def _pairs(source):
    """The keys and values of what a mapping is updated with: a mapping, what has keys, or pairs."""
    if isinstance(source, Mapping):
        keys = source
    elif hasattr(source, "keys"):
        keys = source.keys()
    else:
        return source
    return ((key, source[key]) for key in keys)


def _places(sequence, start, stop):
    """The items of a sequence with their places, until it has no more."""
    for place in count(start) if stop is None else range(start, stop):
        try:
            item = sequence[place]
        except IndexError:
            return
        yield place, item


class Hashable(metaclass=ABCMeta):
    @abstractmethod
    def __hash__(self):
        return 0


class Sized(metaclass=ABCMeta):
    @abstractmethod
    def __len__(self):
        return 0


class Container(metaclass=ABCMeta):
    @abstractmethod
    def __contains__(self, x):
        return False


class Callable(metaclass=ABCMeta):
    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


class Buffer(metaclass=ABCMeta):
    pass


class Iterable(metaclass=ABCMeta):
    @abstractmethod
    def __iter__(self):
        yield from ()


class Reversible(Iterable):
    @abstractmethod
    def __reversed__(self):
        yield from ()


class Iterator(Iterable):
    def __iter__(self):
        return self

    @abstractmethod
    def __next__(self):
        raise StopIteration


class AsyncIterable(metaclass=ABCMeta):
    @abstractmethod
    def __aiter__(self):
        return self


class AsyncIterator(AsyncIterable):
    def __aiter__(self):
        return self

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration


class AsyncGenerator(AsyncIterator):
    pass


class Awaitable(metaclass=ABCMeta):
    @abstractmethod
    def __await__(self):
        yield


class Coroutine(Awaitable):
    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    @abstractmethod
    def send(self, value):
        raise StopIteration

    close = _closing("coroutine")


class Generator(Iterator):
    send, throw = Coroutine.send, Coroutine.throw
    close = _closing("generator")

    def __next__(self):
        return self.send(None)


class Collection(Sized, Iterable, Container):
    pass


class Set(Collection):
    __hash__ = None
    _among_sets = _among(lambda: Set)

    # The other comparisons follow these two, which classes override where they know a quicker way.
    @_among_sets
    def __le__(self, other):
        return len(self) <= len(other) and all(map(other.__contains__, self))

    @_among_sets
    def __ge__(self, other):
        return len(self) >= len(other) and all(map(self.__contains__, other))

    @_among_sets
    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other)

    @_among_sets
    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other)

    @_among_sets
    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other)

    del _among_sets

    def isdisjoint(self, other):
        return not any(map(self.__contains__, other))

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def _as_set(self, other):
        return other if isinstance(other, Set) else self._from_iterable(other)

    @_making
    def __and__(self, other):
        return filter(self.__contains__, other)

    @_making
    def __or__(self, other):
        return chain(self, other)

    @_making
    def __sub__(self, other):
        taken = self._as_set(other)
        return (element for element in self if element not in taken)

    @_making
    def __rsub__(self, other):
        return (element for element in self._as_set(other) if element not in self)

    @_making
    def __xor__(self, other):
        second = self._as_set(other)
        return chain(self - second, second - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__


class MutableSet(Set):
    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    def pop(self):
        for first in self:
            self.discard(first)
            return first
        raise KeyError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def clear(self):
        _each(self.discard, list(self))

    def __ior__(self, it):
        _each(self.add, it)
        return self

    def __iand__(self, it):
        _each(self.discard, self - it)
        return self

    def __isub__(self, it):
        _each(self.discard, list(it))
        return self

    def __ixor__(self, it):
        changed = list(self._as_set(it))
        _each(lambda value: (self.discard if value in self else self.add)(value), changed)
        return self


class MappingView(Sized):
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"

    def __len__(self):
        return len(self._mapping)


class KeysView(MappingView, Set):
    _from_iterable = classmethod(lambda cls, it: set(it))

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping


class ItemsView(MappingView, Set):
    _from_iterable = classmethod(lambda cls, it: set(it))

    def __iter__(self):
        return ((key, self._mapping[key]) for key in self._mapping)

    def __contains__(self, item):
        key, value = item
        held = _item(self._mapping, key, _missing)
        return held is not _missing and value in (held,)


class ValuesView(MappingView, Collection):
    def __iter__(self):
        return (self._mapping[key] for key in self._mapping)

    def __contains__(self, value):
        return value in iter(self)


class Mapping(Collection):
    __hash__ = __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        return _item(self, key, _missing) is not _missing

    def get(self, key, default=None):
        return _item(self, key, default)

    def items(self):
        return ItemsView(self)

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)

    @_among(lambda: Mapping)
    def __eq__(self, other):
        return dict(self.items()) == dict(other.items())


class MutableMapping(Mapping):
    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    def pop(self, key, default=_missing):
        value = self[key] if default is _missing else _item(self, key, _missing)
        if value is _missing:
            return default
        del self[key]
        return value

    def popitem(self):
        for first in self:
            pair = first, self[first]
            del self[first]
            return pair
        raise KeyError

    def clear(self):
        _each(self.__delitem__, list(self))

    def update(self, other=(), /, **kwds):
        for key, value in chain(_pairs(other), kwds.items()):
            self[key] = value

    def setdefault(self, key, default=None):
        value = _item(self, key, _missing)
        if value is _missing:
            self[key] = value = default
        return value


class Sequence(Reversible, Collection):
    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        return (item for _, item in _places(self, 0, None))

    def __reversed__(self):
        return (self[place] for place in range(len(self) - 1, -1, -1))

    def __contains__(self, value):
        return value in iter(self)

    def count(self, value):
        return countOf(iter(self), value)

    def index(self, value, start=0, stop=None):
        # What is below zero counts from the end, as in slices.
        if start < 0:
            start = max(0, start + len(self))
        if stop is not None and stop < 0:
            stop += len(self)
        for place, item in _places(self, start, stop):
            if item is value or item == value:
                return place
        raise ValueError


class ByteString(Sequence):
    pass


class MutableSequence(Sequence):
    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        _each(self.append, list(values) if values is self else values)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        for _ in range(len(self)):
            self.pop()

    def reverse(self):
        last = len(self) - 1
        for low, high in zip(range(len(self) // 2), range(last, 0, -1)):
            self[low], self[high] = self[high], self[low]
