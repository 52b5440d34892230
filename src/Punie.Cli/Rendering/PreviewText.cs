using System.Diagnostics;
using System.Globalization;
using Punie.Agent.Permissions;

namespace Punie.Cli.Rendering;

/// <summary>A program with its effects marked, for a person to decide about.</summary>
internal static class PreviewText
{
    // A longer program is shown where it changes something, with some lines around.
    private const int WholeLines = 60;
    private const int LinesAround = 3;

    /// <summary>The numbered lines; a line with an effect begins with &gt; and says below what it does.</summary>
    public static string Of(ProgramPreview preview)
    {
        var source = preview.Source.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var effects = preview.Effects.ToLookup(effect => effect.Line);
        var digits = source.Length.ToString(CultureInfo.InvariantCulture).Length;
        var shown = new List<string>();
        var isCut = false;
        for (var line = 1; line <= source.Length; line++)
        {
            if (source.Length > WholeLines
                && !preview.Effects.Any(effect => Math.Abs(effect.Line - line) <= LinesAround))
            {
                if (!isCut) shown.Add("  ...");
                isCut = true;
                continue;
            }

            isCut = false;
            var number = line.ToString(CultureInfo.InvariantCulture).PadLeft(digits);
            shown.Add($"{(effects.Contains(line) ? '>' : ' ')} {number}  {source[line - 1]}");
            shown.AddRange(effects[line].Select(effect => $"  {new string(' ', digits)}  ^ {Explain(effect)}"));
        }

        return string.Join('\n', shown);
    }

    private static string Explain(PlannedEffect effect)
    {
        var what = effect.Change switch
        {
            null => $"{effect.Call}, known only when it runs",
            RequestedChange.FileChange file => $"writes {file.Path}",
            RequestedChange.FileChanges files => $"writes {string.Join(", ", files.Files.Select(file => file.Path))}",
            RequestedChange.CommandRun { Folder: "." } command => $"runs {command.Line}",
            RequestedChange.CommandRun command => $"runs {command.Line} in {command.Folder}",
            RequestedChange.ServerCall call => $"calls {call.Call} on the server {call.Server}",
            _ => throw new UnreachableException(),
        };
        return effect.MayRepeat ? $"{what}; in a loop, any number of times" : what;
    }
}
