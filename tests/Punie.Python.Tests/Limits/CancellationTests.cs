using Punie.Python.Sandbox;
using Punie.Python.Tests.Sandbox;

namespace Punie.Python.Tests.Limits;

/// <summary>
/// Native work of every kind notices a cancellation; how soon is measured by <c>Punie.Fuzz cancel</c>.
/// </summary>
public sealed class CancellationTests
{
    private static readonly SandboxLimits Endless =
        Programs.Generous with { Steps = long.MaxValue, WallTime = TimeSpan.FromMinutes(10), Bytes = 1L << 30 };

    [Theory]
    [InlineData("x = list(range(100000))", "sorted(x, key=lambda v: -v)")]
    [InlineData("import json; x = [{'k': [1, 2.5, 'text']}] * 5000", "json.loads(json.dumps(x))")]
    [InlineData("import re", "re.match('(a+)+$', 'a' * 40 + 'b')")]
    [InlineData("import re; x = 'ab ' * 50000", "re.sub('a', 'bb', x)")]
    [InlineData("x = 7 ** 100000", "x * x // 3")]
    [InlineData("x = 7 ** 20000", "pow(3, x, x + 1)")]
    [InlineData("x = 7 ** 5000", "str(x)")]
    [InlineData("x = ['abc'] * 100000", "','.join(x).replace('a', 'bb')")]
    [InlineData("x = [[1, 'a', 2.5]] * 20000", "repr(x)")]
    [InlineData("import copy; x = [[i] for i in range(10000)]", "copy.deepcopy(x)")]
    [InlineData("pass", "[i for i in range(10**12) if i < 0]")]
    [InlineData("pass", "sum(range(10**12))")]
    [InlineData("import itertools", "sum(itertools.count())")]
    [InlineData("import itertools", "max(itertools.permutations(range(30)))")]
    [InlineData("x = set(range(30000)); y = set(range(20000, 50000))", "x | y, x & y, x ^ y, x <= y")]
    [InlineData("x = tuple(range(100000))", "hash(x)")]
    [InlineData("x = [1] * 100000; y = [1] * 100000", "x == y, -1 in x, x.count(2)")]
    [InlineData("import hashlib, base64; x = b'a' * 500000", "hashlib.sha256(base64.b64encode(x))")]
    [InlineData("import math", "math.factorial(20000)")]
    [InlineData("import time", "time.sleep(1000)")]
    [InlineData("import asyncio", "asyncio.run(asyncio.sleep(1000))")]
    public void Native_work_is_cancelled(string before, string work)
    {
        using var cancellation = new CancellationTokenSource();
        var ready = HostFixture.Sync("ready", [], _ =>
        {
            cancellation.CancelAfter(TimeSpan.FromMilliseconds(30));
            return PyValue.None;
        });

        var outcome =
            SandboxProgram.Compile($"{before}\nprint('before')\nready()\nwhile True: {work}", [ready], Endless)
            .Run(new RunOptions(), cancellation.Token);

        Assert.Equal(new RunOutcome.Cancelled("before\n"), outcome);
    }
}
