import asyncio
class ACM:
    async def __aenter__(self): print("aenter"); await asyncio.sleep(0); return 5
    async def __aexit__(self, *a): print("aexit", a[0]); await asyncio.sleep(0); return True
async def agen(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def f(x):
    await asyncio.sleep(0)
    return x * 2
class It:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 3: raise StopAsyncIteration
        return self.n
async def main():
    async with ACM() as v:
        print(v)
        raise ValueError
    print([x async for x in agen(3)], [await f(i) for i in range(3)], {k: await f(k) async for k in agen(2)})
    async for x in It():
        if x == 2: continue
        print(x)
    else:
        print("else")
    print(await f(1) + await f(2), (await f(3)) if await f(0) == 0 else None, 1 < await f(1) < 3)
    r = await asyncio.gather(f(1), f(2), *[f(i) for i in range(2)])
    print(r)
    try:
        await asyncio.gather(f(1), bad())
    except KeyError as e:
        print("ke", e)
    t = asyncio.create_task(f(21))
    print(t.done(), await t, t.done())
    d = {"a": await f(1), "b": [await f(2), f"{await f(3)}"]}
    print(d)
    while await f(0): pass
    for i in await asyncio.gather(f(5), f(6)): print(i)
    return "done"
async def bad():
    await asyncio.sleep(0)
    raise KeyError("bad")
print(asyncio.run(main()))
async def c(): return 1
co = c()
print(type(co).__name__); asyncio.run(co)
