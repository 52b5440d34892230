using System.Globalization;
using System.Security.Cryptography;

namespace Punie.Agent.Workspace.Undo;

/// <summary>The turn that is being written: a folder with the journal and a copy of each file as it was.</summary>
internal sealed class OpenTurn(string folder, AppendedFile journal, string workspace) : IDisposable
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>
    /// Notes a write before it happens: the copy first, then the line, so that a kill leaves no line without its copy.
    /// </summary>
    /// <exception cref="IOException">The copy cannot be made; nothing may be written then.</exception>
    public void Record(WorkspacePath file, ReadOnlySpan<byte> content, long mostBytes)
    {
        var after = Convert.ToHexStringLower(SHA256.HashData(content));
        if (_known.Contains(file.Relative))
        {
            journal.Add(new UndoLine.Write(file.Relative, Before: null, after, []).ToJson());
            return;
        }

        var before = File.Exists(file.Full) ? Snapshot(file.Full, mostBytes) : null;
        journal.Add(new UndoLine.Write(file.Relative, before, after, MissingFolders(file)).ToJson());
        _known.Add(file.Relative);
    }

    public void Dispose() => journal.Dispose();

    private FileSnapshot Snapshot(string full, long mostBytes)
    {
        if (new FileInfo(full).Length is var length && length > mostBytes)
        {
            throw new IOException(
                string.Create(CultureInfo.InvariantCulture, $"it has {length} bytes, at most {mostBytes} are kept"));
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{_known.Count + 1}.before");
        var copy = Path.Combine(folder, name);
        int? mode = OperatingSystem.IsWindows() ? null : (int)File.GetUnixFileMode(full);
        File.Copy(full, copy, overwrite: true);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var stream = File.OpenRead(copy);
        return new FileSnapshot(name, Convert.ToHexStringLower(SHA256.HashData(stream)), mode);
    }

    private List<string> MissingFolders(WorkspacePath file)
    {
        var missing = new List<string>();
        var relative = file.Relative;
        while (relative.LastIndexOf('/') is > 0 and var cut)
        {
            relative = relative[..cut];
            if (Directory.Exists(Path.Combine(workspace, relative))) break;
            missing.Insert(0, relative);
        }

        return missing;
    }
}
