import asyncio
async def main():
    q = asyncio.Queue(maxsize=2)
    out = []
    async def prod():
        for i in range(4):
            await q.put(i)
            out.append(f"put {i}")
        await q.put(None)
    async def cons():
        while (v := await q.get()) is not None:
            out.append(f"got {v}")
            q.task_done()
    await asyncio.gather(prod(), cons())
    print(out, q.empty(), q.qsize(), q.full())
    ev = asyncio.Event()
    async def waiter(n):
        await ev.wait()
        return n
    ts = [asyncio.create_task(waiter(i), name=f"w{i}") for i in range(3)]
    await asyncio.sleep(0)
    print(ev.is_set(), [t.done() for t in ts], ts[0].get_name())
    ev.set()
    print(await asyncio.gather(*ts), [t.done() for t in ts], ts[1].result())
    lock = asyncio.Lock()
    log = []
    async def crit(n):
        async with lock:
            log.append(f"in{n}")
            await asyncio.sleep(0)
            log.append(f"out{n}")
    await asyncio.gather(crit(1), crit(2))
    print(log, lock.locked())
    sem = asyncio.Semaphore(2)
    active = peak = 0
    async def work():
        nonlocal active, peak
        async with sem:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0.001)
            active -= 1
    await asyncio.gather(*[work() for _ in range(5)])
    print(peak)
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(waiter("a"))
        b = tg.create_task(waiter("b"))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            async def bad(): raise ValueError("tg")
            async def slow():
                try:
                    await asyncio.sleep(10)
                except asyncio.CancelledError:
                    print("slow cancelled")
                    raise
            tg.create_task(bad())
            tg.create_task(slow())
    except* ValueError as eg:
        print("eg", [str(e) for e in eg.exceptions], str(eg))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(10)
    except TimeoutError as e:
        print("timeout", repr(e))
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(0.01, "x")), asyncio.create_task(asyncio.sleep(5, "y"))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    for p in pending: p.cancel()
    res = await asyncio.gather(*pending, return_exceptions=True)
    print([type(r).__name__ for r in res])
    async def d(t, v):
        await asyncio.sleep(t)
        return v
    got = []
    for f in asyncio.as_completed([d(0.9, "c"), d(0.1, "a"), d(0.5, "b")]):
        got.append(await f)
    print(got)
    try:
        await asyncio.wait_for(d(10, 1), 0.01)
    except asyncio.TimeoutError:
        print("wf timeout", asyncio.TimeoutError is TimeoutError)
    t = asyncio.create_task(d(1, 2))
    await asyncio.sleep(0)
    print(t.cancel(), t.cancelled(), t.done())
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled(), t.done())
    t2 = asyncio.create_task(bad2())
    try:
        await t2
    except KeyError as e:
        print(repr(t2.exception()))
    fut = asyncio.get_running_loop().create_future()
    fut.set_result(9)
    print(await fut, fut.done(), fut.result())
    t3 = asyncio.ensure_future(d(0, 3))
    t3.add_done_callback(lambda t: print("cb", t.result()))
    await t3
    await asyncio.sleep(0)
    print(asyncio.current_task().get_name().startswith("Task-"), len(asyncio.all_tasks()))
    print(await asyncio.shield(d(0, "sh")))
    cond = asyncio.Condition()
    items = []
    async def consumer():
        async with cond:
            await cond.wait_for(lambda: items)
            return items.pop()
    async def producer():
        async with cond:
            items.append("item")
            cond.notify_all()
    print(await asyncio.gather(consumer(), producer()))
    pq = asyncio.PriorityQueue()
    for x in (3, 1, 2): pq.put_nowait(x)
    print([pq.get_nowait() for _ in range(3)])
    lq = asyncio.LifoQueue()
    for x in (3, 1, 2): lq.put_nowait(x)
    print([await lq.get() for _ in range(3)])
    try:
        lq.get_nowait()
    except asyncio.QueueEmpty as e:
        print("empty", repr(e))
    bar = asyncio.Barrier(2)
    async def br(n):
        await bar.wait()
        return n
    print(await asyncio.gather(br(1), br(2)))
    try:
        t.result()
    except asyncio.CancelledError as e:
        print("CE", isinstance(e, Exception))
    print(await asyncio.to_thread(lambda a: a + 1, 4))
async def bad2():
    raise KeyError("k")
asyncio.run(main())
