import asyncio
async def ticker(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print("closed")
class ACtx:
    async def __aenter__(self):
        print("aenter")
        return 5
    async def __aexit__(self, t, v, tb):
        print("aexit", t and t.__name__)
        return True
class AIter:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
class Aw:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"
async def main():
    async for x in ticker(2): print(x)
    else: print("else")
    print([x async for x in ticker(3) if x], {x: x * 2 async for x in AIter()}, [await c for c in [asyncio.sleep(0, 1), asyncio.sleep(0, 2)]])
    async with ACtx() as v:
        print(v)
        raise ValueError
    print(await Aw(), [x async for x in AIter()])
    g = ticker(5)
    print(await g.__anext__(), await anext(g), await g.asend(None))
    await g.aclose()
    print(await anext(g, "dflt"))
    async def echo():
        got = None
        while True:
            try:
                got = yield got
            except ValueError as e:
                got = f"err {e}"
    e = echo()
    await e.asend(None)
    print(await e.asend("a"), await e.athrow(ValueError("z")))
    agen = (i * 2 async for i in ticker(2))
    print(type(agen).__name__, [v async for v in agen])
    async def outer():
        return await inner()
    async def inner():
        raise LookupError("deep")
    try:
        await outer()
    except LookupError as e:
        print(e)
    c = inner()
    print(type(c).__name__, asyncio.iscoroutine(c), asyncio.iscoroutinefunction(inner))
    c.close()
    print(aiter(g) is g)
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        async for x in [1]: pass
    except TypeError as e:
        print(e)
    try:
        async with 5: pass
    except TypeError as e:
        print(e)
    try:
        for x in ticker(1): pass
    except TypeError as e:
        print(e)
    r = await asyncio.gather(asyncio.sleep(0.01, "a"), *[asyncio.sleep(0, i) for i in range(3)])
    print(r)
    print(await asyncio.gather())
asyncio.run(main())
from contextlib import asynccontextmanager, AsyncExitStack, aclosing
@asynccontextmanager
async def cm(n):
    print("open", n)
    try:
        yield n * 2
    except KeyError as e:
        print("swallow", e)
    finally:
        print("close", n)
async def m2():
    async with cm(1) as a, cm(2) as b:
        print(a, b)
    async with cm(3):
        raise KeyError("x")
    async with AsyncExitStack() as st:
        v = await st.enter_async_context(cm(4))
        st.push_async_callback(asyncio.sleep, 0)
        st.callback(print, "cb")
        print("in", v)
    async with aclosing(ticker(3)) as t:
        async for x in t:
            print("x", x)
            break
asyncio.run(m2())
try:
    asyncio.run(5)
except (TypeError, ValueError) as e:
    print(e)
async def nested():
    asyncio.run(m2())
try:
    asyncio.run(nested())
except RuntimeError as e:
    print(e)
