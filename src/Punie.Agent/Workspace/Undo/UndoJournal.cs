namespace Punie.Agent.Workspace.Undo;

/// <summary>
/// Keeps what every turn's writes replaced, outside the work tree, and puts it back. A write is noted before it
/// happens, so that a kill at any moment leaves either no write or one that can be undone.
/// </summary>
/// <remarks>Not covered: what a command changes. The workspace notes its own writes only.</remarks>
/// <param name="state">Where Punie's own files are.</param>
/// <param name="workspace">The project's folder.</param>
/// <param name="limits">How much is kept.</param>
/// <param name="clock">Dates turns.</param>
public sealed class UndoJournal(StateFolder state, string workspace, UndoLimits limits, TimeProvider clock)
    : IDisposable
{
    private const int LabelChars = 200;

    private readonly Lock _guard = new(); // protects the open turn: awaited tools write at the same time
    private readonly UndoLimits _limits = limits.Checked();
    private readonly string _root = RealPath.Of(Path.GetFullPath(workspace));
    private readonly string _folder =
        Path.Combine(state.Root, "undo", StateFolder.KeyOf(RealPath.Of(Path.GetFullPath(workspace))));
    private OpenTurn? _open;
    private string _label = "";

    /// <summary>Groups the writes from now on. A turn that writes nothing leaves nothing.</summary>
    /// <param name="label">What the person asked for.</param>
    public void Begin(string label)
    {
        lock (_guard)
        {
            Close();
            var line = label.ReplaceLineEndings(" ").Trim();
            _label = line.Length <= LabelChars ? line : line[..LabelChars];
        }
    }

    /// <summary>The turns that can be undone, last one first.</summary>
    /// <exception cref="UndoException">The folder cannot be read.</exception>
    public IReadOnlyList<UndoTurn> Turns() => Guarded(
        "cannot be read",
        () => TurnFolder.In(_folder).Select(folder => folder.Read()).OfType<UndoTurn>()
            .Where(turn => turn.Files.Count > 0).Reverse().ToList());

    /// <summary>
    /// Puts back the files of a turn, each exactly as it was: content, permission bits, or not there.
    /// </summary>
    /// <param name="number">The turn; null for the last one.</param>
    /// <param name="force">Also overwrite what somebody else changed after the turn.</param>
    /// <param name="files">The workspace that the turn wrote to.</param>
    /// <exception cref="UndoException">There is no such turn, or it is still running.</exception>
    public UndoReport Undo(int? number, bool force, IWorkspace files)
    {
        lock (_guard) Close();
        var turns = Turns();
        if (turns.Count == 0) throw new UndoException("there is nothing to undo");
        var turn = number is null ? turns[0] : turns.FirstOrDefault(one => one.Number == number)
            ?? throw new UndoException($"there is no turn {number} to undo; punie undo --list shows what there is");
        var folder = TurnFolder.Of(_folder, turn.Number);
        return Guarded("cannot be written", () => Undo(turn, folder, new FileUndo(folder.FullPath, files, force)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_guard) Close();
    }

    /// <summary>
    /// True for a file of the journal, which no tool may write when the state folder lies in the workspace.
    /// </summary>
    internal bool Owns(string full) => full.StartsWith(Path.Combine(state.Root, "undo"), StringComparison.Ordinal);

    /// <summary>Notes a write that is about to happen.</summary>
    /// <exception cref="IOException">It cannot be noted, so it must not happen.</exception>
    internal void Record(WorkspacePath file, ReadOnlySpan<byte> content)
    {
        lock (_guard)
        {
            _open ??= Open();
            _open.Record(file, content, _limits.Bytes);
        }
    }

    private static UndoReport Undo(UndoTurn turn, TurnFolder folder, FileUndo undo)
    {
        var done = new List<UndoneFile>();
        using (var journal = new AppendedFile(folder.Journal))
        {
            // Files that were made last are taken away first, so that their folders are empty by then.
            foreach (var file in turn.Files.Reverse())
            {
                var undone = undo.Put(file);
                if (undone.Kind is not UndoneKind.Refused) journal.Add(new UndoLine.Undone(file.Path).ToJson());
                done.Insert(0, undone);
            }
        }

        var report = new UndoReport(turn, done);
        if (report.IsComplete) folder.Delete();
        return report;
    }

    private void Close()
    {
        _open?.Dispose();
        _open = null;
    }

    private OpenTurn Open()
    {
        var known = TurnFolder.In(_folder);
        Prune(known);
        for (var number = known.Count == 0 ? 1 : known[^1].Number + 1; ; number++)
        {
            var folder = TurnFolder.Of(_folder, number);
            StateFolder.Make(folder.FullPath);
            if (Claim(folder) is not { } journal) continue;
            journal.Add(new UndoLine.Opened(clock.GetUtcNow(), _label, _root).ToJson());
            return new OpenTurn(folder.FullPath, journal, _root);
        }
    }

    // Null when another process has just taken the number.
    private static AppendedFile? Claim(TurnFolder folder)
    {
        if (File.Exists(folder.Journal)) return null;
        AppendedFile journal;
        try
        {
            journal = new AppendedFile(folder.Journal);
        }
        catch (IOException) when (File.Exists(folder.Journal) || File.Exists($"{folder.Journal}.lock"))
        {
            return null;
        }

        if (new FileInfo(folder.Journal).Length == 0) return journal;
        journal.Dispose();
        return null;
    }

    private void Prune(IReadOnlyList<TurnFolder> known)
    {
        var bytes = known.Sum(folder => folder.Bytes);
        var count = known.Count;
        foreach (var oldest in known)
        {
            if (count < _limits.Turns && bytes <= _limits.Bytes) return;
            bytes -= oldest.Bytes;
            count--;
            oldest.Delete();
        }
    }

    private T Guarded<T>(string problem, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UndoException(
                $"the undo journal in {_folder} {problem}, or another punie is writing to it: {e.Message}", e);
        }
    }
}
