using System.Diagnostics;
using System.Globalization;
using Punie.Fuzz.Judging;
using Punie.Python.Sandbox;

namespace Punie.Fuzz.Measuring;

/// <summary>Cancels programs in the middle of native work and prints how long they take to end.</summary>
/// <remarks>
/// The time is the smaller one of wall time and processor time, so that other work on the machine does not count.
/// </remarks>
internal static class CancelTable
{
    private const int Rounds = 7;

    private static readonly (string Name, string Program)[] Programs =
    [
        ("empty loop", "while True: pass"),
        ("sort ints", "x = [(i * 7919) % 1000003 for i in range(300000)]\nready()\nwhile True: sorted(x)"),
        ("sort with key", "x = list(range(200000))\nready()\nwhile True: sorted(x, key=lambda v: -v)"),
        ("sort texts", "x = [str(i) * 20 for i in range(50000)]\nready()\nwhile True: sorted(x)"),
        ("json dumps", "import json\nx = [{'k': [1, 2.5, 'text']}] * 50000\nready()\nwhile True: json.dumps(x)"),
        ("json loads",
            "import json\nx = json.dumps([{'k': [1, 2.5, 'text']}] * 30000)\nready()\nwhile True: json.loads(x)"),
        ("regex backtracking", "import re\nready()\nre.match('(a+)+$', 'a' * 40 + 'b')"),
        ("regex long text", "import re\nx = 'ab ' * 500000\nready()\nwhile True: re.findall('[a-z]+', x)"),
        ("regex sub", "import re\nx = 'ab ' * 300000\nready()\nwhile True: re.sub('a', 'bb', x)"),
        ("int power", "ready()\nwhile True: 7 ** 300000"),
        ("int multiply", "x = 7 ** 300000\nready()\nwhile True: x * x"),
        ("int divide", "x = 7 ** 400000\ny = 3 ** 300000\nready()\nwhile True: x // y"),
        ("int pow mod", "x = 7 ** 20000\nready()\nwhile True: pow(3, x, x + 1)"),
        ("int to text", "x = 7 ** 5000\nready()\nwhile True: str(x)"),
        ("text to int", "x = '7' * 4300\nready()\nwhile True: int(x)"),
        ("format big int", "x = 7 ** 100000\nready()\nwhile True: f'{x:x}'"),
        ("join", "x = ['abc'] * 1000000\nready()\nwhile True: ','.join(x)"),
        ("replace", "x = 'ab' * 3000000\nready()\nwhile True: x.replace('a', 'bb')"),
        ("count", "x = 'ab' * 5000000\nready()\nwhile True: x.count('ba')"),
        ("find", "x = 'a' * 5000000\nready()\nwhile True: x.find('a' * 1000 + 'b')"),
        ("in text", "x = 'ab' * 5000000\nready()\nwhile True: 'aa' in x"),
        ("split", "x = 'a b ' * 500000\nready()\nwhile True: x.split()"),
        ("splitlines", "x = 'ab\\n' * 1000000\nready()\nwhile True: x.splitlines()"),
        ("translate", "x = 'ab' * 1000000\nready()\nwhile True: x.translate({97: 'zz'})"),
        ("casefold", "x = 'Aß' * 1000000\nready()\nwhile True: x.casefold().upper().title()"),
        ("encode", "x = 'aé' * 3000000\nready()\nwhile True: x.encode().decode()"),
        ("repr", "x = [[1, 'a', 2.5]] * 200000\nready()\nwhile True: repr(x)"),
        ("repr text", "x = 'a\\n' * 3000000\nready()\nwhile True: repr(x)"),
        ("format text", "x = 'a' * 1000000\nready()\nwhile True: f'{x:>5000000}'"),
        ("percent", "ready()\nwhile True: '%5000000d' % 5"),
        ("deepcopy", "import copy\nx = [[i] for i in range(100000)]\nready()\nwhile True: copy.deepcopy(x)"),
        ("list comprehension", "ready()\n[i for i in range(10**12) if i < 0]"),
        ("set comprehension", "ready()\nwhile True: {i for i in range(300000)}"),
        ("dict comprehension", "ready()\nwhile True: {i: i for i in range(300000)}"),
        ("sum of range", "ready()\nsum(range(10**12))"),
        ("max of range", "ready()\nmax(range(10**12))"),
        ("any of generator", "ready()\nany(x < 0 for x in range(10**12))"),
        ("itertools count", "import itertools\nready()\nsum(itertools.count())"),
        ("itertools cycle",
            "import itertools, collections\nready()\ncollections.deque(itertools.cycle('ab'), maxlen=0)"),
        ("permutations", "import itertools\nready()\nfor x in itertools.permutations(range(30)): pass"),
        ("product", "import itertools\nready()\nsum(1 for x in itertools.product(range(100), repeat=9))"),
        ("set union", "x = set(range(300000))\ny = set(range(200000, 500000))\nready()\nwhile True: x | y"),
        ("set intersection",
            "x = set(range(300000))\ny = set(range(200000, 500000))\nready()\nwhile True: x & y, x - y, x ^ y, x <= y"),
        ("hash of tuple", "x = tuple(range(1000000))\nready()\nwhile True: hash(x)"),
        ("hash of text", "x = ['a' * 1000000 for i in range(10)]\nready()\nwhile True: {hash(t) for t in x}"),
        ("compare lists", "x = [1] * 1000000\ny = [1] * 1000000\nready()\nwhile True: x == y"),
        ("compare texts", "x = 'a' * 5000000\ny = 'a' * 5000000 + 'b'\nready()\nwhile True: x < y, x == y"),
        ("in list", "x = list(range(1000000))\nready()\nwhile True: -1 in x"),
        ("list index", "x = [0] * 1000000\nready()\nwhile True: x.count(1)"),
        ("list insert", "x = [0] * 1000000\nready()\nwhile True: x.insert(0, x.pop())"),
        ("list slice", "x = [0] * 1000000\nready()\nwhile True: x[::-1]"),
        ("list repeat", "ready()\nwhile True: [0] * 3000000"),
        ("list concat", "x = [0] * 1000000\nready()\nwhile True: x + x"),
        ("text slice", "x = 'ab' * 3000000\nready()\nwhile True: x[::-1], x[::2]"),
        ("bytes", "x = bytes(5000000)\nready()\nwhile True: x.replace(b'\\0', b'ab'), x.hex(), x.find(b'a')"),
        ("sha256", "import hashlib\nx = b'a' * 5000000\nready()\nwhile True: hashlib.sha256(x).hexdigest()"),
        ("base64", "import base64\nx = b'a' * 5000000\nready()\nwhile True: base64.b64decode(base64.b64encode(x))"),
        ("shuffle", "import random\nx = list(range(500000))\nready()\nwhile True: random.shuffle(x)"),
        ("random bytes", "import random\nready()\nwhile True: random.randbytes(3000000)"),
        ("statistics",
            "import statistics\nx = [i / 7 for i in range(200000)]\nready()\nwhile True: statistics.stdev(x)"),
        ("factorial", "import math\nready()\nwhile True: math.factorial(20000)"),
        ("gcd", "import math\nx, y = 7 ** 50000, 3 ** 90000\nready()\nwhile True: math.gcd(x, y)"),
        ("isqrt", "import math\nx = 7 ** 50000\nready()\nwhile True: math.isqrt(x)"),
        ("comb", "import math\nready()\nwhile True: math.comb(100000, 50000)"),
        ("textwrap", "import textwrap\nx = 'word ' * 100000\nready()\nwhile True: textwrap.fill(x, 20)"),
        ("heapq", "import heapq\nx = list(range(300000, 0, -1))\nready()\nwhile True: heapq.nsmallest(200000, x)"),
        ("counter", "import collections\nx = 'abcdefgh' * 200000\nready()\nwhile True: collections.Counter(x)"),
        ("sleep", "import time\nready()\ntime.sleep(100)"),
        ("async sleep", "import asyncio\nready()\nasyncio.run(asyncio.sleep(100))"),
        ("deep recursion", "def f(n):\n    return 0 if n == 0 else f(n - 1)\nready()\nwhile True: f(900)"),
        ("raise and catch", "ready()\nwhile True:\n    try: raise ValueError\n    except ValueError: pass"),
        ("parse", ""),
    ];

