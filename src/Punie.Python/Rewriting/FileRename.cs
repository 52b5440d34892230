using Punie.Python.Scopes;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>What a rename does to one file.</summary>
internal sealed class FileRename(PythonFile file)
{
    private readonly Dictionary<TextSpan, TextEdit> _edits = [];

    public PythonFile File { get; } = file;

    /// <summary>The symbols of the file that get the new name.</summary>
    public HashSet<Symbol> Targets { get; } = [];

    /// <summary>Imported names whose own name has changed where they are defined.</summary>
    public HashSet<ImportAlias> RenamedImports { get; } = [];

    /// <summary>True when names that come in through a star import change.</summary>
    public bool HasStarUses { get; set; }

    public IReadOnlyCollection<TextEdit> Edits => _edits.Values;

    public void Replace(TextSpan span, string text) => _edits[span] = new(span, text);

    public IReadOnlyList<TextEdit> InOrder() => [.. _edits.Values.OrderBy(e => e.Span.Start)];
}
