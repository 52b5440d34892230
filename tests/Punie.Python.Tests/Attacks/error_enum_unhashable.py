# expect: ok
# note: values of an enumeration need no hash
from enum import Enum
class Value:
    __hash__ = None
    def __eq__(self, other):
        return True
class Kind(Enum):
    FIRST = Value()
print(Kind.FIRST, Kind(Value()) is Kind.FIRST)
