using System.Globalization;
using System.Text;
using Punie.Python.Sandbox;

namespace Punie.Agent.CodeMode;

/// <summary>How a program ended, with what its tools could not do.</summary>
/// <param name="Outcome">The sandbox's outcome; the output is always kept.</param>
/// <param name="Problems">One line for each tool call that could not do its work, whether the program noticed or
/// not.</param>
public sealed record CodeRun(RunOutcome Outcome, IReadOnlyList<string> Problems)
{
    /// <summary>One line for each tool call with what came of it, for a program that printed nothing.</summary>
    public IReadOnlyList<string> Results { get; init; } = [];

    /// <summary>True when the program came to its end and printed nothing to be read.</summary>
    public bool IsSilent => Outcome is RunOutcome.Finished && string.IsNullOrWhiteSpace(Outcome.Output);

    /// <summary>The run as an answer: what the program printed, else what its calls came to.</summary>
    public string ToAnswer() => !IsSilent ? Outcome.Output
        : Results.Count == 0 ? "The program printed nothing and called no tool.\n"
        : string.Concat(Results.Select(result => $"{result}\n"));

    /// <summary>What the model reads about the run.</summary>
    /// <param name="chars">Most UTF-16 units of output.</param>
    /// <param name="limits">The limits that the run had.</param>
    public string ToObservation(int chars, SandboxLimits limits)
    {
        var text = new StringBuilder();
        if (IsSilent) return SilentObservation(chars);
        text.Append(BoundedText.HeadAndTail(Outcome.Output, chars));
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
        foreach (var problem in Problems) text.Append(problem).Append('\n');
        switch (Outcome)
        {
            case RunOutcome.Raised raised:
                text.Append(BoundedText.HeadAndTail(raised.Error.ToText(), chars)).Append('\n');
                break;
            case RunOutcome.Stopped stopped:
                text.Append(Describe(stopped.Limit, limits)).Append('\n');
                break;
        }

        return text.ToString();
    }

    private string SilentObservation(int chars)
    {
        const string Advice = "The program printed nothing. Print what you need to see.\n";
        return Results.Count == 0 ? Advice : BoundedText.HeadAndTail($"{Advice}Its calls:\n{ToAnswer()}", chars);
    }

    /// <summary>One line that names a limit and its value.</summary>
    public static string Describe(Limit limit, SandboxLimits limits)
    {
        var reached = limit switch
        {
            Limit.Steps => string.Create(CultureInfo.InvariantCulture, $"{limits.Steps:N0} steps"),
            Limit.WallTime =>
                string.Create(CultureInfo.InvariantCulture, $"{limits.WallTime.TotalSeconds:0.###} seconds"),
            Limit.Bytes => string.Create(CultureInfo.InvariantCulture, $"{limits.Bytes:N0} bytes of memory"),
            Limit.Output =>
                string.Create(CultureInfo.InvariantCulture, $"{limits.OutputChars:N0} characters of output"),
            Limit.HostCalls => string.Create(CultureInfo.InvariantCulture, $"{limits.HostCalls:N0} tool calls"),
            Limit.Source =>
                string.Create(CultureInfo.InvariantCulture, $"{limits.SourceChars:N0} characters of source"),
            Limit.Nesting => string.Create(CultureInfo.InvariantCulture, $"{limits.Nesting:N0} levels of nesting"),
        };
        return $"The program was stopped: it reached its limit of {reached}.";
    }
}
