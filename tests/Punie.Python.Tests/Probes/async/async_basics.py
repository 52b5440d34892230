import asyncio
async def work(n, d=0):
    await asyncio.sleep(d)
    return n * 2
async def main():
    print(await work(1))
    print(await asyncio.gather(work(1), work(2), work(3)))
    t = asyncio.create_task(work(5), name="mytask")
    print(t.get_name(), t.done())
    print(await t, t.done(), t.result(), t.exception(), t.cancelled())
    try: await asyncio.wait_for(asyncio.sleep(10), timeout=0.01)
    except asyncio.TimeoutError as e: print("timeout", repr(e), type(e) is TimeoutError)
    t = asyncio.create_task(asyncio.sleep(100))
    await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", t.cancelled())
    async def bad(): raise ValueError("bad")
    r = await asyncio.gather(bad(), work(1), return_exceptions=True)
    print(r)
    try: await asyncio.gather(bad(), work(1))
    except ValueError as e: print("gather", e)
    t = asyncio.create_task(bad())
    await asyncio.sleep(0)
    print(repr(t.exception()), t.done())
    try: t.result()
    except ValueError as e: print("res", e)
    done, pending = await asyncio.wait([asyncio.create_task(work(i)) for i in range(3)])
    print(sorted(d.result() for d in done), pending)
    done, pending = await asyncio.wait([asyncio.create_task(work(1, 0)), asyncio.create_task(work(2, 1))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending)); [p.cancel() for p in pending]
    for c in asyncio.as_completed([work(1, 0.02), work(2, 0.0), work(3, 0.01)]):
        print("ac", await c)
    return "done"
print(asyncio.run(main()))
