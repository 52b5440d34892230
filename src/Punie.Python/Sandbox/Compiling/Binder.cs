using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>Finds out which names each scope binds and uses, then gives variables their slots.</summary>
internal sealed partial class Binder
{
    private readonly Dictionary<Node, Scope> _scopes = [];
    private readonly List<Scope> _all = [];
    private readonly List<NonlocalName> _nonlocals = [];
    private Scope _scope;

    private Binder()
    {
        _scope = new Scope(ScopeKind.Module, null, "<module>");
        _all.Add(_scope);
    }

    /// <summary>Throws <see cref="CompileException"/> for the errors that need scopes.</summary>
    internal static ScopeTree Bind(Module module)
    {
        var binder = new Binder();
        binder.Visit(module.Body);
        foreach (var scope in binder._all)
        {
            foreach (var name in scope.Uses) scope.Resolve(name);
        }
        foreach (var (scope, name, source) in binder._nonlocals)
        {
            if (scope.Resolve(name) is null)
                throw new CompileException($"no binding for nonlocal '{source.Text}' found", source.Span);
        }
        foreach (var scope in binder._all) AssignSlots(scope);
        foreach (var scope in binder._all)
        {
            if (!ReferenceEquals(scope.Frame, scope)) continue;
            scope.FirstFree = scope.SlotCount;
            scope.SlotCount += scope.Free.Count;
        }
        return new ScopeTree(binder._all[0], binder._scopes);
    }

    private static void AssignSlots(Scope scope)
    {
        if (scope.Kind == ScopeKind.Class)
        {
            // Slot 0 is the namespace; of the names only the hidden cell for super() is a variable.
            scope.SlotCount = 1;
            if (scope.Symbols.TryGetValue("__class__", out var cell)) cell.Slot = scope.NewSlot();
            return;
        }
        if (scope.Kind == ScopeKind.Module) return;
        foreach (var symbol in scope.Symbols.Values) symbol.Slot = scope.NewSlot();
    }

    private void Bound(string name)
    {
        name = _scope.Mangle(name);
        if (_scope.DeclaredGlobal.Contains(name) || _scope.DeclaredNonlocal.Contains(name)) _scope.Uses.Add(name);
        else _scope.Bind(name);
    }

    private void Used(string name)
    {
        _scope.Uses.Add(_scope.Mangle(name));
        // super() finds its class through a hidden variable of the class scope.
        if (name is "super" or "__class__" && _scope.Frame.Kind == ScopeKind.Function) _scope.Uses.Add("__class__");
    }

    private void Enter(Node node, ScopeKind kind, string name)
    {
        _scope = new Scope(kind, _scope, name);
        _scopes.Add(node, _scope);
        _all.Add(_scope);
        if (kind == ScopeKind.Class) _scope.Bind("__class__");
    }

    private void Leave() => _scope = _scope.Parent!;

    private void VisitFunction(Node node, string name, Parameters parameters, Action body)
    {
        foreach (var parameter in parameters.PositionalOnly.Concat(parameters.Positional)
            .Concat(parameters.KeywordOnly)) Visit(parameter.Default);
        VisitAnnotations(parameters);
        Enter(node, ScopeKind.Function, name);
        foreach (var parameter in parameters.PositionalOnly.Concat(parameters.Positional)
            .Concat(parameters.KeywordOnly)) BindParameter(parameter);
        if (parameters.VarArgs is { } rest) BindParameter(rest);
        if (parameters.KeywordVarArgs is { } keywords) BindParameter(keywords);
        body();
        Leave();
    }

    private void BindParameter(Parameter parameter)
    {
        var name = _scope.Mangle(parameter.Name.Text);
        if (_scope.Symbols.ContainsKey(name))
            throw new CompileException($"duplicate argument '{name}' in function definition", parameter.Span);
        _scope.Bind(name);
    }

    private void VisitAnnotations(Parameters parameters)
    {
        foreach (var parameter in parameters.PositionalOnly.Concat(parameters.Positional)
            .Concat(parameters.KeywordOnly)) Visit(parameter.Annotation);
        Visit(parameters.VarArgs?.Annotation);
        Visit(parameters.KeywordVarArgs?.Annotation);
    }

    private void VisitComprehension(Node node, IReadOnlyList<ComprehensionClause> clauses,
        params ReadOnlySpan<Expression> elements)
    {
        // The first iterable belongs to the scope outside.
        Visit(clauses[0].Iterable);
        var outer = _scope.Frame;
        Enter(node, node is GeneratorExpression ? ScopeKind.Function : ScopeKind.Comprehension, "<genexpr>");
        if (node is GeneratorExpression)
        {
            _scope.Bind(".0");
            _scope.HasYield = true;
        }
        for (var i = 0; i < clauses.Count; i++)
        {
            BindTarget(clauses[i].Target);
            if (i > 0) Visit(clauses[i].Iterable);
            if (clauses[i].IsAsync) (node is GeneratorExpression ? _scope.Frame : outer).HasAwait = true;
            foreach (var condition in clauses[i].Conditions) Visit(condition);
        }
        foreach (var element in elements) Visit(element);
        if (node is GeneratorExpression && _scope.HasAwait) _scope.IsAsync = true;
        Leave();
    }

    private void BindTarget(Expression target)
    {
        switch (target)
        {
            case NameExpression name: Bound(name.Name); break;
            case TupleExpression tuple: foreach (var e in tuple.Elements) BindTarget(e); break;
            case ListExpression list: foreach (var e in list.Elements) BindTarget(e); break;
            case StarredExpression starred: BindTarget(starred.Value); break;
            default: Visit(target); break;
        }
    }

    /// <summary>A walrus binds in the function around its comprehension.</summary>
    private void BindWalrus(NameExpression target)
    {
        var inner = _scope;
        while (_scope.Kind == ScopeKind.Comprehension) _scope = _scope.Parent!;
        Bound(target.Name);
        _scope = inner;
        Used(target.Name);
    }

    private void BindPattern(Pattern pattern)
    {
        switch (pattern)
        {
            case ValuePattern value: Visit(value.Value); break;
            case SequencePattern sequence: foreach (var p in sequence.Patterns) BindPattern(p); break;
            case MappingPattern mapping:
                foreach (var key in mapping.Keys) Visit(key);
                foreach (var p in mapping.Patterns) BindPattern(p);
                if (mapping.Rest is { } rest) Bound(rest.Text);
                break;
            case ClassPattern type:
                Visit(type.Class);
                foreach (var p in type.Patterns.Concat(type.KeywordPatterns)) BindPattern(p);
                break;
            case StarPattern { Name: { } name }: Bound(name.Text); break;
            case AsPattern alias:
                if (alias.Pattern is not null) BindPattern(alias.Pattern);
                if (alias.Name is { } bound) Bound(bound.Text);
                break;
            case OrPattern or: foreach (var p in or.Patterns) BindPattern(p); break;
        }
    }
}

/// <summary>A name in a <c>nonlocal</c> statement, looked up when all scopes are known.</summary>
internal sealed record NonlocalName(Scope Scope, string Name, Identifier Source);
