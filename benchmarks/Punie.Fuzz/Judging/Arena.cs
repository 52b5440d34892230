using Punie.Python.Sandbox;

namespace Punie.Fuzz.Judging;

/// <summary>What every case gets: limits and a host.</summary>
internal static class Arena
{
    private static readonly RecordType Order = new("Order", ["id", "total", "items"]);

    internal static readonly SandboxLimits Limits = new()
    {
        Steps = 10_000,
        WallTime = TimeSpan.FromMilliseconds(200),
        Bytes = 16 * 1024 * 1024,
        CallDepth = 200,
        OutputChars = 64 * 1024,
        HostCalls = 50,
        SourceChars = 256 * 1024,
        Nesting = 100,
    };

    /// <summary>Room for native code and deep recursion to go wrong.</summary>
    internal static readonly SandboxLimits Long = Limits with { Steps = 1_000_000, CallDepth = 100_000, Nesting = 200 };

    internal static readonly HostFunction[] Host =
    [
        new("add", [new("a", PyValue.From(1)), new("b", PyValue.From(2))], (a, _) => new(Add(a))),
        new("echo", [new("x", PyValue.None)], (a, _) => new(a[0])),
        new("fail", [new("kind", PyValue.From("ValueError")), new("msg", PyValue.From("m"))], (a, _) =>
            throw new HostException(a[0].ToText(), a[1].ToText())),
        new("get_order", [new("id", PyValue.From(1))], (a, _) =>
            new(PyValue.Record(Order, a[0], PyValue.From(30.5), PyValue.List(PyValue.From("A"), PyValue.From("B"))))),
        new("fetch", [new("url", PyValue.From("u"))], Fetch) { IsAsync = true },
    ];

    private static PyValue Add(HostArguments a) =>
        a[0].TryGetDouble(out var x) && a[1].TryGetDouble(out var y)
            ? PyValue.From(x + y)
            : PyValue.From(a[0].ToText() + a[1].Repr());

    private static async ValueTask<PyValue> Fetch(HostArguments a, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return a[0].ToText() == "err"
            ? throw new HostException("RuntimeError", "fetch failed")
            : PyValue.Dict([KeyValuePair.Create("url", a[0])]);
    }
}
