using System.Globalization;

namespace Punie.Agent.Workspace.Undo;

/// <summary>Where one turn's journal and copies lie.</summary>
/// <param name="Number">The turn's number.</param>
/// <param name="FullPath">Its folder.</param>
internal sealed record TurnFolder(int Number, string FullPath)
{
    private const string JournalName = "journal.jsonl";

    /// <summary>The journal's file.</summary>
    public string Journal => Path.Combine(FullPath, JournalName);

    /// <summary>Size of everything in it.</summary>
    public long Bytes => new DirectoryInfo(FullPath).EnumerateFiles().Sum(file => file.Length);

    /// <summary>The folder that a number gives.</summary>
    public static TurnFolder Of(string parent, int number) =>
        new(number, Path.Combine(parent, number.ToString("D6", CultureInfo.InvariantCulture)));

    /// <summary>Those that exist, lowest number first.</summary>
    public static IReadOnlyList<TurnFolder> In(string parent)
    {
        if (!Directory.Exists(parent)) return [];
        return
        [
            .. from folder in Directory.EnumerateDirectories(parent)
               let name = Path.GetFileName(folder)
               where name.All(char.IsAsciiDigit) && name.Length is > 0 and < 10
               let number = int.Parse(name, CultureInfo.InvariantCulture)
               orderby number
               select new TurnFolder(number, folder),
        ];
    }

    /// <summary>What the journal says; null when it has no beginning.</summary>
    public UndoTurn? Read()
    {
        if (!File.Exists(Journal)) return null;
        UndoLine.Opened? opened = null;
        var files = new Dictionary<string, UndoFile>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var line in File.ReadLines(Journal).Select(UndoLine.Parse))
        {
            switch (line)
            {
                case UndoLine.Opened first:
                    opened ??= first;
                    break;
                case UndoLine.Write write when files.TryGetValue(write.Path, out var known):
                    files[write.Path] = known with { After = [.. known.After, write.After] };
                    break;
                case UndoLine.Write write:
                    files[write.Path] =
                        new UndoFile(write.Path, write.Before, [write.After]) { Folders = write.Folders };
                    order.Add(write.Path);
                    break;
                case UndoLine.Undone undone:
                    files.Remove(undone.Path);
                    order.Remove(undone.Path);
                    break;
            }
        }

        return opened is null
            ? null
            : new UndoTurn(Number, opened.At, opened.Label, [.. order.Select(path => files[path])]);
    }

    /// <summary>Removes it, the journal first: copies without a journal mean nothing.</summary>
    public void Delete()
    {
        File.Delete(Journal);
        Directory.Delete(FullPath, recursive: true);
    }
}
