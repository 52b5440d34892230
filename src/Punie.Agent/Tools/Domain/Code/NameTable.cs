using Punie.Python.Rewriting;
using Punie.Python.Scopes;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>
/// Says what the names of a file stand for, through imports, aliases and plain renamings such as <c>h = tdom.html</c>.
/// </summary>
internal sealed class NameTable(SourceModule module)
{
    private const int MostRenamings = 10;

    private readonly Lazy<Dictionary<Node, NameUse>> _uses = new(() =>
    {
        var uses = new Dictionary<Node, NameUse>();
        foreach (var use in module.File.Scopes.Uses) uses[use.Node] = use;
        return uses;
    });

    /// <summary>What an expression of the file stands for.</summary>
    public Meaning Of(Expression expression) => Of(expression, module.File.Parse.Module);

    /// <summary>What an expression stands for.</summary>
    /// <param name="expression">From the file, or parsed from one of its strings.</param>
    /// <param name="at">The node of the file where a parsed one stands.</param>
    public Meaning Of(Expression expression, Node at) => Of(expression, at, MostRenamings);

    /// <summary>The symbol that binds a name; null when nothing in the file does.</summary>
    public Symbol? SymbolOf(NameExpression name, Node at)
    {
        if (_uses.Value.TryGetValue(name, out var use)) return use.Definition;
        var first = module.ScopeAt(at);
        for (var scope = first; scope is not null; scope = scope.Parent)
        {
            // Functions do not see the names of a class around them.
            if (scope.Kind == ScopeKind.Class && !ReferenceEquals(scope, first)) continue;
            if (scope.Find(name.Name) is { } symbol && ReferenceEquals(symbol.Definition, symbol)) return symbol;
        }

        return null;
    }

    /// <summary>What a name of the module's top level stands for; null when it has none.</summary>
    public Meaning? AtTop(string name) =>
        module.File.Scopes.Module.Find(name) is { } symbol && symbol.Uses.Any(use => use.IsBinding)
            ? Of(symbol, "", MostRenamings)
            : null;

    /// <summary>The value of a name that is assigned once, as in <c>LIMIT = 3</c>; null for any other.</summary>
    public Expression? ValueOf(NameExpression name, Node at) =>
        SymbolOf(name, at) is { } symbol && Bindings(symbol) is [var only] ? AssignedTo(only) : null;

    /// <summary>The full name of the thing that an import statement's item brings in.</summary>
    public string FullNameOf(ImportAlias item)
    {
        if (module.ParentOf(item) is not ImportFromStatement from)
            return item.Alias is null ? item.Name.Text.Split('.')[0] : item.Name.Text;
        var target = module.File.TargetOf(from);
        return target.Length == 0 ? item.Name.Text : $"{target}.{item.Name.Text}";
    }

    private Meaning Of(Expression expression, Node at, int renamings)
    {
        if (SyntaxWalk.DottedName(expression) is not { } dotted) return new Meaning.NoName();
        var root = SyntaxWalk.RootName(expression)!;
        return SymbolOf(root, at) is { } symbol
            ? Of(symbol, dotted[root.Name.Length..], renamings)
            : new Meaning.Unbound(dotted);
    }

    private Meaning Of(Symbol symbol, string rest, int renamings)
    {
        var bindings = Bindings(symbol);
        if (bindings.Find(use => use.Node is ImportAlias) is { Node: ImportAlias item })
            return new Meaning.Imported(FullNameOf(item) + rest);
        if (bindings.Find(use => use.Kind == NameUseKind.Definition) is { Node: Statement definition })
            return rest.Length == 0 ? new Meaning.Defined(definition) : new Meaning.Variable();
        if (renamings > 0 && bindings is [var only] && AssignedTo(only) is { } value)
        {
            return Of(value, only.Node, renamings - 1) switch
            {
                Meaning.Imported imported => new Meaning.Imported(imported.FullName + rest),
                Meaning.Defined defined when rest.Length == 0 => defined,
                _ => new Meaning.Variable(),
            };
        }

        return new Meaning.Variable();
    }

    private static List<NameUse> Bindings(Symbol symbol) => [.. symbol.Uses.Where(use => use.IsBinding)];

    private Expression? AssignedTo(NameUse use) => module.ParentOf(use.Node) switch
    {
        AssignStatement { Targets: [NameExpression] } assign => assign.Value,
        AnnotatedAssignStatement { Target: NameExpression } assign => assign.Value,
        _ => null,
    };
}
