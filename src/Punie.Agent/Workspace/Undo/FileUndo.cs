using System.Security.Cryptography;

namespace Punie.Agent.Workspace.Undo;

/// <summary>Puts single files of a turn back.</summary>
/// <param name="copies">The folder with the turn's copies.</param>
/// <param name="workspace">Finds the files.</param>
/// <param name="force">Overwrite what somebody else changed.</param>
internal sealed class FileUndo(string copies, IWorkspace workspace, bool force)
{
    public UndoneFile Put(UndoFile file)
    {
        try
        {
            return Put(file, workspace.ResolveForWriting(file.Path).Full);
        }
        catch (WorkspaceException refusal)
        {
            return Refused(file, refusal.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused(file, e.Message);
        }
    }

    private static UndoneFile Refused(UndoFile file, string reason) => new(file.Path, UndoneKind.Refused, reason);

    private UndoneFile Put(UndoFile file, string full)
    {
        var now = File.Exists(full) ? HashOf(full) : null;
        if (now == file.Before?.Hash) return new UndoneFile(file.Path, UndoneKind.Unchanged);
        if (!force && (now is null || !file.After.Contains(now)))
        {
            return Refused(file, now is null ? "it was deleted after the turn" : "it was changed after the turn");
        }

        return file.Before is { } before ? Restore(file, full, before) : Remove(file, full);
    }

    private UndoneFile Restore(UndoFile file, string full, FileSnapshot before)
    {
        var copy = Path.Combine(copies, Path.GetFileName(before.Name));
        if (!File.Exists(copy) || HashOf(copy) != before.Hash) return Refused(file, "its snapshot is damaged");
        AtomicFile.Replace(full, File.ReadAllBytes(copy), before.Mode is { } mode ? (UnixFileMode)mode : null);
        return new UndoneFile(file.Path, UndoneKind.Restored);
    }

    private UndoneFile Remove(UndoFile file, string full)
    {
        File.Delete(full);
        foreach (var folder in file.Folders.Reverse())
        {
            var made = workspace.Resolve(folder);
            if (made.Kind is not PathKind.Folder || Directory.EnumerateFileSystemEntries(made.Full).Any()) break;
            Directory.Delete(made.Full);
        }

        return new UndoneFile(file.Path, UndoneKind.Removed);
    }

    private static string HashOf(string full)
    {
        using var stream = File.OpenRead(full);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
