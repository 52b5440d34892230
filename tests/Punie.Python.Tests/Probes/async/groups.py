import asyncio


async def work(name, delay=0.0, error=None):
    try:
        await asyncio.sleep(delay)
        if error is not None:
            raise error
        print(name, "done")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def attempt(name, coro):
    print("---", name)
    try:
        print("result", await coro)
    except BaseExceptionGroup as e:
        print(type(e).__name__, e.message, [repr(x) for x in e.exceptions], repr(e.__cause__), e.__suppress_context__)
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__))


async def all_well():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("a", 0.02))
        b = group.create_task(work("b", 0.01), name="bee")
    return a.result(), b.result(), b.get_name()


async def one_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 60))
        group.create_task(work("b", 0.01, ValueError("b")))
        group.create_task(work("c", 60))


async def two_fail():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 0.01, ValueError("a")))
        group.create_task(work("b", 0.01, KeyError("b")))


async def body_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 60))
        await asyncio.sleep(0.01)
        raise OSError("body")


async def body_and_task_fail():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 0.01, ValueError("a")))
        try:
            await asyncio.sleep(60)
        finally:
            raise OSError("body")


async def failing_while_in_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 0.01, ValueError("a")))
        await asyncio.sleep(60)
        print("not reached")


async def cancelled_from_outside():
    async def inner():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 60))

    task = asyncio.create_task(inner())
    await asyncio.sleep(0.01)
    task.cancel()
    await task


async def cancelled_task_alone():
    async with asyncio.TaskGroup() as group:
        t = group.create_task(work("a", 60))
        group.create_task(work("b", 0.01))
        await asyncio.sleep(0)
        t.cancel()
    return t.cancelled()


async def nested():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(work("o", 60))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(work("i", 0.01, ValueError("i")))


async def tasks_make_tasks():
    async with asyncio.TaskGroup() as group:
        async def more():
            await asyncio.sleep(0.01)
            group.create_task(work("late", 0.01))
        group.create_task(more())


async def misuse():
    group = asyncio.TaskGroup()
    for step in range(3):
        coro = work("x")
        try:
            if step == 1:
                async with group:
                    pass
            group.create_task(coro)
        except RuntimeError as e:
            print(str(e).split("> ")[1])
            coro.close()


async def timed_out():
    try:
        async with asyncio.timeout(0.01) as limit:
            await work("slow", 60)
    except TimeoutError as e:
        print("timeout", repr(e.__cause__), limit.expired())
    async with asyncio.timeout(60) as limit:
        await work("quick")
    print(limit.expired())
    async with asyncio.timeout(None) as limit:
        await work("endless")
        print(limit.when())
        limit.reschedule(asyncio.get_running_loop().time() + 0.01)
        try:
            await work("slow", 60)
        except asyncio.CancelledError:
            print("inside", limit.expired())
            raise


async def other_error_in_time():
    async with asyncio.timeout(60):
        raise KeyError("k")


async def error_after_timeout():
    async with asyncio.timeout(0.01):
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            raise OSError("instead")


async def nested_timeouts():
    async with asyncio.timeout(60) as outer:
        try:
            async with asyncio.timeout(0.01) as inner:
                await asyncio.sleep(60)
        except TimeoutError:
            print("inner", inner.expired(), outer.expired())
        await asyncio.sleep(0)
    return outer.expired()


async def waits():
    gates = [asyncio.Event() for _ in range(4)]

    async def gated(i):
        await gates[i].wait()
        await work(str(i), 0, ValueError(i) if i == 2 else None)

    async def open_gates(*which):
        for i in which:
            await asyncio.sleep(0)
            gates[i].set()

    tasks = [asyncio.create_task(gated(i)) for i in range(4)]
    opener = asyncio.create_task(open_gates(0))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    opener = asyncio.create_task(open_gates(1, 2))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks, timeout=0)
    print(len(done), len(pending), opener.done())
    gates[3].set()
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending), sorted(type(t.exception()).__name__ for t in done))
    for bad in ([], tasks[0]):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    print(await asyncio.wait_for(work("w"), 60), await asyncio.wait_for(work("n"), None))
    for limit in (0.01, 0, -1):
        try:
            await asyncio.wait_for(work("long", 60), limit)
        except TimeoutError as e:
            print("timeout", type(e.__cause__).__name__)
    done = asyncio.create_task(work("ready"))
    await done
    print(await asyncio.wait_for(done, 0))


async def main():
    for part in (
        all_well, one_fails, two_fail, body_fails, body_and_task_fail, failing_while_in_body, cancelled_from_outside,
        cancelled_task_alone, nested, tasks_make_tasks, misuse, timed_out, other_error_in_time, error_after_timeout,
        nested_timeouts, waits,
    ):
        await attempt(part.__name__, part())


asyncio.run(main())
