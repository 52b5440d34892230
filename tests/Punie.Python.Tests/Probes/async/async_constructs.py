import asyncio
class ACM:
    async def __aenter__(self): print("aenter"); await asyncio.sleep(0); return "v"
    async def __aexit__(self, t, v, tb): print("aexit", t and t.__name__, v); return t is KeyError
class AIter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n <= 0: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n
async def agen(n):
    try:
        for i in range(n):
            x = yield i
            if x: print("got", x)
    finally:
        print("agen fin")
async def main():
    async with ACM() as v: print("in", v)
    async with ACM() as a, ACM() as b: raise KeyError("k")
    async for x in AIter(3): print(x, end=" ")
    else: print("else")
    print([x async for x in AIter(3)], {x async for x in AIter(2)}, {x: x * x async for x in AIter(2)}, [y async for y in agen(4) if y % 2])
    g = agen(3)
    print(await g.__anext__(), await g.asend("hi"))
    await g.aclose()
    print(await anext(AIter(1)), await anext(AIter(0), "def"))
    try: await anext(AIter(0))
    except StopAsyncIteration: print("SAI")
    print([await asyncio.sleep(0, i) for i in range(3)])
    print(sum([x async for x in aiter(AIter(4))]))
    g2 = (x * 2 async for x in AIter(3))
    print([v async for v in g2])
    async def inner():
        async for x in agen(2): yield x * 10
    async for z in inner(): print("z", z)
    try:
        async for x in [1, 2]: pass
    except TypeError as e: print(e)
    try:
        for x in AIter(2): pass
    except TypeError as e: print(e)
    try: await 5
    except TypeError as e: print(e)
    try:
        async with 5: pass
    except TypeError as e: print(e)
    f = (lambda: work())
asyncio.run(main())
