using Punie.Agent.Tools;
using Punie.Python.Syntax;

namespace Punie.Agent.CodeMode;

/// <summary>Says what a program would do: its tool calls, the fields it reads and what would fail.</summary>
public static class ProgramAnalysis
{
    /// <summary>Reads a program without running it.</summary>
    /// <param name="source">The program's text.</param>
    /// <param name="tools">The tools that it may call.</param>
    public static ProgramFacts Analyze(string source, ToolCatalog tools)
    {
        var parsed = PythonParser.Parse(source, new ParseOptions());
        if (parsed.Errors.Count == 0) return new ProgramWalker(source, tools).Run(parsed.Module);
        var problems = parsed.Errors.Select(error => new ProgramProblem(error.Line, $"{error.Type}: {error.Message}"));
        return new ProgramFacts([], [.. problems], IsValidSyntax: false);
    }
}
