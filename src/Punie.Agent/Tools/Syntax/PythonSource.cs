using System.Globalization;
using Punie.Agent.Workspace;
using Punie.Python.Rewriting;

namespace Punie.Agent.Tools.Syntax;

/// <summary>A Python file that a tool was given. Closed.</summary>
internal abstract record PythonSource
{
    private PythonSource()
    {
    }

    /// <summary>It was read and parses.</summary>
    public sealed record Parsed(PythonFile File) : PythonSource;

    /// <summary>It cannot be used.</summary>
    /// <param name="Reason">What is wrong and what to do.</param>
    /// <param name="Text">The file's text; empty when it could not be read.</param>
    public sealed record Unusable(string Reason, string Text) : PythonSource;

    /// <summary>Reads and parses a file of the workspace.</summary>
    public static async ValueTask<PythonSource> ReadAsync(
        string path, IWorkspace workspace, CancellationToken cancellationToken)
    {
        try
        {
            var relative = workspace.ResolveExisting(path).Relative;
            var text = await workspace.ReadTextAsync(path, cancellationToken).ConfigureAwait(false);
            var file = PythonFile.From(relative, text);
            return ErrorOf(file) is { } error ? new Unusable(error, text) : new Parsed(file);
        }
        catch (WorkspaceException e)
        {
            return new Unusable(e.Message, "");
        }
    }

    private static string? ErrorOf(PythonFile file) => file.Parse.FirstError is not { } error
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Path} has a syntax error in line {error.Line}: {error.Message}. Correct it first.");
}
