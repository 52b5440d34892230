from typing import *
import typing, collections, functools
T = TypeVar("T", bound=int); K = TypeVar("K"); V = TypeVar("V")
class Stack(Generic[K]):
    def __init__(self) -> None: self.items: list[K] = []
    def push(self, x: K) -> "Stack[K]": self.items.append(x); return self
print(Stack[int]().push(3).items, Stack[int], Stack.__orig_bases__, Stack.__parameters__, T, T.__bound__, get_type_hints(Stack.push))
print(Optional[int], Union[int, str, None], Union[int], List[int], Dict[str, List[int]], Callable[[int, str], bool], Callable[..., Any], Tuple[int, ...], Type[int], Literal["a", 1], Annotated[int, "x"], ClassVar[int], Final[str], Iterable[int])
print(int | None, int | str, list[int] | None, (int | str).__args__, get_args(Dict[str, int]), get_origin(List[int]), get_args(Callable[[int], str]), get_origin(int | str), get_origin(Optional[int]), isinstance(3, int | str))
class TD(TypedDict, total=False):
    a: Required[int]
    b: NotRequired[str]
print(TD(a=1), TD.__required_keys__, TD.__optional_keys__, TD.__total__, TD.__annotations__)
class NT(NamedTuple):
    x: int
    y: str = "d"
    def both(self): return f"{self.x}{self.y}"
n = NT(1); print(n, n.both(), n._asdict(), n._replace(y="q"), NT._fields, NT._field_defaults, NT._make([1, 2]), n == (1, "d"), NT.__annotations__)
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], HasLen), isinstance(3, HasLen), issubclass(list, HasLen))
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(f(1), f("a"), f.__name__)
UserId = NewType("UserId", int); print(UserId(5), UserId, UserId.__name__, UserId.__supertype__)
@final
class Fin: pass
print(Fin.__final__, cast("int", "s"), TYPE_CHECKING, NoReturn, Any, Self, Never, LiteralString)
def g(a: int, b: "str" = "x", *c: float, d: Optional[int] = None, **k: Any) -> List[int]: ...
print(g.__annotations__, get_type_hints(g))
P = ParamSpec("P")
def deco(fn: Callable[P, K]) -> Callable[P, K]:
    @functools.wraps(fn)
    def inner(*a: P.args, **k: P.kwargs) -> K: return fn(*a, **k)
    return inner
@deco
def add(a, b=2): "doc"; return a + b
print(add(1), add.__name__, add.__doc__, add.__wrapped__(5), P)
try: reveal = assert_never(3)
except AssertionError as e: print(e)
print(Sequence[int], Mapping[str, int], Iterator[str], AsyncIterator[int], Generator[int, str, bool], Awaitable[int], DefaultDict[str, int], Deque[int], collections.OrderedDict[str, int], type[int], tuple[()], Tuple[()], Concatenate[int, P])
for bad in (lambda: Optional[1, 2], lambda: Union[()], lambda: List[1, 2], lambda: isinstance([], List[int]), lambda: Literal, lambda: isinstance(1, Stack[int]), lambda: Any(), lambda: int[str], lambda: TypeVar("A", int)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(get_type_hints(TD), get_type_hints(NT), typing.is_typeddict(TD), Optional[int] == Union[int, None], Union[int, str] == Union[str, int], hash(List[int]) == hash(List[int]))
class Cmp(Protocol[K]):
    def go(self, x: K) -> K: ...
try: Cmp()
except TypeError as e: print(e)
print(ForwardRef("X"), Literal[1, 1, True], Literal["a"].__args__, Annotated[int, 1, "b"].__metadata__, get_type_hints(g, include_extras=True)["a"])
