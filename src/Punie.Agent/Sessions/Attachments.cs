using System.Text;
using System.Text.RegularExpressions;
using Punie.Agent.CodeMode;
using Punie.Agent.Workspace;

namespace Punie.Agent.Sessions;

/// <summary>A prompt whose <c>@path</c> words were looked up.</summary>
/// <param name="Text">What the model is sent.</param>
/// <param name="Files">The files that were attached, relative to the workspace.</param>
public sealed record AttachedPrompt(string Text, IReadOnlyList<string> Files);

/// <summary>Puts the files that a prompt names as <c>@path</c> behind it.</summary>
/// <remarks>A word that is no path and resembles none, such as a decorator's name, stays as it is.</remarks>
public static partial class Attachments
{
    /// <summary>Most UTF-16 units of one file; the middle of a longer one is left out.</summary>
    public const int FileChars = 20_000;

    /// <summary>Most UTF-16 units of all files of one prompt.</summary>
    public const int AllChars = 60_000;

    private const int MostPaths = 20_000;
    private static readonly char[] Punctuation = ['.', ',', ';', ':', '?', '!', ')', '"', '\''];

    /// <summary>Looks the paths up.</summary>
    /// <param name="prompt">As typed.</param>
    /// <param name="workspace">Where the files are.</param>
    /// <param name="withText">False for a model that knows files by their paths only: <c>@path</c> becomes the
    /// path.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="WorkspaceException">A path does not exist (the message names the closest), or cannot be
    /// read.</exception>
    public static async Task<AttachedPrompt> ResolveAsync(
        string prompt, IWorkspace workspace, bool withText, CancellationToken cancellationToken)
    {
        var files = new List<string>();
        var text = Mention().Replace(prompt, match => Resolved(match.Groups[1].Value, workspace, files));
        if (!withText || files.Count == 0) return new AttachedPrompt(text, files);
        var sent = new StringBuilder(text);
        var room = AllChars;
        foreach (var file in files)
        {
            var content = await workspace.ReadTextAsync(file, cancellationToken).ConfigureAwait(false);
            var chars = Math.Min(FileChars, room);
            if (chars < 200)
                throw new WorkspaceException(WorkspaceProblem.TooLarge,
                $"'{file}' does not fit any more; attach fewer files.");
            var shown = BoundedText.HeadAndTail(content, chars);
            room -= shown.Length;
            sent.Append("\n\n").Append(file).Append(":\n```\n").Append(shown.TrimEnd('\n')).Append("\n```");
        }

        return new AttachedPrompt(sent.ToString(), files);
    }

    // The word for the prompt; a file is remembered. Sentences put punctuation behind paths.
    private static string Resolved(string word, IWorkspace workspace, List<string> files)
    {
        var name = word.TrimEnd(Punctuation);
        if (name.Length == 0) return "@" + word;
        var found = Find(name, workspace);
        if (found == null) return "@" + word;
        if (found.Kind == PathKind.File && !files.Contains(found.Relative)) files.Add(found.Relative);
        return found.Relative + word[name.Length..];
    }

    private static WorkspacePath? Find(string name, IWorkspace workspace)
    {
        var found = workspace.Resolve(name);
        if (found.Kind != PathKind.Missing) return found;
        if (!name.Contains('/') && ClosestPath.Find(name, workspace.Files(".", MostPaths)) == null) return null;
        return workspace.ResolveExisting(name);
    }

    [GeneratedRegex(@"(?<!\S)@(\S+)")]
    private static partial Regex Mention();
}
