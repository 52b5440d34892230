import asyncio, time, contextlib, functools
async def main():
    r = await asyncio.gather(*(fetch(f"u{i}") for i in range(3))); print(r)
    r = await asyncio.gather(fetch("a"), fetch("err"), fetch("b"), return_exceptions=True); print([x if isinstance(x, dict) else repr(x) for x in r])
    try: await asyncio.gather(fetch("err"), fetch("b"))
    except RuntimeError as e: print("RE", e)
    sem = asyncio.Semaphore(2)
    async def limited(u):
        async with sem: return (await fetch(u))["url"]
    print(await asyncio.gather(*map(limited, "abc")))
    async def worker(name, q, out):
        while True:
            u = await q.get()
            try: out.append((name, (await fetch(u))["status"]))
            except RuntimeError as e: out.append((name, str(e)))
            finally: q.task_done()
    q = asyncio.Queue(); out = []
    for u in ["x", "err", "y"]: q.put_nowait(u)
    ws = [asyncio.create_task(worker(f"w{i}", q, out)) for i in range(2)]
    await q.join(); [w.cancel() for w in ws]; await asyncio.gather(*ws, return_exceptions=True); print(sorted(str(o[1]) for o in out))
    @contextlib.asynccontextmanager
    async def session(n):
        print("open", n)
        try: yield {"n": n}
        finally: print("close", n)
    async with session(1) as s, session(2): print(s, await fetch("s"))
    async with contextlib.AsyncExitStack() as st:
        await st.enter_async_context(session(3)); st.push_async_callback(asyncio.sleep, 0); st.callback(print, "cb")
    async def retry(fn, n=3):
        for i in range(n):
            try: return await fn(i)
            except RuntimeError as e: print("retry", i, e); await asyncio.sleep(0)
        raise TimeoutError("gave up")
    async def flk(i): return await fetch("err" if i < 2 else "fine")
    print(await retry(flk))
    try: await retry(lambda i: fetch("err"), 2)
    except TimeoutError as e: print(e)
    async def stream(n):
        for i in range(n):
            yield (await fetch(str(i)))["url"]
    print([x async for x in stream(3) if x != "1"], [x async for x in stream(2)][-1])
    ag = stream(5); print(await ag.__anext__(), await anext(ag)); await ag.aclose()
    try: await anext(ag)
    except StopAsyncIteration as e: print("SAI", repr(e))
    print(await anext(stream(0), "default"), [await asyncio.wait_for(fetch("w"), 1)][0]["url"])
    async def slow(): await asyncio.sleep(10)
    t0 = time.monotonic()
    try: await asyncio.wait_for(slow(), .01)
    except TimeoutError as e: print("TO", repr(e), time.monotonic() - t0 < 5)
    t = asyncio.create_task(slow()); await asyncio.sleep(0); print(t.cancel(), t.cancelled()); 
    try: await t
    except asyncio.CancelledError: print("C", t.cancelled(), t.done())
    done, pending = await asyncio.wait({asyncio.create_task(fetch(u), name=u) for u in "ab"}); print(sorted(t.get_name() for t in done), pending)
    for f in asyncio.as_completed([fetch("q")]): print((await f)["url"])
    e = asyncio.Event(); order = []
    async def waiter(n): await e.wait(); order.append(n)
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]; await asyncio.sleep(0); e.set(); await asyncio.gather(*ts); print(order)
    class AIt:
        def __init__(self, n): self.n = n
        def __aiter__(self): return self
        async def __anext__(self):
            if not self.n: raise StopAsyncIteration
            self.n -= 1; await asyncio.sleep(0); return self.n
    print([i async for i in AIt(3)], {i: i async for i in AIt(2)}, {i async for i in AIt(1)})
    class Aw:
        def __await__(self): yield from asyncio.sleep(0).__await__(); return "aw"
    print(await Aw())
    async with asyncio.TaskGroup() as tg: ts = [tg.create_task(fetch(str(i))) for i in range(2)]
    print([t.result()["url"] for t in ts])
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(fetch("err")); tg.create_task(slow())
    except ExceptionGroup as eg: print(repr(eg))
    res = await asyncio.gather(asyncio.sleep(0.02, "late"), asyncio.sleep(0.01, "early")); print(res)
    fut = asyncio.get_event_loop().create_future(); asyncio.get_running_loop().call_later(.001, fut.set_result, "later"); print(await fut)
    return "done"
print(asyncio.run(main()))
async def bad(): raise KeyError("from run")
try: asyncio.run(bad())
except KeyError as e: print(repr(e))
print(asyncio.run(asyncio.wait_for(asyncio.sleep(0, 9), None)))
with contextlib.suppress(RuntimeError): asyncio.get_running_loop()
try: asyncio.run(5)
except (ValueError, TypeError) as e: print(e)
async def top(): await asyncio.sleep(0); raise ValueError("end")
asyncio.run(top())
