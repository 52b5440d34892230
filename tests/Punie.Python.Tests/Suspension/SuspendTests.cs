using Punie.Python.Sandbox;
using Punie.Python.Tests.Sandbox;
using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Suspension;

public sealed class SuspendTests
{
    private const string Generators = """
        def orders(ids):
            for i in ids:
                got = yield get_order(i)
                print('sent', got)
        g = orders([1, 2, 3])
        print(next(g).customer.name)
        for r in (g.send('x'), g.send('y')):
            print(r, [i.sku for i in r.items])
        print(sorted([3, 1, 2], key=lambda x: add(x, 0)))
        """;

    // Which of several calls answers first is the host's affair: what has come is printed sorted.
    private const string Gathered = """
        import asyncio
        got = []
        async def one(u):
            r = await fetch(u)
            got.append(r['url'])
            return add(r['status'], len(u))
        async def main():
            print(await asyncio.gather(one('a'), one('bb'), fetch('c'), one('dddd')), sorted(got))
            try:
                await asyncio.gather(fetch('err'), fetch('late'))
            except RuntimeError as e:
                print('caught', e)
            print(await asyncio.gather(fetch('err'), fetch('z'), return_exceptions=True))
            async for r in stream():
                print(r)
        async def stream():
            for u in 'pq':
                yield (await fetch(u))['url']
        asyncio.run(main())
        """;

    private const string Handlers = """
        class M:
            def __enter__(self): print('enter', add(1, 2)); return self
            def __exit__(self, *a): print('exit', add(3, 4)); return True
        try:
            with M():
                fail('ValueError', 'v')
            try:
                fail('KeyError', 'k')
            except KeyError as e:
                print('caught', repr(e), add(5, 6))
                raise TypeError('t') from e
            finally:
                print('finally', add(7, 8))
        except TypeError as e:
            print(e, repr(e.__cause__))
        fail('FileNotFoundError', 'no such file')
        """;

    private const string Outside = """
        import random, time, uuid
        from datetime import datetime
        print(random.random(), random.randint(1, 100))
        a = datetime.now()
        print(echo([1, {'k': (2, 3.5, None, True, b'x', 10**30, {4, 5}, frozenset([6]), ...)}]))
        print(a, datetime.now(), time.time(), random.random(), add(1, 1))
        print(random.sample(range(100), 5), datetime.now(), uuid.uuid4(), add('x', '\ud800')[0], id(a), hash('text'))
        """;

    private const string Mutated = """
        x = list_users()
        x[0]['name'] = 'changed'
        x.append(echo(lambda: 5))
        x += [add(1, 2)]
        y = search('q', limit=2)
        y.clear()
        print(x[0]['name'], x[-2](), x[-1], y, search('q')[0])
        z = []
        z.append(z)
        w = echo(z)
        print(w, w is z, w[0] is w, get_order(1) == get_order(1), type(get_order(1)) is type(get_order(2)))
        """;

    [Theory]
    [InlineData(Generators)]
    [InlineData(Gathered)]
    [InlineData(Handlers)]
    [InlineData(Outside)]
    public void A_run_that_is_saved_at_every_host_call_ends_as_the_unbroken_one(string source)
    {
        var whole = new Broken(HostFixture.Functions) { Clock = new TestClock() };
        var pieces = new Broken(HostFixture.Functions) { Clock = new TestClock() };

        var expected = whole.Whole(source);
        var actual = pieces.Pieces(source);

        Assert.Equal(Show(expected), Show(actual));
        Assert.Equal(expected.GetType(), actual.GetType());
        Assert.Equal(expected.Output, pieces.Sent.ToString());
        Assert.True(pieces.Saves >= 3, $"{pieces.Saves}");
    }

    [Fact]
    public void Results_are_saved_as_they_were_and_not_as_the_program_changed_them() =>
        Assert.Equal(
            "changed 5 3 [] {'title': 'q result 0', 'score': 0.95}\n[[...]] False True True True\n",
            Show(new Broken(HostFixture.Functions).Pieces(Mutated)));

