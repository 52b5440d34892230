import asyncio
async def w(n, d):
    try:
        await asyncio.sleep(d); return n
    except asyncio.CancelledError:
        print("cancel", n); raise
async def main():
    print(await asyncio.gather(w("a", .02), w("b", .01)))
    t = asyncio.create_task(w("t", 1), name="tt"); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print("got", repr(e), t.cancelled(), t.done(), t.get_name())
    try: await asyncio.wait_for(w("slow", 5), 0.01)
    except asyncio.TimeoutError as e: print("timeout", repr(e), asyncio.TimeoutError is TimeoutError)
    done, pend = await asyncio.wait([asyncio.create_task(w(i, i / 100)) for i in range(3)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pend)); [p.cancel() for p in pend]
    for c in asyncio.as_completed([w("x", .02), w("y", .01)]): print(await c)
    q = asyncio.Queue(2)
    async def prod():
        for i in range(4): await q.put(i)
        await q.put(None)
    async def cons():
        out = []
        while (x := await q.get()) is not None: out.append(x); q.task_done()
        return out
    print((await asyncio.gather(prod(), cons()))[1], q.qsize(), q.empty(), q.maxsize)
    sem = asyncio.Semaphore(2); live = 0; peak = 0
    async def s():
        nonlocal live, peak
        async with sem:
            live += 1; peak = max(peak, live); await asyncio.sleep(.001); live -= 1
    await asyncio.gather(*[s() for _ in range(5)]); print(peak)
    ev = asyncio.Event()
    async def waiter(): await ev.wait(); return "set"
    t = asyncio.create_task(waiter()); ev.set(); print(await t, ev.is_set())
    lock = asyncio.Lock()
    async with lock: print(lock.locked(), lock.locked())
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(w("g1", .001)); b = tg.create_task(w("g2", .001))
        print(a.result(), b.result())
        async with asyncio.TaskGroup() as tg:
            tg.create_task(w("z", 1))
            async def bad(): raise ValueError("boom")
            tg.create_task(bad())
    except* ValueError as eg: print(eg, eg.exceptions)
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(1)
    except TimeoutError: print("to")
    r = await asyncio.gather(w(1, 0), bad(), return_exceptions=True); print(r)
    async def agen():
        for i in range(3): yield i; await asyncio.sleep(0)
    print([x async for x in agen()], {x: 1 async for x in agen() if x}, [await w(i, 0) for i in range(2)])
    async for i in agen():
        if i == 1: break
    else: print("no")
    class CM:
        async def __aenter__(self): print("in"); return self
        async def __aexit__(self, *a): print("out", a[0]); return True
    async with CM() as c, CM(): raise KeyError(1)
    loop = asyncio.get_running_loop(); f = loop.create_future(); loop.call_soon(f.set_result, 5); print(await f)
    print(await asyncio.shield(w("sh", 0)), asyncio.iscoroutinefunction(main), asyncio.current_task().get_name()[:4])
    pq = asyncio.PriorityQueue(); [pq.put_nowait(x) for x in (3, 1, 2)]; print([pq.get_nowait() for _ in range(3)])
    try: pq.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    print(await asyncio.to_thread(lambda x: x + 1, 4))
    c = w(1, 0)
    try: c.send(None); c.close()
    except StopIteration as e: print("SI", e.value)
    t = asyncio.ensure_future(w("e", 0)); t.add_done_callback(lambda f: print("cb", f.result())); await t; await asyncio.sleep(0)
    t = asyncio.create_task(bad()); await asyncio.sleep(0); print(repr(t.exception()))
    try: t.result()
    except ValueError as e: print(e)
    try: await 3
    except TypeError as e: print(e)
    cond = asyncio.Condition()
    async def cw():
        async with cond: await cond.wait(); return "n"
    t = asyncio.create_task(cw()); await asyncio.sleep(0)
    async with cond: cond.notify_all()
    print(await t)
asyncio.run(main())
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
