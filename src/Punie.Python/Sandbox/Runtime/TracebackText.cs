using System.Globalization;
using System.Text;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Errors as CPython prints them.</summary>
internal static class TracebackText
{
    private const int MaxMembers = 15;
    private const int MaxDepth = 10;

    internal static string Of(ScriptError error) => Of(error, "");

    /// <summary>As for a program that was not read from a file: places, but no lines of the source.</summary>
    internal static string WithoutSource(ScriptError error) => Of(Bare(error), "");

    private static ScriptError Bare(ScriptError error) => error with
    {
        Frames = [.. error.Frames.Select(f => f with { SourceLine = "" })],
        Earlier = error.Earlier is null ? null : Bare(error.Earlier),
        Members = [.. error.Members.Select(Bare)],
    };

    private static string Of(ScriptError error, string margin)
    {
        var text = new StringBuilder();
        Append(text, error, margin, 0);
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, ScriptError error, string margin, int depth)
    {
        var chain = new Stack<ScriptError>();
        for (var one = error; one is not null; one = one.Earlier) chain.Push(one);
        while (chain.TryPop(out var one))
        {
            AppendOne(text, one, margin, depth);
            if (!chain.TryPeek(out var next)) continue;
            var blank = margin.TrimEnd() + "\n";
            var sentence = next.IsCausedByEarlier
                ? "The above exception was the direct cause of the following exception:"
                : "During handling of the above exception, another exception occurred:";
            text.Append(blank).Append(margin).Append(sentence).Append('\n').Append(blank);
        }
    }

    private static void AppendOne(StringBuilder text, ScriptError error, string margin, int depth)
    {
        var isGroup = error.Members.Count > 0;
        var inner = isGroup && depth == 0 ? margin + "  | " : margin;
        if (error.Frames.Count > 0 && !error.IsSyntax)
        {
            var kind = isGroup ? "Exception Group Traceback" : "Traceback";
            text.Append(isGroup && depth == 0 ? margin + "  + " : margin).Append(kind)
                .Append(" (most recent call last):\n");
        }
        foreach (var frame in error.Frames)
        {
            var place = error.IsSyntax ? "" : $", in {frame.Function}";
            text.Append(CultureInfo.InvariantCulture, $"{inner}  File \"main.py\", line {frame.Line}{place}\n");
            AppendSourceLine(text, frame, inner);
        }
        AppendLines(text, inner, error.LastLine);
        foreach (var note in error.Notes) AppendLines(text, inner, note);
        if (isGroup) AppendMembers(text, error, depth == 0 ? margin + "  " : margin[..^2], depth);
    }

    private static void AppendMembers(StringBuilder text, ScriptError error, string margin, int depth)
    {
        if (depth >= MaxDepth)
        {
            text.Append(margin).Append("| ... (max_group_depth is ")
                .Append(MaxDepth.ToString(CultureInfo.InvariantCulture)).Append(")\n");
            return;
        }
        for (var i = 0; i < Math.Min(error.Members.Count, MaxMembers); i++)
        {
            var title = (i + 1).ToString(CultureInfo.InvariantCulture);
            text.Append(margin).Append(i == 0 ? "+-+" : "  +").Append("---------------- ").Append(title)
                .Append(" ----------------\n");
            Append(text, error.Members[i], margin + "  | ", depth + 1);
        }
        if (error.Members.Count > MaxMembers)
            text.Append(CultureInfo.InvariantCulture,
            $"{margin}  +---------------- ... ----------------\n{margin}  | and {error.Members.Count - MaxMembers} "
            + $"more exceptions\n");
        var last = error.Members[Math.Min(error.Members.Count, MaxMembers) - 1];
        if (last.Members.Count == 0) text.Append(margin).Append("  +------------------------------------\n");
    }

    private static void AppendLines(StringBuilder text, string margin, string lines)
    {
        foreach (var line in lines.Split('\n')) text.Append(margin).Append(line).Append('\n');
    }

    private static void AppendSourceLine(StringBuilder text, ScriptFrame frame, string margin)
    {
        var trimmed = frame.SourceLine.TrimStart();
        if (trimmed.Length == 0) return;
        text.Append(margin).Append("    ").Append(trimmed.TrimEnd()).Append('\n');
        var indent = frame.Column - 1 - (frame.SourceLine.Length - trimmed.Length);
        if (indent > 0 && indent < trimmed.Length) text.Append(margin).Append(' ', 4 + indent).Append("^\n");
    }
}