    [Fact]
    public void Each_host_call_is_made_once()
    {
        var made = new List<string>();
        HostFunction[] functions =
        [
            HostFixture.Sync("now", ["x"], a => Note(a)),
            new HostFunction("later", [new("x")], async (a, _) =>
            {
                await Task.Yield();
                return Note(a);
            })
            { IsAsync = true },
        ];

        var outcome = new Broken(functions).Pieces(
            "import asyncio\nasync def main():\n    print(await asyncio.gather(*[later(i) for i in range(5)]), "
            + "now('end'))\nprint(now('start'))\nasyncio.run(main())");

        Assert.Equal("start\n[0, 1, 2, 3, 4] end\n", Show(outcome));
        Assert.Equal(["0", "1", "2", "3", "4", "end", "start"], made.Order(StringComparer.Ordinal));

        PyValue Note(HostArguments a)
        {
            lock (made) made.Add(a[0].ToText());
            return a[0];
        }
    }

    [Fact]
    public void The_host_chooses_the_call_and_sees_what_it_would_be()
    {
        var saved = new Broken(HostFixture.Functions).Save(
            "print('a')\nx = add(1, 2)\nprint(x)\nsearch('q', limit=[1])\nprint('never')", call =>
                call.Function == "search" && call.Arguments[0].ToText() == "q" && call.Number == 2);

        Assert.Equal("a\n3\n", saved.Output);
        Assert.Equal("search", saved.Function);
        Assert.Equal(["'q'", "[1]"], saved.Arguments);
        Assert.Equal(1, saved.HostCalls);
    }

    [Fact]
    public void A_suspension_runs_no_handler_of_the_program()
    {
        var broken = new Broken(HostFixture.Functions);

        broken.Save("try:\n    add(1, 2)\nexcept BaseException:\n    print('caught')\nfinally:\n    print('finally')",
            _ => true);

        Assert.Equal("", broken.Sent.ToString());
    }

    [Fact]
    public void The_host_can_answer_instead_of_making_the_call()
    {
        var saved = new Broken([HostFixture.Sync("ask", [], _ => throw new NotSupportedException())])
            .Save("try:\n    print(ask())\nexcept PermissionError as e:\n    print(e)", _ => true);

        Assert.Equal("yes\n", Show(Continue(saved, new HostAnswer.Result(PyValue.From("yes")))));
        Assert.Equal("denied\n",
            Show(Continue(saved, new HostAnswer.Failure(new HostException("PermissionError", "denied")))));
    }

    [Fact]
    public void A_saved_run_can_be_continued_more_than_once()
    {
        var saved = new Broken(HostFixture.Functions)
            .Save("x = echo([1])\nx.append(add(1, 1))\nprint(x)", call => call.Number == 2);

        Assert.Equal("[1, 2]\n", Show(Continue(saved)));
        Assert.Equal("[1, 2]\n", Show(Continue(saved)));
    }

    [Fact]
    public void A_call_in_flight_is_waited_for_and_its_exception_kept()
    {
        const string program = """
            import asyncio
            async def main():
                slow = asyncio.create_task(fetch('err'))
                ok = asyncio.create_task(fetch('ok'))
                await asyncio.sleep(0)
                print(add(1, 1))
                try: await slow
                except RuntimeError as e: print(e)
                print(await ok)
            asyncio.run(main())
            """;
        var saved = new Broken(HostFixture.Functions).Save(program, call => call.Function == "add");

        var outcome = Continue(SavedRun.Load(saved.ToBytes(), Generous),
            functions: [.. HostFixture.Functions.Where(f => f.Name != "fetch"), NeverAgain()]);

        Assert.Equal("2\nfetch failed\n{'url': 'ok', 'status': 200}\n", Show(outcome));
    }

    private static HostFunction NeverAgain() =>
        new("fetch", [new("url")], (_, _) => throw new NotSupportedException("made twice")) { IsAsync = true };

    private static RunOutcome Continue(SavedRun saved, HostAnswer? answer = null,
        IReadOnlyList<HostFunction>? functions = null) =>
            SandboxProgram.Resume(saved, functions
                ?? [.. HostFixture.Functions, HostFixture.Sync("ask", [], _ => throw new NotSupportedException())], answer)
                .Run(new RunOptions(), TestContext.Current.CancellationToken);
}
