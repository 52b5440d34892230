using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Punie.Python.Sandbox;

namespace Punie.Benchmarks;

/// <summary>Runs Python programs in the sandbox, with limits, as sandbox-speed/compare.py asks for them.</summary>
internal static class SandboxSpeed
{
    private static readonly SandboxLimits Limits = new()
    {
        Steps = 1_000_000_000,
        WallTime = TimeSpan.FromSeconds(60),
        Bytes = 256L << 20,
        CallDepth = 1000,
        OutputChars = 100_000,
        HostCalls = 1_000_000,
        SourceChars = 100_000,
        Nesting = 100,
    };

    private static readonly RunOptions Options = new() { Clock = TimeProvider.System };

    private static readonly HostFunction[] Host =
    [
        new("list_users", [], (_, _) =>
            new(PyValue.List(User("ann", "Oslo", true), User("bob", "Cairo", false), User("cid", "Rome", true)))),
        new("get_weather", [new("city")], (arguments, _) => new(Weather(arguments[0]))),
        new("save_report", [new("text"), new("average")], (arguments, _) =>
            new(PyValue.From(arguments[0].TryGetString(out var text) ? text.Length : 0L))),
        new("echo", [new("value")], (arguments, _) => new(arguments[0])),
    ];

    /// <summary>One JSON request a line, one JSON answer, until the input ends.</summary>
    internal static void Serve()
    {
        while (Console.ReadLine() is { } line)
        {
            var request = JsonNode.Parse(line)!;
            var (source, times) = ((string)request["source"]!, (int)request["times"]!);
            var output = new StringBuilder();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++) output.Append(Once(source));
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var text = JsonValue.Create(output.ToString()).ToJsonString();
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{{\"seconds\": {seconds:R}, \"output\": {text}}}"));
        }
    }

    /// <summary>One run and the end of the process: what a first run costs.</summary>
    internal static void First(string source) => Console.Write(Once(source));

    private static string Once(string source)
    {
        var outcome = SandboxProgram.Compile(source, Host, Limits).Run(Options, CancellationToken.None);
        return outcome is RunOutcome.Finished
            ? outcome.Output
            : throw new InvalidOperationException($"The program did not finish: {outcome}");
    }

    private static PyValue User(string name, string city, bool active) =>
        PyValue.Dict(new("name", PyValue.From(name)), new("city", PyValue.From(city)),
            new("active", PyValue.From(active)));

    private static PyValue Weather(PyValue city) =>
        PyValue.Dict(new("city", city), new("temp", PyValue.From(city.ToText() == "Oslo" ? 4.5 : 21.25)));
}
