using Punie.Agent.CodeMode;
using Punie.Agent.Loop;

namespace Punie.Agent.Sessions;

/// <summary>
/// A summary that needs no model: for each turn the prompt, the tools called, the effects and the end of the answer.
/// </summary>
internal static class TurnDigest
{
    private const int PromptChars = 200;
    private const int CallChars = 80;
    private const int MostCalls = 8;
    private const int AnswerLines = 3;
    private const int AnswerChars = 300;
    private const string LeftOut = "(still earlier turns are left out)";

    /// <summary>One block a turn, oldest first; the oldest lines go first when there is no room.</summary>
    /// <param name="earlier">A summary of what was before; null for none.</param>
    /// <param name="turns">What to summarise.</param>
    /// <param name="chars">Most UTF-16 units of the whole.</param>
    public static string Of(string? earlier, IEnumerable<SessionTurn> turns, int chars)
    {
        List<string> lines = [.. earlier?.Split('\n') ?? [], .. turns.SelectMany(Of)];
        lines.RemoveAll(line => line == LeftOut);
        var size = lines.Sum(line => line.Length + 1);
        var left = 0;
        while (size > chars - LeftOut.Length - 1 && left < lines.Count - 1) size -= lines[left++].Length + 1;
        var kept = left == 0 ? lines : [LeftOut, .. lines.Skip(left)];
        return BoundedText.HeadAndTail(string.Join('\n', kept), chars);
    }

    private static IEnumerable<string> Of(SessionTurn turn)
    {
        yield return $"- Asked: {BoundedText.OneLine(turn.Prompt, PromptChars)}";
        var calls = turn.Entries.OfType<SessionEntry.Called>().ToList();
        var more = calls.Count > MostCalls ? $" and {calls.Count - MostCalls} more" : "";
        if (calls.Count > 0) yield return $"  Called: {string.Join(", ", calls.Take(MostCalls).Select(Call))}{more}";
        foreach (var effect in turn.Effects) yield return $"  Done: {BoundedText.OneLine(effect, PromptChars)}";
        if (turn.End is { } end and not TurnEnd.Answered) yield return $"  Ended without an answer: {end}";
        if (turn.Answer is { Length: > 0 } answer) yield return $"  Answer: {Last(answer)}";
    }

    private static string Call(SessionEntry.Called tool)
    {
        var call = BoundedText.OneLine(tool.Call, CallChars);
        return tool.Problem == null ? call : $"{call} (failed: {BoundedText.OneLine(tool.Problem, CallChars)})";
    }

    // The end of an answer holds its totals; of an output the last thing printed.
    private static string Last(string answer)
    {
        var lines = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return BoundedText.OneLine(string.Join(" / ", lines.TakeLast(AnswerLines)), AnswerChars);
    }
}