    // Parsed for several times as long as the wait before its cancellation.
    private static string Long => string.Concat(Enumerable.Repeat("x = [1, 2, (3, 'a')]\n", 48_000));

    /// <summary>Measures all programs, or those whose name begins so.</summary>
    /// <returns>1 when one took longer than 50 ms in one of its rounds, or ended by itself, else 0.</returns>
    internal static int Print(string name)
    {
        var worst = TimeSpan.Zero;
        var isComplete = true;
        Console.Out.WriteLine($"{"",-24} {"median",8}    {"most",8}");
        foreach (var program in Programs.Where(p => p.Name.StartsWith(name, StringComparison.Ordinal)))
        {
            try
            {
                TimeSpan[] late = [.. Enumerable.Range(0, Rounds).Select(_ => Measure(program)).Order()];
                worst = late[^1] > worst ? late[^1] : worst;
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{program.Name,-24} {late[Rounds / 2].TotalMilliseconds,8:0.0} ms "
                    + $"{late[^1].TotalMilliseconds,8:0.0} ms"));
            }
            catch (InvalidOperationException error)
            {
                isComplete = false;
                Console.Out.WriteLine($"{program.Name,-24} {error.Message}");
            }
        }
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst: {worst.TotalMilliseconds:0.0} ms"));
        return isComplete && worst <= TimeSpan.FromMilliseconds(50) ? 0 : 1;
    }

    private static TimeSpan Measure((string Name, string Program) program)
    {
        var isParsed = program.Name == "parse";
        var source = isParsed ? Long : program.Program;
        var needsReady = source.Contains("ready()", StringComparison.Ordinal);
        using var cancellation = new CancellationTokenSource();
        using var ready = new ManualResetEventSlim(!needsReady);
        var host = new HostFunction("ready", [], (_, _) =>
        {
            ready.Set();
            return new(PyValue.None);
        });
        var limits =
            Arena.Limits with
            {
                Steps = long.MaxValue,
                WallTime = TimeSpan.FromMinutes(5),
                Bytes = 1L << 30,
                CallDepth = 1000,
                SourceChars = 10_000_000
            };
        var run = SandboxProgram.Compile(source, [host], limits).RunAsync(new RunOptions(), cancellation.Token);
        ready.Wait();
        Thread.Sleep(isParsed ? 1 : 100);
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        cancellation.Cancel();
        var outcome = run.GetAwaiter().GetResult();
        // On a busy machine the program waits for a core, which says nothing about it.
        var worked = Environment.CpuUsage.TotalTime - before;
        return outcome is RunOutcome.Cancelled
            ? worked < clock.Elapsed ? worked : clock.Elapsed
            : throw new InvalidOperationException($"ended before it was cancelled: {End(outcome)}");
    }

    private static string End(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Raised { Error: var error } => error.LastLine,
        RunOutcome.Stopped { Limit: var limit } => $"the limit {limit}",
        _ => outcome.GetType().Name,
    };
}
