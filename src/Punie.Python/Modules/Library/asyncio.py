"""Locks, queues, task groups and waiting, over the native tasks and futures."""
import collections
import heapq

_future = native.Future
_current = native.current_task
_ensure = native.ensure_future
_CancelledError = native.CancelledError


class _Line:
    """Tasks that wait, in the order they came; each is woken by a turn of its own."""

    def __init__(self):
        self._turns = collections.deque()

    def __len__(self):
        return len(self._turns)

    def is_empty(self):
        return all(turn.cancelled() for turn in self._turns)

    def wake(self, most=1):
        """Gives a turn to the first that have none; how many they were."""
        woken = [turn for turn in self._turns if not turn.done()][:most]
        for turn in woken:
            turn.set_result(True)
        return len(woken)

    async def turn(self, lost=None):
        """Waits for a turn; lost() is called for one that came, but to a task that was cancelled then."""
        turn = _future()
        self._turns.append(turn)
        try:
            await turn
        except BaseException:
            self._turns.remove(turn)
            if lost is not None and not turn.cancelled():
                lost()
            raise
        self._turns.remove(turn)

    async def until(self, ready):
        """Waits for turns until ready()."""
        while not ready():
            await self.turn(lambda: ready() and self.wake())


class _Held:
    """What async with acquires and releases."""

    async def __aexit__(self, exc_type, exc, tb):
        self.release()

    async def __aenter__(self):
        await self.acquire()


class Lock(_Held):
    def __init__(self):
        self._line = _Line()
        self._locked = False

    def __repr__(self):
        return f"<asyncio.locks.Lock object [{'locked' if self._locked else 'unlocked'}]>"

    def locked(self):
        return self._locked

    async def acquire(self):
        # While the lock is free, at most one in the line has a turn, and who comes late does not overtake.
        if self._locked or not self._line.is_empty():
            await self._line.turn(lost=self._line.wake)
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._line.wake()


class Event:
    def __init__(self):
        self._line = _Line()
        self._happened = False

    def is_set(self):
        return self._happened

    def clear(self):
        self._happened = False

    def set(self):
        if not self._happened:
            self._happened = True
            self._line.wake(len(self._line))

    async def wait(self):
        if not self._happened:
            await self._line.turn()
        return True


async def _surely(acquire):
    """Acquires however often the task is cancelled meanwhile."""
    try:
        await acquire()
    except _CancelledError:
        await _surely(acquire)
        raise


class Condition(_Held):
    def __init__(self, lock=None):
        held = Lock() if lock is None else lock
        self.acquire, self.release, self.locked = held.acquire, held.release, held.locked
        self._line = _Line()

    def _check(self, action):
        if not self.locked():
            raise RuntimeError(f"cannot {action} on un-acquired lock")

    async def wait(self):
        self._check("wait")
        self.release()
        try:
            await self._line.turn()
            return True
        finally:
            await _surely(self.acquire)

    async def wait_for(self, predicate):
        while not (result := predicate()):
            await self.wait()
        return result

    def notify(self, n=1):
        self._check("notify")
        self._line.wake(n)

    def notify_all(self):
        self.notify(len(self._line))


