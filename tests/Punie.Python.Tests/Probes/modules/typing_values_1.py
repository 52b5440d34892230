import typing
from typing import *
T = TypeVar("T")
print(List[int], Dict[str, int], Optional[int], Union[int, str], Union[int, None], Tuple[int, ...], Tuple[()], Callable[[int], str], Callable[..., int], Any, Set[int], FrozenSet[int], Type[int], Literal["a", 1], ClassVar[int], Final[int], Iterable[int], Iterator[str], Sequence[int], Mapping[str, int], Annotated[int, "x"], Optional[List[int]], Dict[str, List[int]], Union[int, int], Union[int, Union[str, float]], Optional[Union[int, str]], List["Foo"], DefaultDict[str, int], Deque[int], Counter[str], OrderedDict[str, int], Generator[int, str, bool], Awaitable[int], AnyStr, NoReturn, Never, Self, List, Dict, Callable, Optional, Union)
print(list[int], dict[str, int], tuple[int, ...], int | str, int | None, list[int] | None, set[str], type[int], list["X"], dict[str, list[int]], tuple[()], frozenset[int])
print(T, TypeVar("K", bound=int), TypeVar("S", int, str), T.__name__, NewType("UserId", int), NewType("UserId", int)(5), ParamSpec("P"), TypeVar("C", covariant=True))
print(cast(int, "5"), TYPE_CHECKING, is_typeddict(int), isinstance(5, int | str), isinstance(None, Optional[int]), isinstance("a", Union[int, str]))
print(List[int].__origin__, List[int].__args__, Optional[int].__args__, list[int].__origin__, list[int].__args__, (int | str).__args__)
print(isinstance([1], List), isinstance({}, Dict), isinstance([1], Iterable), isinstance({}, Mapping), isinstance(len, Callable), isinstance(5, Hashable), isinstance([], Sized))
