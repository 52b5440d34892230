using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.CodeMode;
using Punie.Agent.Tools;
using Punie.Lab.Suites;

namespace Punie.Lab.Scoring;

/// <summary>Judges a reply by the calls that its program makes, never by its text.</summary>
/// <remarks>
/// A program is right when its calls are the expected ones, in any order and no more, with equal arguments (defaults
/// filled in, paths normalised) and when it reads every expected field. Not covered: what the program does with the
/// fields.
/// </remarks>
/// <param name="tools">The declarations that defaults come from.</param>
public sealed class CallScorer(ToolCatalog tools)
{
    private static readonly HashSet<string> PathParameters = ["path", "file_path", "cwd"];

    /// <summary>Judges one reply.</summary>
    /// <param name="sample">What was asked and expected.</param>
    /// <param name="program">The reply's program; null for a direct answer.</param>
    public Verdict Judge(Sample sample, string? program)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return sample.Expectation switch
        {
            Expectation.Direct => program is null ? Verdict.Right : Verdict.Wrong("called a tool where none fits"),
            Expectation.Calls calls =>
                program is null ? Verdict.Wrong("answered without a tool") : Judge(calls.Items, program),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Verdict Judge(IReadOnlyList<ExpectedCall> expected, string program)
    {
        var facts = ProgramAnalysis.Analyze(program, tools);
        if (!facts.IsValidSyntax || facts.Problems.Count > 0)
            return Verdict.Wrong($"does not check: {facts.Problems[0]}");
        var made = facts.Calls.ToList();
        var names = string.Join(", ", made.Select(c => c.Tool).Order(StringComparer.Ordinal));
        if (names != string.Join(", ", expected.Select(c => c.Tool).Order(StringComparer.Ordinal)))
            return Verdict.Wrong($"called {names}");
        foreach (var want in expected)
        {
            var candidates = made.Where(c => c.Tool == want.Tool).ToList();
            var match = candidates.Find(c => HasArguments(c, want));
            if (match is null)
                return Verdict.Wrong($"{want.Tool} got {candidates[0].ArgumentsAsJson().ToJsonString()}");
            if (want.Fields.FirstOrDefault(f => !match.Fields.Contains(f)) is { } field)
                return Verdict.Wrong($"{want.Tool}: {field} is not read, only {string.Join(", ", match.Fields)}");
            made.Remove(match);
        }

        return Verdict.Right;
    }

    private bool HasArguments(ToolUse call, ExpectedCall want)
    {
        var given = call.Arguments.ToDictionary(a => a.Name, a => Text(a.Value));
        var parameters = tools.Find(call.Tool)!.Parameters;
        return want.Arguments.Keys.All(n => parameters.Any(p => p.Name == n)) && parameters.All(p =>
        {
            var fallback = p.Default is { } d ? Text(d.Value) : null;
            return Normal(p.Name, given.GetValueOrDefault(p.Name, fallback))
                == Normal(p.Name, want.Arguments.GetValueOrDefault(p.Name) ?? fallback);
        });
    }

    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonValue v when v.GetValueKind() == JsonValueKind.String => v.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool b => b ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string? Normal(string parameter, string? value)
    {
        if (value is null) return null;
        if (!PathParameters.Contains(parameter)) return value is "True" or "False" ? value.ToLowerInvariant() : value;
        var path = value.StartsWith("./", StringComparison.Ordinal) ? value[2..] : value;
        path = path.TrimEnd('/');
        return path.Length == 0 ? "." : path;
    }
}

/// <summary>One judgement.</summary>
/// <param name="IsRight">Whether the reply met the expectation.</param>
/// <param name="Reason">What was wrong; empty when right.</param>
public sealed record Verdict(bool IsRight, string Reason)
{
    /// <summary>The expectation was met.</summary>
    public static Verdict Right { get; } = new(true, "");

    /// <summary>The expectation was not met.</summary>
    public static Verdict Wrong(string reason) => new(false, reason);
}
