namespace Punie.Python.Scopes;

/// <summary>A name in one scope: what the scope does with it and where it lives. Reference equality.</summary>
public sealed class Symbol
{
    private readonly List<NameUse> _uses = [];

    internal Symbol(string name, Scope scope) => (Name, Scope) = (name, scope);

    /// <summary>The name; private names of classes are mangled (<c>_C__x</c>).</summary>
    public string Name { get; }

    /// <summary>The scope whose name this is.</summary>
    public Scope Scope { get; }

    /// <summary>What the scope does with it.</summary>
    public SymbolRoles Roles { get; internal set; }

    /// <summary>Where it lives.</summary>
    public Binding Binding { get; internal set; }

    /// <summary>The occurrences in this scope, not in those inside, in the order in which they run.</summary>
    public IReadOnlyList<NameUse> Uses => _uses;

    /// <summary>The symbol that binds the name: itself when it is local; null for built-in and unknown names.</summary>
    public Symbol? Definition { get; internal set; }

    /// <summary>True when the scope makes the name its own and no declaration sends it elsewhere.</summary>
    internal bool IsOwn => (Roles & SymbolRoles.Bound) != 0
        && (Roles & SymbolRoles.DeclaredNonlocal) == 0
        && ((Roles & SymbolRoles.DeclaredGlobal) == 0 || Scope.Kind == ScopeKind.Module);

    /// <summary>True once an occurrence has given the name a value.</summary>
    internal bool HasBinding { get; private set; }

    internal void Add(NameUse use)
    {
        _uses.Add(use);
        HasBinding |= use.IsBinding;
    }
}
