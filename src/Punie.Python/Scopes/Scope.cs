using Punie.Python.Syntax.Ast;

namespace Punie.Python.Scopes;

/// <summary>One scope of a program with its names. Reference equality.</summary>
public sealed class Scope
{
    private readonly Dictionary<string, Symbol> _symbols = new(StringComparer.Ordinal);
    private readonly List<Scope> _children = [];

    internal Scope(ScopeKind kind, string name, Node node, Scope? parent)
    {
        (Kind, Name, Node, Parent) = (kind, name, node, parent);
        IterableDepth = parent?.IterableDepth ?? 0;
        parent?._children.Add(this);
    }

    /// <summary>What opens the scope.</summary>
    public ScopeKind Kind { get; }

    /// <summary>
    /// The function's or class's name; <c>top</c>, <c>lambda</c>, <c>listcomp</c>, … as CPython calls the others.
    /// </summary>
    public string Name { get; }

    /// <summary>The node that opens the scope.</summary>
    public Node Node { get; }

    /// <summary>The scope around; null for the module.</summary>
    public Scope? Parent { get; }

    /// <summary>The scopes directly inside, in the order in which they are met.</summary>
    public IReadOnlyList<Scope> Children => _children;

    /// <summary>The names in the order in which they are met.</summary>
    public IReadOnlyCollection<Symbol> Symbols => _symbols.Values;

    /// <summary>True for a class whose functions use <c>super()</c> or <c>__class__</c>.</summary>
    public bool NeedsClassCell { get; internal set; }

    /// <summary>The names of the scopes from the outside in, without the module and without hidden scopes.</summary>
    public string QualifiedName
    {
        get
        {
            var isNamed = Kind is ScopeKind.Class or ScopeKind.Function;
            var outer = Parent?.QualifiedName ?? "";
            if (!isNamed) return outer;
            return outer.Length == 0 ? Name : $"{outer}.{Name}";
        }
    }

    /// <summary>The name in this scope, or null; private names are looked up mangled.</summary>
    public Symbol? Find(string name) => _symbols.GetValueOrDefault(name);

    internal bool IsFunctionLike => Kind is not (ScopeKind.Module or ScopeKind.Class);

    /// <summary>The class whose names a type scope directly in a class body sees.</summary>
    internal Scope? VisibleClass => Kind is ScopeKind.TypeParameters or ScopeKind.TypeAlias or ScopeKind.TypeVariable
        ? Parent!.Kind == ScopeKind.Class ? Parent : Parent.VisibleClass
        : null;

    /// <summary>True while the target of a comprehension's <c>for</c> is read.</summary>
    internal bool InComprehensionTarget { get; set; }

    /// <summary>Iterables of comprehensions around the place that is read.</summary>
    internal int IterableDepth { get; set; }

    internal Symbol FindOrAdd(string name)
    {
        if (_symbols.TryGetValue(name, out var symbol)) return symbol;
        return _symbols[name] = new Symbol(name, this);
    }
}
