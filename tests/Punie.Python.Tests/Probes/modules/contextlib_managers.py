import asyncio
from contextlib import *


def show(*tests):
    for test in tests:
        try:
            print(test())
        except BaseException as e:
            print("!", type(e).__name__, e, "| cause", repr(e.__cause__))


@contextmanager
def noted(name, *, fail=None, swallow=(), again=False, replace=None):
    "Notes what happens."
    print("in", name)
    try:
        yield name.upper()
    except swallow as e:
        print("swallowed", repr(e))
        if again:
            raise
        if replace is not None:
            raise replace
    finally:
        print("out", name)
    if fail is not None:
        raise fail


@asynccontextmanager
async def anoted(name, *, fail=None, swallow=(), again=False, replace=None):
    print("in", name)
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except swallow as e:
        print("swallowed", repr(e))
        if again:
            raise
        if replace is not None:
            raise replace
    finally:
        print("out", name)
    if fail is not None:
        raise fail


def use(manager, error=None):
    with manager as value:
        if error is not None:
            raise error
        return value
    return "went on"


async def ause(manager, error=None):
    async with manager as value:
        if error is not None:
            raise error
        return value
    return "went on"


cases = [
    lambda use, noted: use(noted("a")),
    lambda use, noted: use(noted("b"), ValueError("v")),
    lambda use, noted: use(noted("c", swallow=ValueError), ValueError("v")),
    lambda use, noted: use(noted("d", swallow=ValueError, again=True), ValueError("v")),
    lambda use, noted: use(noted("e", swallow=ValueError, replace=KeyError("k")), ValueError("v")),
    lambda use, noted: use(noted("f", fail=OSError("o"))),
    lambda use, noted: use(noted("g", fail=OSError("o"), swallow=ValueError), ValueError("v")),
    lambda use, noted: use(noted("h"), StopIteration("s")),
    lambda use, noted: use(noted("i"), StopAsyncIteration("s")),
    lambda use, noted: use(noted("j", swallow=StopIteration), StopIteration("s")),
    lambda use, noted: use(noted("k", swallow=ValueError, replace=StopIteration("new")), ValueError("v")),
    lambda use, noted: use(noted("l"), RuntimeError("r")),
    lambda use, noted: use(noted("m", swallow=RuntimeError, replace=RuntimeError("new")), RuntimeError("r")),
    lambda use, noted: use(noted("n"), KeyboardInterrupt()),
    lambda use, noted: use(noted("p"), GeneratorExit()),
]
show(*[lambda case=case: case(use, noted) for case in cases])
print("--- context")
for case in cases:
    try:
        case(use, noted)
    except BaseException as e:
        print(repr(e.__context__))
print("--- async")
show(*[lambda case=case: asyncio.run(case(ause, anoted)) for case in cases])


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def never():
    if False:
        yield


@contextmanager
def stubborn():
    try:
        yield 1
    except ValueError:
        yield 2


@contextmanager
def plain():
    return 5


@asynccontextmanager
async def atwice():
    yield 1
    yield 2


@asynccontextmanager
async def anever():
    if False:
        yield


@asynccontextmanager
async def astubborn():
    try:
        yield 1
    except ValueError:
        yield 2


show(
    lambda: use(twice()),
    lambda: use(never()),
    lambda: use(stubborn(), ValueError("v")),
    lambda: use(plain()),
    lambda: asyncio.run(ause(atwice())),
    lambda: asyncio.run(ause(anever())),
    lambda: asyncio.run(ause(astubborn(), ValueError("v"))),
    lambda: (noted.__name__, noted.__doc__, noted.__wrapped__.__name__, callable(noted("z"))),
    lambda: noted(),
    lambda: noted("a", "b"),
)
manager = noted("once")
show(lambda: use(manager))


@noted("deco")
def double(x, y=1):
    "Doubles."
    print("body", x, y)
    return 2 * x


show(lambda: double(2), lambda: double(3, y=4), lambda: (double.__name__, double.__doc__), lambda: double())


@anoted("adeco", swallow=ValueError)
async def fails(x):
    raise ValueError(x)


show(lambda: asyncio.run(fails(1)), lambda: asyncio.run(fails(2)))


class Tracked(ContextDecorator):
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *exc):
        print("exit", exc[0])
        return True


@Tracked()
def boom():
    raise KeyError("boom")


class Recreated(Tracked):
    def _recreate_cm(self):
        print("recreated")
        return Recreated()


@Recreated()
def quiet():
    return 7


class Thing:
    def close(self):
        print("closed")

    async def aclose(self):
        print("aclosed")


async def with_aclosing(error=None):
    async with aclosing(Thing()) as t:
        if error:
            raise error
        return type(t).__name__


async def with_null():
    async with nullcontext(4) as x:
        return x


show(
    lambda: boom(),
    lambda: (quiet(), quiet()),
    lambda: use(closing(Thing())).__class__.__name__,
    lambda: use(closing(Thing()), ValueError(1)),
    lambda: asyncio.run(with_aclosing()),
    lambda: asyncio.run(with_aclosing(ValueError(2))),
    lambda: (use(nullcontext()), use(nullcontext(3)), use(nullcontext(enter_result=5)), asyncio.run(with_null())),
    lambda: use(nullcontext(), ValueError(3)),
    lambda: (use(suppress(ValueError), ValueError(4)), use(suppress(KeyError, OSError), FileNotFoundError()), use(suppress())),
    lambda: use(suppress(KeyError), ValueError(5)),
    lambda: use(suppress(), ValueError(6)),
    lambda: closing(),
    lambda: closing(1, 2),
    lambda: nullcontext(1, 2),
    lambda: use(closing(5)),
    lambda: [isinstance(x, AbstractContextManager) for x in (nullcontext(), closing(1), suppress(), noted("x"), ExitStack(), 1)],
    lambda: [isinstance(x, AbstractAsyncContextManager) for x in (nullcontext(), aclosing(1), anoted("x"), AsyncExitStack(), 1)],
    lambda: isinstance(noted("x"), ContextDecorator),
)
with ExitStack() as stack:
    print(stack.enter_context(noted("s1")), stack.enter_context(noted("s2", swallow=ValueError)))
    stack.callback(print, "callback", sep="-")
    stack.push(lambda *exc: print("pushed", exc[1]))
    raise ValueError("inside")
print("after")
