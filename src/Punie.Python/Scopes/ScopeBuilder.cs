using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Scopes;

/// <summary>Walks a tree once: opens the scopes and writes down what each of them does with which name.</summary>
/// <remarks>Visits parts in the order in which they run where that matters: a value before its target.</remarks>
internal sealed partial class ScopeBuilder
{
    private readonly SourceText _source;
    private readonly List<Scope> _all = [];
    private readonly List<NameUse> _uses = [];
    private readonly List<SyntaxError> _errors = [];
    private readonly List<Node> _pending = [];
    private Scope _scope;
    private Scope? _annotated;
    private string? _className;

    public ScopeBuilder(SourceText source, Module module)
    {
        _source = source;
        _scope = Module = new(ScopeKind.Module, "top", module, null);
        _all.Add(Module);
        Scopes[module] = Module;
    }

    public Scope Module { get; }

    public IReadOnlyList<Scope> All => _all;

    public IReadOnlyList<NameUse> Uses => _uses;

    public IReadOnlyList<SyntaxError> Errors => _errors;

    public Dictionary<Node, Scope> Scopes { get; } = [];

    public void Run() => VisitChildren(Module.Node);

    /// <summary>Adds an error that points at the statement which declares a name.</summary>
    public void ReportDeclaration(string message, Symbol symbol)
    {
        var use = symbol.Uses.FirstOrDefault(u => u.Kind == NameUseKind.Declaration) ?? symbol.Uses[0];
        Report(message, use.Node.Span);
    }

    private void Report(string message, TextSpan span)
    {
        var position = _source.PositionOf(span.Start);
        _errors.Add(
            new("SyntaxError", message, position.Line, position.Column, span)
            {
                Source = _source,
                IsCompileTime =
            true
            });
    }

    private void Visit(Node? node)
    {
        switch (node)
        {
            case null or ConstantExpression: break;
            case Statement statement: VisitStatement(statement); break;
            case Expression expression: VisitExpression(expression); break;
            case Pattern pattern: VisitPattern(pattern); break;
            case ExceptHandler handler: VisitHandler(handler); break;
            default: VisitChildren(node); break;
        }
    }

