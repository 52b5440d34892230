using System.Diagnostics;
using System.Text.Json;
using Punie.Python.Sandbox;

namespace Punie.Python.Tests.Sandbox;

/// <summary>Programs that try to escape, hang, grow or crash. The first line says which ends are acceptable.</summary>
public sealed class AttackTests
{
    private static readonly string Root = Programs.Folder("Attacks");

    private static readonly HashSet<string> NotYet =
        [.. File.ReadAllLines(Path.Combine(Root, "not-yet.txt")).Where(l => l.Length > 0 && l[0] != '#')];

    private static readonly SandboxLimits Small = new()
    {
        Steps = 100_000_000,
        WallTime = TimeSpan.FromSeconds(1),
        Bytes = 100 * 1024 * 1024,
        CallDepth = 1000,
        OutputChars = 1024 * 1024,
        HostCalls = 10_000,
        SourceChars = 1024 * 1024,
        Nesting = 200,
    };

    private static readonly string[] Denials =
        ["NameError", "AttributeError", "ImportError", "ModuleNotFoundError", "TypeError", "PermissionError",
            "SyntaxError", "NotImplementedError", "ValueError"];

    public static TheoryData<string> Files() =>
        new(Directory.GetFiles(Root, "*.py").Select(f => Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task An_attack_ends_in_an_acceptable_way(string name)
    {
        var token = TestContext.Current.CancellationToken;
        var source = await File.ReadAllTextAsync(Path.Combine(Root, name + ".py"), token);
        var clock = Stopwatch.StartNew();

        var limits = StopsAreAccepted(source) ? Small : Small with { WallTime = Programs.Generous.WallTime };
        var outcome = await SandboxProgram.Compile(source, HostFixture.Functions, limits)
            .RunAsync(new RunOptions(), token);

        var verdict = Judge(name, source, outcome);
        if (NotYet.Contains(name)) Assert.True(verdict is not null, $"{name} passes now: take it out of not-yet.txt.");
        else Assert.True(verdict is null, verdict);
        // A defect here takes hours or for ever; a busy machine takes seconds.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), "Control must come back soon after the time limit.");
    }

    // What has to end by itself is bounded by steps, so that it does not fail where the machine is slow.
    private static bool StopsAreAccepted(string source) =>
        Expected(source).Any(e => e.StartsWith("limit:", StringComparison.Ordinal) && e != "limit:recursion");

    // Null when the end is acceptable.
    private static string? Judge(string name, string source, RunOutcome outcome)
    {
        if (Leaks(outcome, source)) return $"A native name leaked: {Programs.Show(outcome)}";
        var accepted = Expected(source).Any(e => Accepts(e, outcome));
        if (!accepted) return $"{FirstLine(source)}, but: {Shorten(Programs.Show(outcome))}";
        return name.StartsWith("arith_", StringComparison.Ordinal) && outcome.Output != Arithmetic(name)
            ? $"Expected {Arithmetic(name)}, but: {Programs.Show(outcome)}"
            : null;
    }

    private static string FirstLine(string source) => source.TrimStart('\uFEFF').Split('\n')[0].Trim();

    private static string[] Expected(string source) => FirstLine(source)["# expect:".Length..].Trim().Split('|');

    private static bool Accepts(string expected, RunOutcome outcome) => outcome switch
    {
        // A program has no result value besides its output, so nothing can go wrong with returning one.
        RunOutcome.Finished => expected is "ok" or "limit:result",
        RunOutcome.Stopped => expected.StartsWith("limit:", StringComparison.Ordinal),
        RunOutcome.Raised { Error: var error } =>
            expected == "error" || expected == error.Type
            || (expected == "SyntaxError" && error.Type is "IndentationError" or "TabError") ||
            (expected == "denied" && Denials.Contains(error.Type) && outcome.Output.Length == 0) ||
            (expected == "limit:recursion" && error.Type == "RecursionError"),
        _ => false,
    };

    private static bool Leaks(RunOutcome outcome, string source)
    {
        var text = Programs.Show(outcome);
        return Array.Exists(["System.", "Punie", "Exception of type"], n =>
            text.Contains(n, StringComparison.Ordinal) && !source.Contains(n, StringComparison.Ordinal));
    }

    private static string Arithmetic(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "arith_expected.json")));
        return document.RootElement.GetProperty(name).GetString()!;
    }

    private static string Shorten(string text) => text.Length < 400 ? text : text[..200] + " … " + text[^200..];
}
