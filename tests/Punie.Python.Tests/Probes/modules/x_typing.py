from typing import *
import typing
T = TypeVar("T"); K = TypeVar("K", bound=int)
class Stack(Generic[T]):
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, Stack[int], Stack.__name__, Optional[int], Union[int, str, None], List[int], Dict[str, List[int]], Callable[[int], str], Tuple[int, ...], Any, Literal["a", 1], T, K, Type[int], Iterable[str], ClassVar[int], Final[int], Annotated[int, "m"], int | None, list[int] | None, dict[str, int], tuple[int, ...], type[int])
def f(a: int, b: "str" = "x", *c: float, d: Optional[bool] = None, **e: Any) -> list[int]: ...
print(f.__annotations__, get_type_hints(f), get_origin(List[int]), get_args(Dict[str, int]), get_origin(int | str), get_args(Optional[int]), get_origin(list[int]), get_args(Callable[[int], str]))
class TD(TypedDict, total=False):
    a: int
    b: Required[str]
td: TD = {"a": 1}; print(td, TD(a=1, b="x"), TD.__annotations__.keys(), sorted(TD.__required_keys__), sorted(TD.__optional_keys__), TD.__total__)
class NT(NamedTuple):
    """doc"""
    x: int
    y: str = "d"
    def show(self): return f"{self.x}{self.y}"
n = NT(1); print(n, n.show(), n._asdict(), n._replace(x=2), NT._fields, NT.__annotations__, NT._field_defaults, n == (1, "d"), NT.__doc__)
UserId = NewType("UserId", int); print(UserId(5), UserId.__name__, UserId(5) + 1)
print(cast(int, "a"), TYPE_CHECKING, isinstance([], typing.Sequence), isinstance({}, Mapping), issubclass(int, Hashable), isinstance(3, SupportsInt))
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1), g("a"), NoReturn, Never, Self)
@final
class Fin: pass
@no_type_check
def h(x: "bad type"): return x
print(h(1), reveal_type(5) if False else 5, assert_type(1, int), isinstance(Fin(), Fin))
try:
    assert_never(5)
except AssertionError as e:
    print(e)
try:
    isinstance([], List[int])
except TypeError as e:
    print(e)
try:
    isinstance([], list[int])
except TypeError as e:
    print(e)
print(isinstance(5, int | str), isinstance(None, Optional[int]), isinstance([], List), isinstance("a", Union[int, str]))
x: int = 5
y: "list[str]"
print(List, Dict, ParamSpec("P"), TypeAlias, Concatenate)
class A:
    a: int
    b: str = "x"
    c: ClassVar[int] = 3
print(A.__annotations__, get_type_hints(A))
print(Stack[int].__origin__, Stack[int].__args__, Optional[int] == Union[int, None], Union[int], Union[int, int], hash(List[int]) == hash(List[int]), repr(Callable[..., int]), Generator[int, None, str], AsyncIterator[int], Pattern, Match[str], Counter[str], DefaultDict[str, int], Deque[int], Awaitable[int], LiteralString, TypeGuard[int], Unpack, Sequence[int], MutableMapping[str, int])
