namespace Punie.Python.Scopes;

/// <summary>Decides where each name lives, once all scopes know what they do with it.</summary>
/// <remarks>Follows <c>analyze_name</c> and <c>analyze_cells</c> of CPython's <c>Python/symtable.c</c>, by looking
/// outwards from each name instead of handing sets of names inwards.</remarks>
internal sealed class ScopeAnalyzer(ScopeBuilder builder)
{
    private const string ClassCell = "__class__";

    public void Run()
    {
        foreach (var scope in builder.All)
        {
            foreach (var symbol in scope.Symbols.ToArray()) Analyze(symbol);
        }

        foreach (var use in builder.Uses) use.Definition = DefinitionOf(use);
    }

    private void Analyze(Symbol symbol)
    {
        if ((symbol.Roles & SymbolRoles.DeclaredGlobal) != 0) AnalyzeGlobal(symbol);
        else if ((symbol.Roles & SymbolRoles.DeclaredNonlocal) != 0) AnalyzeNonlocal(symbol);
        else if ((symbol.Roles & SymbolRoles.Bound) != 0) BindLocally(symbol);
        else if (symbol.Scope.VisibleClass?.Find(symbol.Name) is { } member
            && (member.Roles & SymbolRoles.DeclaredGlobal) != 0)
            SetGlobal(symbol, Binding.GlobalExplicit);
        else if (symbol.Scope.VisibleClass?.Find(symbol.Name) is { IsOwn: true } own)
            (symbol.Binding, symbol.Definition) = (Binding.GlobalImplicit, own);
        else if (!TryBindOutside(symbol)) SetGlobal(symbol, Binding.GlobalImplicit);
    }

    // A cell stays one: a scope inside may have been analysed before this symbol.
    private static void BindLocally(Symbol symbol)
    {
        if (symbol.Definition is null) symbol.Binding = Binding.Local;
        symbol.Definition = symbol;
    }

    private void AnalyzeGlobal(Symbol symbol)
    {
        if ((symbol.Roles & SymbolRoles.DeclaredNonlocal) != 0)
            builder.ReportDeclaration($"name '{symbol.Name}' is nonlocal and global", symbol);
        SetGlobal(symbol, Binding.GlobalExplicit);
    }

    private void AnalyzeNonlocal(Symbol symbol)
    {
        if (!TryBindOutside(symbol))
        {
            SetGlobal(symbol, Binding.GlobalImplicit);
            if (symbol.Scope.Kind != ScopeKind.Module)
                builder.ReportDeclaration($"no binding for nonlocal '{symbol.Name}' found", symbol);
        }
        else if (symbol.Definition is { } outer && (outer.Roles & SymbolRoles.TypeParameter) != 0)
        {
            builder.ReportDeclaration($"nonlocal binding not allowed for type parameter '{symbol.Name}'", symbol);
        }
    }

    private void SetGlobal(Symbol symbol, Binding binding)
    {
        symbol.Binding = binding;
        symbol.Definition = GlobalNamed(symbol.Name);
    }

    private Symbol? GlobalNamed(string name) =>
        builder.Module.Find(name) is { } global
            && (global.Roles & (SymbolRoles.Bound | SymbolRoles.DeclaredGlobal)) != 0
            ? global : null;

    // Looks through the functions around; class bodies are not seen from inside, except for their hidden __class__.
    private static bool TryBindOutside(Symbol symbol)
    {
        var passed = new List<Scope>();
        for (var scope = symbol.Scope.Parent; scope is not null && scope.Kind != ScopeKind.Module; scope = scope.Parent)
        {
            if (scope.Kind == ScopeKind.Class && symbol.Name == ClassCell)
            {
                scope.NeedsClassCell = true;
                Capture(symbol, null, passed);
                return true;
            }

            var outer = scope.Kind == ScopeKind.Class ? null : scope.Find(symbol.Name);
            if (outer is not null && (outer.Roles & SymbolRoles.DeclaredGlobal) != 0) return false;
            if (outer is { IsOwn: true })
            {
                outer.Binding = Binding.Cell;
                outer.Definition = outer;
                Capture(symbol, outer, passed);
                return true;
            }

            passed.Add(scope);
        }

        return false;
    }

    // The scopes between a variable and its use hand it on, so it is free in them too.
    private static void Capture(Symbol symbol, Symbol? definition, List<Scope> passed)
    {
        (symbol.Binding, symbol.Definition) = (Binding.Free, definition);
        foreach (var scope in passed)
        {
            if (scope.Find(symbol.Name) is not null) continue;
            var link = scope.FindOrAdd(symbol.Name);
            (link.Binding, link.Definition) = (Binding.Free, definition);
        }
    }

    // A class body reads a name from the module until it has given the name a value of its own.
    private Symbol? DefinitionOf(NameUse use)
    {
        var symbol = use.Symbol;
        if (symbol.Scope.Kind != ScopeKind.Class || !ReferenceEquals(symbol.Definition, symbol))
            return symbol.Definition;
        return use.Kind == NameUseKind.Load && use.IsBeforeBinding ? GlobalNamed(symbol.Name) : symbol;
    }
}
