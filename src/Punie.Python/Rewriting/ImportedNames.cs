using Punie.Python.Scopes;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Says which imported thing an expression names, through aliases and from-imports.</summary>
internal sealed class ImportedNames
{
    private readonly PythonFile _file;
    private readonly Dictionary<Node, NameUse> _uses = [];
    private readonly Dictionary<Node, ImportFromStatement> _owners = [];

    public ImportedNames(PythonFile file)
    {
        _file = file;
        foreach (var use in file.Scopes.Uses) _uses[use.Node] = use;
        foreach (var import in SyntaxWalk.All(file.Parse.Module).OfType<ImportFromStatement>())
        {
            foreach (var item in import.Names) _owners[item] = import;
        }
    }

    /// <summary>The occurrence that a name expression is.</summary>
    public NameUse? UseOf(NameExpression name) => _uses.GetValueOrDefault(name);

    /// <summary>The statement that an imported name belongs to; null for a plain <c>import</c>.</summary>
    public ImportFromStatement? StatementOf(ImportAlias item) => _owners.GetValueOrDefault(item);

    /// <summary>
    /// The absolute dotted name that an expression stands for, or null when it does not start at an import.
    /// </summary>
    public string? FullNameOf(Expression expression)
    {
        if (SyntaxWalk.RootName(expression) is not { } root || UseOf(root)?.Definition is not { } symbol) return null;
        if (FullNameOf(symbol) is not { } start) return null;
        var rest = SyntaxWalk.DottedName(expression)![root.Name.Length..];
        return start + rest;
    }

    /// <summary>
    /// The absolute dotted name that a symbol is imported from; null when anything else binds it too.
    /// </summary>
    public string? FullNameOf(Symbol symbol)
    {
        string? found = null;
        foreach (var use in symbol.Uses.Where(u => u.IsBinding))
        {
            if (use.Node is not ImportAlias item) return null;
            var name = NameOf(item);
            if (found is not null && found != name) return null;
            found = name;
        }

        return found;
    }

    private string NameOf(ImportAlias item)
    {
        if (StatementOf(item) is { } from)
        {
            var module = _file.TargetOf(from);
            return module.Length == 0 ? item.Name.Text : $"{module}.{item.Name.Text}";
        }

        return item.Alias is null ? item.Name.Text.Split('.')[0] : item.Name.Text;
    }
}
