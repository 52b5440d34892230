using System.Security.Cryptography;
using System.Text;

namespace Punie.Agent.Workspace;

/// <summary>Punie's own files about a person's work, outside every workspace. Only that person can read them.</summary>
/// <param name="root">Full path; made when the first file is.</param>
public sealed class StateFolder(string root)
{
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Full path of the folder.</summary>
    public string Root { get; } = root;

    /// <summary>The folder of the XDG base directory specification: <c>$XDG_STATE_HOME/punie</c>.</summary>
    /// <param name="stateHome">The variable's value; ignored when empty or relative, as the specification says.</param>
    /// <param name="home">The person's home, for <c>~/.local/state</c>.</param>
    public static StateFolder Find(string? stateHome, string home) => new(Path.Combine(
        Path.IsPathFullyQualified(stateHome ?? "") ? stateHome! : Path.Combine(home, ".local", "state"), "punie"));

    /// <summary>The files of a folder, newest name first; none when there is no such folder.</summary>
    /// <param name="folder">Relative to the root.</param>
    /// <param name="pattern">Such as <c>*.jsonl</c>.</param>
    /// <returns>Full paths.</returns>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<string> Files(string folder, string pattern)
    {
        var full = Path.Combine(Root, folder);
        if (!Directory.Exists(full)) return [];
        return Guarded(() =>
            Directory.GetFiles(full, pattern).OrderByDescending(Path.GetFileName, StringComparer.Ordinal).ToList());
    }

    /// <summary>The text of a file; null when it is not there.</summary>
    /// <param name="file">Relative to the root, or a full path from <see cref="Files"/>.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public string? Read(string file)
    {
        var full = Path.Combine(Root, file);
        return File.Exists(full) ? Guarded(() => File.ReadAllText(full)) : null;
    }

    /// <summary>Opens a file to add lines to; its folders are made.</summary>
    /// <param name="file">Relative to the root, or a full path from <see cref="Files"/>.</param>
    /// <exception cref="IOException">Another process has it open, or the system said no.</exception>
    public AppendedFile Append(string file) => Guarded(() =>
    {
        var full = Path.Combine(Root, file);
        Make(Path.GetDirectoryName(full)!);
        return new AppendedFile(full);
    });

    /// <summary>Replaces a file's whole text in one step; its folders are made.</summary>
    /// <exception cref="IOException">The system said no.</exception>
    public void Write(string file, string text) => Guarded(() =>
    {
        var full = Path.Combine(Root, file);
        Make(Path.GetDirectoryName(full)!);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(temporary, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(temporary, full, overwrite: true);
        return true;
    });

    /// <summary>Removes a file.</summary>
    /// <returns>True when it was there.</returns>
    /// <exception cref="IOException">The system said no.</exception>
    public bool Delete(string file) => Guarded(() =>
    {
        var full = Path.Combine(Root, file);
        if (!File.Exists(full)) return false;

        File.Delete(full);
        return true;
    });

    /// <summary>
    /// A folder's name for a workspace: its own name, and enough of a hash to tell equal names apart.
    /// </summary>
    internal static string KeyOf(string workspace)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(workspace));
        var letters = Path.GetFileName(full)
            .Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(full)))[..8];
        return $"{string.Concat(letters.Take(40))}-{hash}";
    }

    /// <summary>Makes a folder that only its owner can look into.</summary>
    internal static void Make(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OnlyOwner);
    }

    // A folder without rights is the same to the caller as a full disk: the file cannot be had.
    private static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException(refused.Message, refused);
        }
    }
}