class Semaphore(_Held):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._line = _Line()
        self._value = value

    def locked(self):
        return self._value == 0 or not self._line.is_empty()

    # A turn takes one from the value as it is given, so that nobody overtakes.
    def _serve(self):
        if self._value > 0:
            self._value -= self._line.wake()

    def _give_back(self):
        self._value += 1
        self._serve()

    async def acquire(self):
        if self.locked():
            await self._line.turn(lost=self._give_back)
            self._serve()
        else:
            self._value -= 1
        return True

    def release(self):
        self._give_back()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._most = value

    def release(self):
        if self._value >= self._most:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Tasks that go on together. A barrier fills, then drains: who comes meanwhile waits until it fills again."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._inside = 0
        self._phase = "filling"
        self._changed = Condition()

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: self._inside if self._phase == "filling" else 0)
    broken = property(lambda self: self._phase == "broken")

    async def __aexit__(self, exc_type, exc, tb):
        pass

    async def __aenter__(self):
        return await self.wait()

    def _enter(self, phase):
        self._phase = phase
        self._changed.notify_all()

    async def wait(self):
        async with self._changed:
            await self._changed.wait_for(lambda: self._phase in ("filling", "broken"))
            if self.broken:
                raise BrokenBarrierError("Barrier aborted")
            place = self._inside
            self._inside += 1
            try:
                if self._inside == self._parties:
                    self._enter("draining")
                await self._changed.wait_for(lambda: self._phase != "filling")
                if self._phase != "draining":
                    raise BrokenBarrierError("Abort or reset of barrier")
                return place
            finally:
                self._inside -= 1
                if not self._inside and not self.broken:
                    self._enter("filling")

    async def reset(self):
        async with self._changed:
            self._enter("resetting" if self._inside else "filling")

    async def abort(self):
        async with self._changed:
            self._enter("broken")


class QueueShutDown(Exception):
    pass


class QueueFull(Exception):
    pass


class QueueEmpty(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters, self._putters, self._joiners = _Line(), _Line(), _Line()
        self._open_tasks = 0
        self._init(maxsize)

    maxsize = property(lambda self: self._maxsize)

    # What classes of programs may override: how items are kept.
    def _init(self, maxsize):
        self._queue = collections.deque()

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.popleft()

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    async def get(self):
        await self._getters.until(lambda: not self.empty())
        return self.get_nowait()

    async def put(self, item):
        await self._putters.until(lambda: not self.full())
        self.put_nowait(item)

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        item = self._get()
        self._putters.wake()
        return item

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._open_tasks += 1
        self._put(item)
        self._getters.wake()

    def task_done(self):
        if not self._open_tasks:
            raise ValueError("task_done() called too many times")
        self._open_tasks -= 1
        if not self._open_tasks:
            self._joiners.wake(len(self._joiners))

    async def join(self):
        if self._open_tasks:
            await self._joiners.turn()


class LifoQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()


class PriorityQueue(LifoQueue):
    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class TaskGroup:
    def __init__(self):
        self._parent = None
        self._tasks = set()
        self._errors = []
        self._last_done = _Line()
        self._leaving = self._stopping = self._interrupts = False

    async def __aenter__(self):
        if self._parent is not None:
            raise RuntimeError(f"TaskGroup {self!r} has been already entered")
        self._parent = _current()
        return self

    def create_task(self, coro, *, name=None, context=None):
        refusals = {
            "has not been entered": self._parent is None,
            "is finished": self._leaving and not self._tasks,
            "is shutting down": self._stopping}
        for why, holds in refusals.items():
            if holds:
                raise RuntimeError(f"TaskGroup {self!r} {why}")
        task = native.create_task(coro, name=name)
        task.add_done_callback(self._ended)
        self._tasks.add(task)
        return task

    def _stop(self):
        """Cancels the tasks once; whether this was the call that did."""
        if self._stopping:
            return False
        self._stopping = True
        for task in [task for task in self._tasks if not task.done()]:
            task.cancel()
        return True

    def _ended(self, task):
        self._tasks.discard(task)
        if not self._tasks:
            self._last_done.wake()
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._errors.append(error)
            # The body of the group is interrupted by a cancellation that is taken back on leaving.
            if not self._parent.done() and self._stop():
                self._interrupts = True
                self._parent.cancel()

    async def __aexit__(self, et, exc, tb):
        self._leaving = True
        cancellation, error = (exc, None) if isinstance(exc, _CancelledError) else (None, exc)
        if self._interrupts and not self._parent.uncancel():
            cancellation = None
        if exc is not None:
            self._stop()
        while self._tasks:
            try:
                await self._last_done.turn()
            except _CancelledError as late:
                if self._stop():
                    cancellation = late
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            raise error
        if cancellation is not None and not self._errors:
            raise cancellation
        errors = self._errors if error is None else [*self._errors, error]
        if errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors) from None


