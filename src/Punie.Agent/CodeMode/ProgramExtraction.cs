using System.Text.Json;
using Microsoft.Extensions.AI;
using Punie.Agent.Tools;
using Punie.Chat.Formats;

namespace Punie.Agent.CodeMode;

/// <summary>A program found in a reply.</summary>
/// <param name="Source">The Python text, ready to run.</param>
/// <param name="CallId">The call to answer; null when the program stood in plain text.</param>
public sealed record ExtractedProgram(string Source, string? CallId);

/// <summary>
/// Finds the program in a model's reply, also when the model does not keep to the form it was asked for.
/// </summary>
public static class ProgramExtraction
{
    private const string Fence = "```";
    private static readonly string[] PythonFences = ["", "python", "py", "python3", "tool_code", "execute_code"];

    /// <summary>The program, or null when the reply is an answer.</summary>
    /// <param name="reply">The parsed reply.</param>
    /// <param name="tools">A block in plain text counts when it calls one of these.</param>
    public static ExtractedProgram? From(ChatMessage reply, ToolCatalog tools)
    {
        foreach (var call in reply.Contents.OfType<FunctionCallContent>())
        {
            if (FromCall(call, tools) is { } source) return new ExtractedProgram(source, call.CallId);
        }

        return FromText(reply.Text, tools) is { } program ? new ExtractedProgram(program, null) : null;
    }

    /// <summary>The program of one call; null when it is neither Code Mode's nor a tool's.</summary>
    internal static string? FromCall(FunctionCallContent call, ToolCatalog tools)
    {
        if (CodeCall.CodeOf(call) is { } code) return Clean(Unfenced(code));
        if (tools.Find(call.Name) is { } tool) return NativeCall(tool, call);
        return call.Name == CodeCall.FunctionName && call.Arguments is { Count: 1 } only
            && Text(only.Values.First()) is { } text
            ? Clean(Unfenced(text))
            : null;
    }

    // A model that calls a tool directly means the program that prints its result.
    private static string NativeCall(Tool tool, FunctionCallContent call)
    {
        var arguments = (call.Arguments ?? new Dictionary<string, object?>())
            .Select(argument => $"{argument.Key}={PythonLiteral(argument.Value)}");
        return $"print({tool.Name}({string.Join(", ", arguments)}))";
    }

    private static string PythonLiteral(object? value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.Null } => "None",
        JsonElement { ValueKind: JsonValueKind.True } => "True",
        JsonElement { ValueKind: JsonValueKind.False } => "False",
        JsonElement { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        JsonElement { ValueKind: JsonValueKind.Array } array =>
            $"[{string.Join(", ", array.EnumerateArray().Select(item => PythonLiteral(item)))}]",
        JsonElement { ValueKind: JsonValueKind.String } element => Quote(element.GetString()!),
        JsonElement element => Quote(element.GetRawText()),
        string text => Quote(text),
        _ => ToolStub.Literal(value),
    };

    private static string Quote(string text) => ToolStub.Literal(text)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    private static string? Text(object? value) => value switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
        _ => null,
    };

    /// <summary>The program that stands in plain text; null when the text is an answer.</summary>
    internal static string? FromText(string text, ToolCatalog tools)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        foreach (var (block, isWhole) in Blocks(text))
        {
            if (isWhole || CallsTool(block, tools)) return Clean(block);
        }

        // Without any fence only a text that is nothing but a program counts.
        var bare = Clean(text);
        return ProgramAnalysis.Analyze(bare, tools) is { IsValidSyntax: true, Calls.Count: > 0 } ? bare : null;
    }

    private static IEnumerable<(string Block, bool IsWhole)> Blocks(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var open = lines[i].Trim();
            if (!open.StartsWith(Fence, StringComparison.Ordinal)) continue;
            var end = Array.FindIndex(lines, i + 1, line => line.Trim() == Fence);
            // A reply that was cut off has no closing fence.
            if (end < 0) end = lines.Length;
            var isPython = PythonFences.Contains(open[Fence.Length..].Trim().ToLowerInvariant());
            var isWhole = lines[..i].All(string.IsNullOrWhiteSpace)
                && lines.Skip(end + 1).All(string.IsNullOrWhiteSpace);
            if (isPython) yield return (string.Join('\n', lines[(i + 1)..end]), isWhole);
            i = end;
        }
    }

    private static bool CallsTool(string block, ToolCatalog tools)
    {
        var facts = ProgramAnalysis.Analyze(block, tools);
        // With a syntax error the model should hear about it, not have its program taken for prose.
        return facts.Calls.Count > 0 || (!facts.IsValidSyntax
            && tools.Tools.Any(tool => block.Contains(tool.Name + "(", StringComparison.Ordinal)));
    }

    private static string Unfenced(string code) =>
        code.TrimStart().StartsWith(Fence, StringComparison.Ordinal)
            ? Blocks(code).Select(b => b.Block).FirstOrDefault(code)
            : code;

    // Removes blank lines around the program and the indentation that all its lines share.
    private static string Clean(string program)
    {
        var lines = program.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd(' ', '\t')).ToList();
        while (lines.Count > 0 && lines[0].Length == 0) lines.RemoveAt(0);
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        var shared = lines.Where(line => line.Length > 0).Select(Indentation).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length >= shared ? line[shared..] : line));
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ', '\t').Length;
}
