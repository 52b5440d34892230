import asyncio


async def note(what, awaitable):
    try:
        result = await awaitable
        print(what, "got", result)
        return result
    except BaseException as e:
        print(what, type(e).__name__, e)
        raise


async def settle(times=5):
    for _ in range(times):
        await asyncio.sleep(0)


async def locks():
    lock = asyncio.Lock()
    print(lock.locked(), await lock.acquire(), lock.locked())
    tasks = [asyncio.create_task(note(f"lock{i}", lock.acquire())) for i in range(4)]
    await settle()
    tasks[1].cancel()
    lock.release()
    print("free", lock.locked())
    await settle()
    print("held", lock.locked())
    lock.release()
    tasks[2].cancel()
    await settle()
    print("held", lock.locked(), [t.done() for t in tasks])
    lock.release()
    await settle()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    async with lock as nothing:
        print(nothing, lock.locked())
    try:
        async with lock:
            raise KeyError("inside")
    except KeyError:
        print(lock.locked())
    # One that comes late waits behind one whose turn has come.
    await lock.acquire()
    first = asyncio.create_task(note("first", lock.acquire()))
    await settle()
    lock.release()
    late = asyncio.create_task(note("late", lock.acquire()))
    await settle()
    lock.release()
    await settle()


async def events():
    event = asyncio.Event()
    tasks = [asyncio.create_task(note(f"event{i}", event.wait())) for i in range(3)]
    await settle()
    tasks[0].cancel()
    print(event.is_set())
    event.set()
    event.clear()
    await settle()
    event.set()
    print(event.is_set(), await event.wait())


async def conditions():
    c = asyncio.Condition()
    for call in (c.notify, c.notify_all, c.release):
        try:
            call()
        except RuntimeError as e:
            print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
    box = []

    async def waiter(i):
        async with c:
            try:
                print("waiter", i, await c.wait())
            except asyncio.CancelledError:
                print("waiter", i, "cancelled", c.locked())
                raise

    async def wants(n):
        async with c:
            print("wants", n, await c.wait_for(lambda: len(box) >= n and box))

    tasks = [asyncio.create_task(waiter(i)) for i in range(4)] + [asyncio.create_task(wants(2))]
    await settle()
    async with c:
        print(c.locked())
        c.notify()
        tasks[1].cancel()
    await settle(10)
    async with c:
        box.append(1)
        c.notify(2)
    await settle(10)
    async with c:
        box.append(2)
        c.notify_all()
    await settle(10)
    print([t.done() for t in tasks])
    lock = asyncio.Lock()
    own = asyncio.Condition(lock)
    async with own:
        print(lock.locked())


async def semaphores():
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    s = asyncio.Semaphore(2)
    print(s.locked(), await s.acquire(), await s.acquire(), s.locked())
    tasks = [asyncio.create_task(note(f"sem{i}", s.acquire())) for i in range(5)]
    await settle()
    tasks[0].cancel()
    s.release()
    s.release()
    await settle()
    print(s.locked(), [t.done() for t in tasks])
    s.release()
    tasks[3].cancel()
    await settle()
    print([t.done() for t in tasks])
    s.release()
    print(s.locked())
    b = asyncio.BoundedSemaphore(1)
    async with b:
        print(b.locked())
    try:
        b.release()
    except ValueError as e:
        print(e)


async def queues():
    q = asyncio.Queue(2)
    print(q.maxsize, q.empty(), q.full(), q.qsize())
    getters = [asyncio.create_task(note(f"get{i}", q.get())) for i in range(3)]
    await settle()
    q.put_nowait("a")
    getters[0].cancel()
    await settle()
    q.put_nowait("b")
    await settle()
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(type(e).__name__, str(e) == "")
    q.put_nowait(1)
    q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(type(e).__name__)
    putters = [asyncio.create_task(note(f"put{i}", q.put(i * 10))) for i in range(3)]
    await settle()
    print(q.full(), await q.get())
    putters[0].cancel()
    await settle()
    print(await q.get(), await q.get(), q.qsize())
    await settle()
    print(await q.get(), q.empty(), [p.done() for p in putters])
    joined = asyncio.create_task(note("join", q.join()))
    for i in range(6):
        await settle(2)
        print("left", i, joined.done())
        try:
            q.task_done()
        except ValueError as e:
            print(e)
    await settle()
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue, asyncio.Queue):
        k = kind()
        for item in (3, 1, 2):
            await k.put(item)
        print(kind.__name__, [k.get_nowait() for _ in range(k.qsize())], k.full(), k.maxsize)

    class Newest(asyncio.Queue):
        def _put(self, item):
            super()._put(-item)

    n = Newest(maxsize=1)
    await n.put(5)
    print(await n.get())


async def barriers():
    barrier = asyncio.Barrier(3)

    async def arrive(i):
        async with barrier as place:
            print("arrived", i, place, barrier.parties)

    await asyncio.gather(*[arrive(i) for i in range(6)])
    print(barrier.n_waiting)


async def main():
    for part in (locks, events, conditions, semaphores, queues, barriers):
        print("---", part.__name__)
        await part()


asyncio.run(main())
