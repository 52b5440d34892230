using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>The four kinds of namespace.</summary>
internal enum ScopeKind
{
    Module,
    Function,
    Class,

    /// <summary>Lives in the slots of the function around it.</summary>
    Comprehension,
}

/// <summary>A variable with a slot.</summary>
internal sealed class Symbol(string name, Scope scope)
{
    internal string Name { get; } = name;

    internal Scope Scope { get; } = scope;

    /// <summary>True when an inner function uses it: the slot then holds a cell.</summary>
    internal bool IsCaptured { get; set; }

    internal int Slot { get; set; } = -1;
}

/// <summary>Names of one function, class, comprehension or the module.</summary>
internal sealed class Scope(ScopeKind kind, Scope? parent, string name)
{
    /// <summary>Name of the function that holds the source of one of our own modules.</summary>
    internal const string LibraryName = "<library>";

    private readonly List<Symbol> _free = [];

    internal ScopeKind Kind { get; } = kind;

    internal Scope? Parent { get; } = parent;

    internal string Name { get; } = name;

    /// <summary>The scope whose call has the slots.</summary>
    internal Scope Frame => Kind == ScopeKind.Comprehension ? Parent!.Frame : this;

    internal Dictionary<string, Symbol> Symbols { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> DeclaredGlobal { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> DeclaredNonlocal { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Uses { get; } = new(StringComparer.Ordinal);

    /// <summary>Variables of outer functions, in the order of the closure.</summary>
    internal IReadOnlyList<Symbol> Free => _free;

    /// <summary>Slot of the first captured variable; they follow each other.</summary>
    internal int FirstFree { get; set; }

    internal int SlotCount { get; set; }

    /// <summary>True with <c>yield</c>, where the scope is a function.</summary>
    internal bool HasYield { get; set; }

    /// <summary>True with <c>await</c>, <c>async for</c> or <c>async with</c>.</summary>
    internal bool HasAwait { get; set; }

    internal bool IsAsync { get; set; }

    /// <summary>Name of the innermost class around, for private names.</summary>
    internal string? ClassName => Kind == ScopeKind.Class ? Name : Parent?.ClassName;

    /// <summary>As CPython's <c>__qualname__</c>.</summary>
    internal string QualifiedName
    {
        get
        {
            var outer = Parent?.Frame;
            if (outer is null || outer.Kind == ScopeKind.Module || outer.Name == LibraryName) return Name;
            return outer.Kind == ScopeKind.Class
                ? $"{outer.QualifiedName}.{Name}"
                : $"{outer.QualifiedName}.<locals>.{Name}";
        }
    }

    internal Symbol Bind(string name)
    {
        if (Symbols.TryGetValue(name, out var known)) return known;
        return Symbols[name] = new Symbol(name, this);
    }

    /// <summary>Private names of a class, <c>__x</c>, become <c>_Class__x</c>.</summary>
    internal string Mangle(string name)
    {
        if (name.Length < 3 || name[0] != '_' || name[1] != '_' || name.EndsWith("__", StringComparison.Ordinal))
            return name;
        return ClassName?.TrimStart('_') is { Length: > 0 } owner ? $"_{owner}{name}" : name;
    }

    internal int NewSlot() => Frame.SlotCount++;

    internal int FreeSlot(Symbol symbol) => FirstFree + _free.IndexOf(symbol);

    /// <summary>Finds where a name lives; null for a global. Marks what closures share on the way.</summary>
    internal Symbol? Resolve(string name)
    {
        if (DeclaredGlobal.Contains(name)) return null;
        if (Kind != ScopeKind.Module && Kind != ScopeKind.Class && !DeclaredNonlocal.Contains(name)
            && Symbols.TryGetValue(name, out var own)) return own;
        if (Kind == ScopeKind.Module) return null;
        for (var scope = Parent; scope is not null && scope.Kind != ScopeKind.Module; scope = scope.Parent)
        {
            if (scope.Kind == ScopeKind.Class && name != "__class__") continue;
            if (scope.DeclaredGlobal.Contains(name)) return null;
            if (scope.DeclaredNonlocal.Contains(name) || !scope.Symbols.TryGetValue(name, out var symbol)) continue;
            if (!ReferenceEquals(scope.Frame, Frame)) Capture(symbol);
            return symbol;
        }
        return null;
    }

    private void Capture(Symbol symbol)
    {
        symbol.IsCaptured = true;
        for (var frame = Frame; !ReferenceEquals(frame, symbol.Scope.Frame); frame = frame.Parent!.Frame)
        {
            if (!frame._free.Contains(symbol)) frame._free.Add(symbol);
        }
    }
}

/// <summary>The scopes of a program by the syntax node that opens them.</summary>
internal sealed record ScopeTree(Scope Module, Dictionary<Node, Scope> Inner);
