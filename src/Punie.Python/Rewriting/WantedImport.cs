using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>One name to import.</summary>
/// <param name="IsFrom">True for <c>from … import</c>.</param>
/// <param name="Level">Leading dots.</param>
/// <param name="Module">The module; empty for <c>from . import</c>.</param>
/// <param name="Name">The imported name; for a plain import the module again.</param>
/// <param name="Alias">The local name.</param>
internal sealed record WantedImport(bool IsFrom, int Level, string Module, string Name, string? Alias)
{
    /// <summary>The names of an import statement, or null when the text is anything else.</summary>
    public static IReadOnlyList<WantedImport>? From(string statement)
    {
        var parse = PythonParser.Parse(statement.Trim());
        if (parse.Errors.Count > 0 || parse.Module.Body.Count != 1) return null;
        return parse.Module.Body[0] switch
        {
            ImportStatement s =>
                [.. s.Names.Select(n => new WantedImport(false, 0, n.Name.Text, n.Name.Text, n.Alias?.Text))],
            ImportFromStatement s =>
                [.. s.Names.Select(n =>
                    new WantedImport(true, s.Level, s.Module?.Text ?? "", n.Name.Text, n.Alias?.Text))],
            _ => null,
        };
    }

    /// <summary>The statement that imports just this.</summary>
    public string Statement => IsFrom ? $"from {new string('.', Level)}{Module} import {Item}" : $"import {Item}";

    /// <summary>The name with its alias.</summary>
    public string Item => Alias is null ? Name : $"{Name} as {Alias}";

    /// <summary>The name that the file gets; null for a star.</summary>
    public string? BoundName => Name == "*" ? null : Alias ?? (IsFrom ? Name : Name.Split('.')[0]);

    /// <summary>True when it may join another import of the module.</summary>
    public bool CanMerge => IsFrom && Name != "*";

    public bool IsFuture => IsFrom && Level == 0 && Module == "__future__";

    /// <summary>True for a statement whose list of names this may join.</summary>
    public bool IsSameModule(ImportFromStatement statement) => IsFrom && statement.Level == Level
        && (statement.Module?.Text ?? "") == Module && statement.Names.All(n => n.Name.Text != "*");

    /// <summary>True when a statement imports exactly this.</summary>
    public bool IsIn(Statement statement) => statement switch
    {
        ImportStatement s => !IsFrom && s.Names.Any(IsItem),
        ImportFromStatement s => IsFrom && s.Level == Level && (s.Module?.Text ?? "") == Module && s.Names.Any(IsItem),
        _ => false,
    };

    /// <summary>
    /// True when an imported name may stand beside this one: the same thing, or parts of one package.
    /// </summary>
    public bool MeansSameAs(Statement statement, ImportAlias item) => (IsItem(item) && IsIn(statement))
        || (!IsFrom && statement is ImportStatement && Alias is null && item.Alias is null
            && item.Name.Text.Split('.')[0] == Name.Split('.')[0]);

    private bool IsItem(ImportAlias item) => item.Name.Text == Name && item.Alias?.Text == Alias;
}
