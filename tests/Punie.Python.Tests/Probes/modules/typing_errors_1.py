import typing
from typing import *
T = TypeVar("T")
try:
    print(isinstance([1], List[int]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(isinstance([1], list[int]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(List[int](), Dict[str, int](), list[int]([1]), List())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Any())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Union[int, str]())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Optional[int, str])
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Union[()])
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(Literal[1]())
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(int | "a")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(list[int] | "a")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(5 | int)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(typing.foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(TypeVar("T", int))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(List[int, str])
except Exception as error:
    print(type(error).__name__ + ':', error)
