import asyncio
async def main():
    q = asyncio.Queue(maxsize=2)
    out = []
    async def prod():
        for i in range(4):
            await q.put(i); out.append(f"put{i}")
        await q.put(None)
    async def cons():
        while (x := await q.get()) is not None:
            out.append(f"got{x}"); q.task_done()
    await asyncio.gather(prod(), cons())
    print(out, q.qsize(), q.empty(), q.full())
    sem = asyncio.Semaphore(2); active = 0; peak = 0
    async def job(i):
        nonlocal active, peak
        async with sem:
            active += 1; peak = max(peak, active)
            await asyncio.sleep(0.001)
            active -= 1
            return i
    print(await asyncio.gather(*[job(i) for i in range(5)]), peak)
    lock = asyncio.Lock(); log = []
    async def locked(n):
        async with lock:
            log.append(f"{n}a"); await asyncio.sleep(0); log.append(f"{n}b")
    await asyncio.gather(locked(1), locked(2)); print(log, lock.locked())
    ev = asyncio.Event()
    async def waiter(): await ev.wait(); return "woke"
    t = asyncio.create_task(waiter()); await asyncio.sleep(0); print(ev.is_set(), t.done()); ev.set(); print(await t)
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(5)
    except TimeoutError: print("timeout ctx")
    async def ok(x): await asyncio.sleep(0); return x
    async def boom(m): await asyncio.sleep(0); raise ValueError(m)
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(ok(1)); b = tg.create_task(ok(2))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(boom("x")); tg.create_task(ok(1)); tg.create_task(boom("y"))
    except* ValueError as eg: print(repr(eg), [str(e) for e in eg.exceptions])
    fut = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(fut.set_result, 42)
    print(await fut)
    print(await asyncio.shield(ok(3)))
    pq = asyncio.PriorityQueue()
    for x in (3, 1, 2): pq.put_nowait(x)
    print([pq.get_nowait() for _ in range(3)])
    lq = asyncio.LifoQueue(); lq.put_nowait(1); lq.put_nowait(2); print(lq.get_nowait())
    try: lq.get_nowait(); lq.get_nowait()
    except asyncio.QueueEmpty as e: print("empty", repr(e))
    print(asyncio.iscoroutinefunction(ok), asyncio.iscoroutine(ok), asyncio.current_task() is not None)
    r = await asyncio.to_thread(lambda a, b: a + b, 1, 2); print(r)
    cond = asyncio.Condition()
    async def cw():
        async with cond: await cond.wait(); return "cond"
    t = asyncio.create_task(cw()); await asyncio.sleep(0)
    async with cond: cond.notify_all()
    print(await t)
asyncio.run(main())
