using System.Globalization;
using Punie.Python.Sandbox;
using Punie.Python.Tests.Sandbox;

namespace Punie.Python.Tests.Spec;

/// <summary>A program of a page with what it prints.</summary>
/// <param name="Line">1-based line of its fence.</param>
/// <param name="Marks">The words behind <c>python</c> in the fence.</param>
/// <param name="Source">The program.</param>
/// <param name="Output">What the page says it prints.</param>
internal sealed record SpecBlock(int Line, string[] Marks, string Source, string Output)
{
    private const string Fence = "```";

    /// <summary>True when CPython is not asked.</summary>
    public bool IsOurs => Marks.Contains("ours");

    /// <summary>The oldest CPython that the block is for: 12 of Python 3.12.</summary>
    public int Minor => Marks.Where(m => m.StartsWith("3.", StringComparison.Ordinal))
        .Select(m => int.Parse(m[2..], CultureInfo.InvariantCulture)).FirstOrDefault();

    /// <summary>The blocks of a page.</summary>
    /// <exception cref="FormatException">A program has no output block.</exception>
    public static List<SpecBlock> Read(string page)
    {
        var lines = page.Split('\n');
        var blocks = new List<SpecBlock>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal)) continue;
            var info = lines[i][3..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (line, text) = (i + 1, Take(lines, ref i));
            if (info is ["python", ..]) blocks.Add(new(line, info[1..], text, ""));
            else if (info is ["output"]) blocks[^1] = blocks[^1] with { Output = text };
        }

        return blocks;
    }

    /// <summary>The page with the outputs replaced.</summary>
    public static string Write(string page, IReadOnlyList<string> outputs)
    {
        var lines = page.Split('\n');
        var result = new List<string>();
        var (next, isLast) = (0, false);
        for (var i = 0; i < lines.Length; i++)
        {
            var start = i;
            var isProgram = lines[i].StartsWith("```python", StringComparison.Ordinal);
            var isOutput = lines[i] == "```output";
            if (lines[i].StartsWith(Fence, StringComparison.Ordinal)) Take(lines, ref i);
            // An old output goes with the blank line before it.
            if (isOutput && isLast && result[^1].Length == 0) result.RemoveAt(result.Count - 1);
            if (!isOutput) result.AddRange(lines[start..(i + 1)]);
            if (isProgram) result.AddRange(["", "```output", .. outputs[next++].TrimEnd('\n').Split('\n'), Fence]);
            isLast = isProgram || (isLast && lines[start].Length == 0);
        }

        return string.Join('\n', result);
    }

    /// <summary>The limits that the block runs with.</summary>
    public SandboxLimits Limits()
    {
        var limits = Programs.Generous;
        foreach (var parts in Marks.Where(m => m.Contains('=', StringComparison.Ordinal)).Select(m => m.Split('=')))
        {
            var value = int.Parse(parts[1], CultureInfo.InvariantCulture);
            limits = parts[0] switch
            {
                "steps" => limits with { Steps = value },
                "bytes" => limits with { Bytes = value },
                "output" => limits with { OutputChars = value },
                "calls" => limits with { HostCalls = value },
                "depth" => limits with { CallDepth = value },
                "source" => limits with { SourceChars = value },
                "nesting" => limits with { Nesting = value },
                _ => throw new FormatException($"Line {Line}: no limit has the name '{parts[0]}'."),
            };
        }

        return limits;
    }

    // The text up to the closing fence; the index is then at that fence.
    private static string Take(string[] lines, ref int i)
    {
        var first = ++i;
        while (lines[i] != Fence) i++;
        return string.Concat(lines[first..i].Select(l => l + "\n"));
    }
}
