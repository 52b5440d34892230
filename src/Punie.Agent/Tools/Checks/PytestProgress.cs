using System.Globalization;
using System.Text.Json;

namespace Punie.Agent.Tools.Checks;

/// <summary>What the plug-in wrote down during a run, perhaps to the middle of a line.</summary>
/// <param name="Root">The folder that pytest's own paths are relative to; null when the run did not get that
/// far.</param>
/// <param name="Tests">The tests that ended.</param>
/// <param name="Running">The tests that began and did not end.</param>
internal sealed record PytestProgress(string? Root, IReadOnlyList<TestCase> Tests, IReadOnlyList<string> Running)
{
    /// <summary>Seconds of all tests that ended.</summary>
    public double Duration => Tests.Sum(test => test.Duration);

    /// <summary>Reads the plug-in's file.</summary>
    /// <param name="text">Null when there is none.</param>
    /// <param name="maxMessageChars">Most UTF-16 units of one message.</param>
    public static PytestProgress Read(string? text, int maxMessageChars)
    {
        string? root = null;
        var tests = new List<TestCase>();
        var running = new List<string>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                var entry = json.RootElement;
                if (entry.TryGetProperty("root", out var top)) root = top.GetString();
                else if (entry.TryGetProperty("started", out var started)) running.Add(started.GetString()!);
                else if (entry.TryGetProperty("ended", out var ended)) running.Remove(ended.GetString()!);
                else tests.Add(Test(entry, maxMessageChars));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                // The run was stopped while it wrote this line.
            }
        }

        return new PytestProgress(root, tests, running);
    }

    /// <summary>What a run that was stopped still tells.</summary>
    /// <param name="error">Why it was stopped.</param>
    public PytestResult Stopped(string error)
    {
        if (Tests.Count > 0)
            error += string.Create(CultureInfo.InvariantCulture,
                $" {Tests.Count} tests had ended by then; only they are in the result.");
        if (Running.Count > 0) error += $" {Running[0]} was running.";
        return new PytestResult(Success: false, error, TestCounts.Of(Tests), Duration, Tests);
    }

    private static TestCase Test(JsonElement entry, int maxMessageChars) => new(
        entry.GetProperty("name").GetString()!,
        entry.GetProperty("outcome").GetString()!,
        entry.GetProperty("duration").GetDouble(),
        CheckText.Bounded(entry.GetProperty("message").GetString()!, maxMessageChars));
}