    private void VisitAll(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes) Visit(node);
    }

    // One list serves all levels: each takes its own part off the end.
    private void VisitChildren(Node node)
    {
        var first = _pending.Count;
        NodeChildren.Collect(node, _pending);
        var end = _pending.Count;
        for (var i = first; i < end; i++) Visit(_pending[i]);
        _pending.RemoveRange(first, end - first);
    }

    private Symbol FindOrAdd(string name) => _scope.FindOrAdd(NameMangling.Mangle(name, _className));

    private Symbol Use(Identifier name, NameUseKind kind, SymbolRoles roles, Node node)
    {
        var symbol = FindOrAdd(name.Text);
        var use = new NameUse(name, kind, symbol, node) { IsAnnotation = _annotated is not null };
        _uses.Add(use);
        symbol.Add(use);
        symbol.Roles |= roles;
        if (_scope.InComprehensionTarget) MarkComprehensionTarget(symbol, name.Span);
        return symbol;
    }

    private void MarkComprehensionTarget(Symbol symbol, TextSpan span)
    {
        if ((symbol.Roles & (SymbolRoles.DeclaredGlobal | SymbolRoles.DeclaredNonlocal)) != 0)
            Report($"comprehension inner loop cannot rebind assignment expression target '{symbol.Name}'", span);
        symbol.Roles |= SymbolRoles.ComprehensionTarget;
    }

    private void Open(ScopeKind kind, string name, Node node, Action visit)
    {
        var outer = _scope;
        var scope = _scope = new Scope(kind, name, node, outer);
        _all.Add(scope);
        // A generic's own node names the body; its brackets are found through the parent.
        if (kind != ScopeKind.TypeParameters) Scopes[node] = scope;
        visit();
        _scope = outer;
    }

    private void VisitStatement(Statement statement)
    {
        switch (statement)
        {
            case FunctionStatement s: VisitFunction(s); break;
            case ClassStatement s: VisitClass(s); break;
            case TypeAliasStatement s: VisitTypeAlias(s); break;
            case AssignStatement s:
                Visit(s.Value);
                VisitAll(s.Targets);
                break;
            case AugmentedAssignStatement s:
                Visit(s.Value);
                Visit(s.Target);
                break;
            case AnnotatedAssignStatement s: VisitAnnotatedAssign(s); break;
            case ForStatement s:
                Visit(s.Iterable);
                Visit(s.Target);
                VisitAll(s.Body);
                VisitAll(s.OrElse);
                break;
            case ImportStatement s: VisitImports(s.Names); break;
            case ImportFromStatement s: VisitImports(s.Names); break;
            case GlobalStatement s: VisitDeclaration(s, s.Names, "global", SymbolRoles.DeclaredGlobal); break;
            case NonlocalStatement s: VisitDeclaration(s, s.Names, "nonlocal", SymbolRoles.DeclaredNonlocal); break;
            default: VisitChildren(statement); break;
        }
    }

    private void VisitAnnotatedAssign(AnnotatedAssignStatement statement)
    {
        Visit(statement.Value);
        VisitAnnotation(statement.Annotation);
        if (statement.Target is not NameExpression name)
        {
            Visit(statement.Target);
            return;
        }

        var known = FindOrAdd(name.Name).Roles;
        if (statement.IsSimple && _scope.Kind != ScopeKind.Module)
        {
            if ((known & SymbolRoles.DeclaredGlobal) != 0)
                Report($"annotated name '{name.Name}' can't be global", statement.Span);
            else if ((known & SymbolRoles.DeclaredNonlocal) != 0)
                Report($"annotated name '{name.Name}' can't be nonlocal", statement.Span);
        }

        var roles = statement.IsSimple ? SymbolRoles.Annotated | SymbolRoles.Assigned
            : statement.Value is null ? SymbolRoles.None : SymbolRoles.Assigned;
        Use(new(name.Name, name.Span), NameUseKind.Store, roles, name);
    }

    private void VisitAnnotation(Expression? annotation)
    {
        if (annotation is null) return;
        var outer = _annotated;
        _annotated = _scope;
        Visit(annotation);
        _annotated = outer;
    }

    private void VisitImports(IReadOnlyList<ImportAlias> names)
    {
        foreach (var item in names)
        {
            if (item.Name.Text == "*") continue;
            Use(item.Alias ?? FirstPart(item.Name), NameUseKind.Import, SymbolRoles.Imported, item);
        }
    }

    private Identifier FirstPart(Identifier dotted)
    {
        var end = dotted.Text.IndexOf('.', StringComparison.Ordinal);
        if (end < 0) return dotted;
        var length = _source.TextOf(dotted.Span).AsSpan().IndexOfAny(". \t\f\\");
        return new(dotted.Text[..end], new(dotted.Span.Start, dotted.Span.Start + length));
    }

    private void VisitDeclaration(Statement statement, IReadOnlyList<Identifier> names, string word, SymbolRoles role)
    {
        foreach (var name in names)
        {
            var known = FindOrAdd(name.Text).Roles;
            if ((known & SymbolRoles.Parameter) != 0)
                Report($"name '{name.Text}' is parameter and {word}", statement.Span);
            else if ((known & SymbolRoles.Referenced) != 0)
                Report($"name '{name.Text}' is used prior to {word} declaration", statement.Span);
            else if ((known & SymbolRoles.Annotated) != 0)
                Report($"annotated name '{name.Text}' can't be {word}", statement.Span);
            else if ((known & SymbolRoles.Assigned) != 0)
                Report($"name '{name.Text}' is assigned to before {word} declaration", statement.Span);
            var symbol = Use(name, NameUseKind.Declaration, role, statement);
            if (role == SymbolRoles.DeclaredGlobal) Module.FindOrAdd(symbol.Name).Roles |= role;
        }
    }

    private void VisitHandler(ExceptHandler handler)
    {
        Visit(handler.Type);
        if (handler.Name is { } name) Use(name, NameUseKind.Store, SymbolRoles.Assigned, handler);
        VisitAll(handler.Body);
    }

    private void VisitPattern(Pattern pattern)
    {
        VisitChildren(pattern);
        var name = pattern switch
        {
            AsPattern p => p.Name,
            StarPattern p => p.Name,
            MappingPattern p => p.Rest,
            _ => null,
        };
        if (name is { } captured) Use(captured, NameUseKind.Store, SymbolRoles.Assigned, pattern);
    }
}
