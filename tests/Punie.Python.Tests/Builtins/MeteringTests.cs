using Punie.Python.Sandbox;
using Punie.Python.Tests.Sandbox;

namespace Punie.Python.Tests.Builtins;

/// <summary>Sizes that a program chooses are refused before they are allocated.</summary>
public sealed class MeteringTests
{
    private static readonly SandboxLimits Small = Programs.Generous with { Bytes = 8 * 1024 * 1024 };

    [Theory]
    [InlineData("format(1, '1000000000')")]
    [InlineData("format(1.5, '.1000000000f')")]
    [InlineData("'%1000000000d' % 1")]
    [InlineData("'x'.center(10**9)")]
    [InlineData("'1'.zfill(10**9)")]
    [InlineData("'\\t'.expandtabs(10**9)")]
    [InlineData("('a' * 100000).replace('a', 'b' * 100000)")]
    [InlineData("('b' * 100000).join(['a'] * 100000)")]
    [InlineData("bytes(10**9)")]
    [InlineData("(1).to_bytes(10**9, 'big')")]
    [InlineData("import json\njson.dumps([[]], indent=10**9)")]
    [InlineData("import math\nmath.factorial(10**9)")]
    [InlineData("import itertools\nlist(itertools.repeat(0, 10**9))")]
    [InlineData("import re\nre.sub('a', 'b' * 100000, 'a' * 100000)")]
    [InlineData("import random\nrandom.getrandbits(10**9)")]
    [InlineData("import random\nrandom.getrandbits(2**62)")]
    [InlineData("import random\nrandom.choices([1, 2], k=2**60)")]
    [InlineData("import itertools\nitertools.tee('ab', 10**18)")]
    [InlineData("import itertools\nitertools.product(range(3), repeat=2**61)")]
    [InlineData("import itertools\nitertools.combinations_with_replacement('ab', 2**62)")]
    [InlineData("from collections import deque\ndeque(range(10**8))")]
    public void A_huge_result_stops_the_run_at_the_memory_limit(string program)
    {
        var outcome = Programs.Run(program, Small);

        Assert.Equal(Limit.Bytes, Assert.IsType<RunOutcome.Stopped>(outcome).Limit);
    }

    [Theory]
    [InlineData("import re\nre.match('(a+)+$', 'a' * 40 + 'b')")]
    [InlineData("import re\nre.match(r'([a-z]+ ?)*$', 'x' * 60 + '!')")]
    public void Catastrophic_backtracking_ends_with_the_time_limit(string program)
    {
        var outcome = Programs.Run(program, Programs.Generous with { WallTime = TimeSpan.FromMilliseconds(300) });

        Assert.Equal(Limit.WallTime, Assert.IsType<RunOutcome.Stopped>(outcome).Limit);
    }

    [Fact]
    public void Deep_data_raises_RecursionError_in_every_recursive_helper() =>
        Assert.Equal(
            "RecursionError\nRecursionError\nRecursionError\n",
            Programs.Output(
                """
                import copy, json
                deep = []
                for _ in range(100000): deep = [deep]
                for f in (copy.deepcopy, json.dumps, repr):
                    try: f(deep)
                    except RecursionError as e: print(type(e).__name__)
                """));
}
