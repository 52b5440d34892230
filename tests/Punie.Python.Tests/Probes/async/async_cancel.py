import asyncio
async def w():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cleanup"); raise
    finally: print("fin")
async def main():
    t = asyncio.create_task(w()); await asyncio.sleep(0); t.cancel("msg")
    try: await t
    except asyncio.CancelledError as e: print("c", e.args)
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    r = await asyncio.gather(t, asyncio.sleep(0, "x"), return_exceptions=True) if t.cancel() else 0
    print(r)
    async def sup():
        try: await asyncio.sleep(5)
        except asyncio.CancelledError: return "suppressed"
    t = asyncio.create_task(sup()); await asyncio.sleep(0); t.cancel(); print(await t, t.cancelled())
    order = []
    async def o(n):
        for i in range(2): order.append((n, i)); await asyncio.sleep(0)
    await asyncio.gather(o("a"), o("b")); print(order)
    c = w()
    print(type(c).__name__, c.__name__); c.close()
    t = asyncio.create_task(asyncio.sleep(0, "cb")); t.add_done_callback(lambda f: print("cb", f.result())); await t; await asyncio.sleep(0)
    async def ret(): return 1
    x = ret(); await x
    try: await x
    except RuntimeError as e: print(e)
asyncio.run(main())
try: asyncio.run(5)
except (TypeError, ValueError) as e: print(type(e).__name__, e)
