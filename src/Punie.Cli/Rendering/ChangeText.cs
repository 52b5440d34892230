using System.Diagnostics;
using System.Globalization;
using Punie.Agent.Permissions;

namespace Punie.Cli.Rendering;

/// <summary>What would happen, as text for a person to decide about.</summary>
internal static class ChangeText
{
    private const int MostLines = 60;

    /// <summary>The diffs or the command, cut to what a person reads.</summary>
    public static string Of(RequestedChange change) => Cut(change switch
    {
        RequestedChange.FileChange file => file.Diff,
        RequestedChange.FileChanges files => string.Concat(files.Files.Select(file => file.Diff)),
        RequestedChange.CommandRun { Folder: "." } command => command.Line,
        RequestedChange.CommandRun command => $"{command.Line}\n(in {command.Folder})",
        RequestedChange.ServerCall call => $"{call.Call}\n(on the server {call.Server})",
        _ => throw new UnreachableException(),
    });

    /// <summary>The first lines of a longer text, and how many there are more.</summary>
    public static string Cut(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        return lines.Length <= MostLines
            ? string.Join('\n', lines)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join('\n', lines.Take(MostLines))}\n... {lines.Length - MostLines} more lines");
    }
}
