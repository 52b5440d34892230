def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


import typing, types, collections.abc, dataclasses
from typing import *
T = TypeVar("T")
K = TypeVar("K", bound=str)
N = TypeVar("N", int, float)
class Movie(TypedDict):
    title: str
    year: int
class Opt(TypedDict, total=False):
    a: int
    b: Required[str]
class Emp(NamedTuple):
    name: str
    id: int = 3
    def hi(self):
        return f"hi {self.name}"
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class Res:
    def close(self): pass
class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []
    def push(self, item: T) -> None:
        self.items.append(item)
UserId = NewType("UserId", int)
def f(a: int, b: "str" = "x", *args: float, c: Optional[int] = None, **kw: Any) -> list[int]: ...
class A:
    x: int
    y: "list[str]" = []
    z: ClassVar[int] = 3
    w: Final = 5
show(
    lambda: get_type_hints(f),
    lambda: get_type_hints(A),
    lambda: get_type_hints(Movie),
    lambda: f.__annotations__,
    lambda: A.__annotations__,
    lambda: [get_args(t) for t in (List[int], Optional[int], Union[int, str], Dict[str, int], Callable[[int], str], int, list[int], Literal[1, "a"], Annotated[int, "x", 5], Tuple[int, ...], int | None, Callable[..., int])],
    lambda: (List[int], Dict[str, List[int]], Optional[int], Union[int, None, str], Tuple[int, str], Tuple[()], Callable[[int, str], bool], Callable[..., Any], Type[int], Any, Set[int], FrozenSet[str], Iterable[int], Iterator[T], Sequence[int], Mapping[str, int], Generator[int, None, str], Awaitable[int], Literal["a", 1, None], ClassVar[int], Final[int], Annotated[int, "meta"], NoReturn, Never, Self),
    lambda: (Union[int, int], Union[int, Union[str, int]], Optional[None], Union[int], Optional[Union[int, None]], Optional[int] == Union[int, None], (int | str) == (str | int), List[int] == List[int], hash(List[int]) == hash(List[int])),
    lambda: (T, K, N, T.__name__, K.__bound__, N.__constraints__, TypeVar("C", covariant=True), TypeVar("D", contravariant=True), List[T], Dict[K, T], List[T][int], Dict[str, T][int]),
    lambda: (Movie(title="x", year=1), Movie.__total__, Opt.__total__, sorted(Opt.__required_keys__), sorted(Opt.__optional_keys__), Movie.__annotations__, type(Movie(title="a", year=2)).__name__, Movie.__name__),
    lambda: (Emp("a"), Emp("b", 5).hi(), Emp._fields, Emp._field_defaults, Emp.__annotations__, Emp("a")._replace(id=9), Emp("x") == ("x", 3)),
    lambda: Emp(),
    lambda: (isinstance(Res(), Closer), isinstance(5, Closer), issubclass(Res, Closer)),
    lambda: isinstance(Res(), type("P", (Protocol,), {})),
    lambda: Closer(),
    lambda: (UserId(5), UserId.__name__, UserId.__supertype__, repr(UserId)[-6:], type(UserId(5)).__name__),
    lambda: isinstance([], List),
    lambda: isinstance([], List[int]),
    lambda: isinstance(5, Union[int, str]),
    lambda: isinstance(5, int | str),
    lambda: isinstance([], Sequence),
    lambda: isinstance({}, Mapping),
    lambda: isinstance(f, Callable),
    lambda: isinstance(5, Any),
    lambda: isinstance(5, Optional[int]),
    lambda: issubclass(int, SupportsInt),
    lambda: (isinstance(5, SupportsIndex), isinstance(5.0, SupportsFloat), isinstance([], Hashable), isinstance("", Sized), isinstance(iter([]), Iterator)),
    lambda: list[int]((1, 2)),
    lambda: Optional[5],
    lambda: Union[()],
    lambda: Literal[1].__args__,
    lambda: List[int, str],
    lambda: Optional[int, str],
    lambda: Any(),
    lambda: int | 5,
    lambda: assert_never(5),
    lambda: (assert_type(5, int), reveal_type is not None),
    lambda: Annotated[int, "a"].__metadata__,
    lambda: get_type_hints(A, include_extras=True)["x"],
    lambda: get_type_hints(5),
    lambda: typing.get_type_hints(lambda x: x),
    lambda: is_typeddict(Movie),
    lambda: (typing.List.__name__ if hasattr(typing.List, "__name__") else None, typing.Dict, typing.Callable),
    lambda: typing.foo,
    lambda: TypedDict("P", {"x": int})(x=1),
    lambda: NamedTuple("Q", [("a", int), ("b", str)])(1, "x"),
    lambda: ParamSpec("P"),
    lambda: (AnyStr, Text is str, Pattern, Match, Deque[int], DefaultDict[str, int], Counter[str], OrderedDict[str, int], ChainMap[str, int], NamedTuple.__name__),
)
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [1]
show(
    lambda: (ns, ns.a, ns == types.SimpleNamespace(a=1, b="x", c=[1]), vars(ns), ns.__dict__, types.SimpleNamespace()),
    lambda: (types.MappingProxyType({"a": 1}), types.MappingProxyType({"a": 1})["a"], list(types.MappingProxyType({"a": 1}))),
    lambda: types.MappingProxyType({}).__setitem__("a", 1),
    lambda: exec_like(),
    lambda: (isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance((i for i in []), types.GeneratorType), isinstance(Res().close, types.MethodType), isinstance(None, types.NoneType), isinstance(typing, types.ModuleType), isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias), type(lambda: 0) is types.LambdaType),
    lambda: types.new_class("X", (), {}, lambda ns: ns.update(a=5)).a,
)
m = types.MappingProxyType({"a": 1})
try:
    m["b"] = 2
except TypeError as e:
    print(e)