class Timeout:
    def __init__(self, when):
        self._when = when
        self._task = self._timer = None
        self._expired = False

    def when(self):
        return self._when

    def expired(self):
        return self._expired

    def reschedule(self, when):
        self._stop_timer()
        self._when = when
        if when is not None:
            loop = native.get_running_loop()
            left = when - loop.time()
            self._timer = loop.call_later(left, self._expire) if left > 0 else loop.call_soon(self._expire)

    def _stop_timer(self):
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None

    def _expire(self):
        self._expired, self._timer = True, None
        self._task.cancel()

    async def __aenter__(self):
        if self._task is not None:
            raise RuntimeError("Timeout has already been entered")
        task = _current()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._task, self._cancelled_before = task, task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._stop_timer()
        # Only a cancellation that is the timeout's own becomes a TimeoutError.
        if self._expired and self._task.uncancel() <= self._cancelled_before and isinstance(exc, _CancelledError):
            raise TimeoutError from exc


def timeout(delay):
    return Timeout(None if delay is None else native.get_running_loop().time() + delay)


_timeout = timeout


def timeout_at(when):
    return Timeout(when)


async def wait_for(fut, timeout):
    if timeout is None or timeout > 0:
        async with _timeout(timeout):
            return await fut
    task = _ensure(fut)
    if not task.done():
        task.cancel()
        await wait([task])
    if task.cancelled():
        try:
            task.result()
        except _CancelledError as cancelled:
            raise TimeoutError from cancelled
    return task.result()


async def wait(fs, *, timeout=None, return_when=native.ALL_COMPLETED):
    if native.isfuture(fs) or native.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    different = [*dict.fromkeys(fs)]
    if any(map(native.iscoroutine, different)):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    futures = [_ensure(f) for f in different]
    left = sum(not f.done() for f in futures)
    if left and not (left < len(futures) and return_when == native.FIRST_COMPLETED):
        await _settled(futures, timeout, return_when)
    done = {f for f in futures if f.done()}
    return done, set(futures) - done


async def _settled(futures, timeout, return_when):
    """Waits until the futures are done, or one of them in the way that is asked for, or the time is up."""
    enough = _future()
    missing = {f for f in futures if not f.done()}

    def finish():
        if not enough.done():
            enough.set_result(None)

    def on_done(f):
        missing.discard(f)
        failed = return_when == native.FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None
        if failed or not missing or return_when == native.FIRST_COMPLETED:
            finish()

    for f in tuple(missing):
        f.add_done_callback(on_done)
    timer = None if timeout is None else native.get_running_loop().call_later(timeout, finish)
    await enough
    if timer is not None:
        timer.cancel()


class _AsCompleted:
    def __init__(self, aws, timeout):
        self._done = Queue()
        self._todo = {_ensure(f) for f in list(aws)}
        self._left = len(self._todo)
        self._handle = None
        for f in self._todo:
            f.add_done_callback(self._on_done)
        if self._todo and timeout is not None:
            self._handle = native.get_running_loop().call_later(timeout, self._on_timeout)

    def _on_done(self, f):
        if f in self._todo:
            self._todo.remove(f)
            self._done.put_nowait(f)
            if not self._todo and self._handle is not None:
                self._handle.cancel()

    def _on_timeout(self):
        for _ in self._todo:
            self._done.put_nowait(None)
        self._todo.clear()

    async def _next(self, whole=False):
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f if whole else f.result()

    def __iter__(self):
        return self

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._next()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._next(True)


def as_completed(fs, *, timeout=None):
    if native.isfuture(fs) or native.iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    return _AsCompleted(fs, timeout)


def shield(arg):
    inner = _ensure(arg)
    if inner.done():
        return inner
    outer = _future()

    def on_inner_done(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    inner.add_done_callback(on_inner_done)
    return outer


async def to_thread(func, /, *args, **kwargs):
    await native.sleep(0)
    return func(*args, **kwargs)


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        pass

    def get_loop(self):
        return native.get_event_loop()

    def run(self, coro, *, context=None):
        return native.run(coro)

    def close(self):
        pass
