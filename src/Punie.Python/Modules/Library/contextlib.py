"""Context managers made of functions and objects."""
from abc import ABC, abstractmethod
from functools import update_wrapper


class AbstractContextManager(ABC):
    """What has __enter__ and __exit__."""

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager(ABC):
    """What has __aenter__ and __aexit__."""

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    """A context manager that decorates functions too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def within(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return update_wrapper(within, func)


class AsyncContextDecorator:
    """The same for coroutine functions."""

    _recreate_cm = ContextDecorator._recreate_cm

    def __call__(self, func):
        async def within(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return update_wrapper(within, func)


_nothing = object()


def _yielded(value):
    if value is _nothing:
        raise RuntimeError("generator didn't yield")
    return value


def _leave(given, raised):
    """What the end of the block means, whose exception was given to the generator, which raised another: whether the
    exception is swallowed."""
    if raised is given:
        return False
    ends = (StopIteration, StopAsyncIteration)
    if isinstance(raised, ends):
        return given is not None
    # A generator that lets an exception of its own end through raises it as the cause of another.
    if isinstance(raised, RuntimeError) and isinstance(given, ends) and raised.__cause__ is given:
        return False
    raise raised


class _Generated:
    """The generator that makes a context manager: it yields once."""

    def __init__(self, func, args, kwds):
        self._made_by = func, args, kwds
        self.gen = func(*args, **kwds)

    def _recreate_cm(self):
        return type(self)(*self._made_by)


class _GeneratorContextManager(_Generated, ContextDecorator, AbstractContextManager):
    def __enter__(self):
        return _yielded(next(self.gen, _nothing))

    def __exit__(self, typ, value, traceback):
        given = typ() if value is None and typ is not None else value
        try:
            if given is None:
                next(self.gen)
            else:
                self.gen.throw(given)
        except BaseException as raised:
            return _leave(given, raised)
        raise RuntimeError("generator didn't stop" if given is None else "generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_Generated, AsyncContextDecorator, AbstractAsyncContextManager):
    async def __aenter__(self):
        return _yielded(await anext(self.gen, _nothing))

    async def __aexit__(self, typ, value, traceback):
        given = typ() if value is None and typ is not None else value
        try:
            await (anext(self.gen) if given is None else self.gen.athrow(given))
        except BaseException as raised:
            return _leave(given, raised)
        raise RuntimeError("generator didn't stop" if given is None else "generator didn't stop after athrow()")


def _maker(kind, func):
    def make(*args, **kwds):
        return kind(func, args, kwds)
    return update_wrapper(make, func)


def contextmanager(func):
    return _maker(_GeneratorContextManager, func)


def asynccontextmanager(func):
    return _maker(_AsyncGeneratorContextManager, func)


class closing(AbstractContextManager):
    """Calls close() at the end."""

    def __exit__(self, *exc_info):
        self.thing.close()

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing


class aclosing(AbstractAsyncContextManager):
    """Awaits aclose() at the end."""

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing


class suppress(AbstractContextManager):
    """Ends quietly with the given exceptions."""

    def __init__(self, *exceptions):
        self._quiet = exceptions

    def __enter__(self):
        return None

    def __exit__(self, exctype, excinst, exctb):
        return isinstance(excinst, self._quiet)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing."""

    def __exit__(self, *excinfo):
        return None

    async def __aexit__(self, *excinfo):
        return None

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.__enter__()


class redirect_stdout(AbstractContextManager):
    """What print writes goes to the target."""

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(native._redirect(self._new_target))
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        native._redirect(self._old_targets.pop())


class redirect_stderr(AbstractContextManager):
    """There is no error stream here: nothing is redirected."""

    def __init__(self, new_target):
        self._new_target = new_target

    def __enter__(self):
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        pass


class _Exits:
    def __init__(self):
        self._exits = []

    def pop_all(self):
        other = type(self)()
        other._exits = self._exits
        self._exits = []
        return other

    def callback(self, callback, /, *args, **kwds):
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)
        self._exits.append((True, leave))
        return callback

    def push(self, exit):
        self._exits.append((True, getattr(exit, "__exit__", exit)))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        if not hasattr(cls, "__enter__") or not hasattr(cls, "__exit__"):
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol")
        result = cm.__enter__()
        self._exits.append((True, cm.__exit__))
        return result


class ExitStack(_Exits, AbstractContextManager):
    """Context managers that are left together."""

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        received = details[1]
        pending = received
        suppressed = False
        while self._exits:
            _, leave = self._exits.pop()
            try:
                if leave(None if pending is None else type(pending), pending, None):
                    suppressed = True
                    pending = None
            except BaseException as exc:
                pending = exc
        if pending is not None and pending is not received:
            raise pending
        return received is not None and suppressed


class AsyncExitStack(_Exits, AbstractAsyncContextManager):
    """The same with asynchronous ones among them."""

    async def enter_async_context(self, cm):
        result = await cm.__aenter__()
        self._exits.append((False, cm.__aexit__))
        return result

    def push_async_exit(self, exit):
        self._exits.append((False, getattr(exit, "__aexit__", exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(exc_type, exc, tb):
            await callback(*args, **kwds)
        self._exits.append((False, leave))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *details):
        received = details[1]
        pending = received
        suppressed = False
        while self._exits:
            is_sync, leave = self._exits.pop()
            try:
                answer = leave(None if pending is None else type(pending), pending, None)
                if not is_sync:
                    answer = await answer
                if answer:
                    suppressed = True
                    pending = None
            except BaseException as exc:
                pending = exc
        if pending is not None and pending is not received:
            raise pending
        return received is not None and suppressed
