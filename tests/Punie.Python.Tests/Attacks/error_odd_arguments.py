# expect: ok
# note: values of another type where native code works with text, classes, members or fields
import dataclasses
import enum
import json
import string
import textwrap
class Color(enum.Enum):
    RED = 1
class Bits(enum.Flag):
    A = 1
    B = 2
@dataclasses.dataclass(frozen=True)
class Point:
    x: int
def attempt(f, *arguments):
    try:
        f(*arguments)
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__)
for odd in (5, b'ab', None, (1, 2), int, object()):
    attempt(string.capwords, odd)
    attempt(textwrap.indent, odd, ' ')
    attempt(json.JSONDecoder().raw_decode, odd)
    attempt(json.JSONDecoder().raw_decode, '[]', -1)
    for cls in (Color, Bits, Point):
        for name in ('__repr__', '__str__', '__hash__', '__setattr__', '__len__', '__iter__', '__invert__', '__bool__'):
            if hasattr(cls, name):
                attempt(getattr(cls, name), odd)
                attempt(getattr(cls, name), odd, 'x', 1)
    attempt(Bits.A.__contains__, odd)
    attempt(Bits.__or__, odd, odd)
Point.__dataclass_fields__['x'] = 5
attempt(dataclasses.asdict, Point(1))
attempt(repr, object.__new__(Bits))
