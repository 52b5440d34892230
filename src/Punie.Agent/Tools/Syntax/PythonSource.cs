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

    /// <summary>It was read and does not matter.</summary>
    public sealed record Unwanted : PythonSource;

    /// <summary>It cannot be used.</summary>
    /// <param name="Reason">What is wrong and what to do.</param>
    /// <param name="Text">The file's text; empty when it could not be read.</param>
    public sealed record Unusable(string Reason, string Text) : PythonSource;

    /// <summary>Reads and parses a file of the workspace.</summary>
    /// <returns>Never <see cref="Unwanted"/>.</returns>
    public static ValueTask<PythonSource> ReadAsync(string path, IWorkspace workspace,
        CancellationToken cancellationToken) =>
            ReadAsync(path, workspace, isWanted: _ => true, cancellationToken);

    /// <summary>Reads a file of the workspace and parses it when its text is wanted.</summary>
    public static async ValueTask<PythonSource> ReadAsync(
        string path, IWorkspace workspace, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        try
        {
            var relative = workspace.ResolveExisting(path).Relative;
            var text = await workspace.ReadTextAsync(path, cancellationToken).ConfigureAwait(false);
            if (!isWanted(text)) return new Unwanted();
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
