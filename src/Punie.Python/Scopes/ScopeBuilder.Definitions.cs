using Punie.Python.Syntax.Ast;

namespace Punie.Python.Scopes;

// Functions, classes, type aliases and type parameters.
internal sealed partial class ScopeBuilder
{
    private void VisitFunction(FunctionStatement function)
    {
        VisitAll(function.Decorators);
        VisitDefaults(function.Parameters);
        var owner = _scope;
        WithTypeParameters(function.TypeParameters, function.Name.Text, function, () =>
        {
            foreach (var parameter in AllOf(function.Parameters)) VisitAnnotation(parameter.Annotation);
            VisitAnnotation(function.Returns);
            UseIn(owner, function.Name, function);
            Open(ScopeKind.Function, function.Name.Text, function, () =>
            {
                VisitParameters(function.Parameters);
                VisitAll(function.Body);
            });
        });
    }

    private void VisitClass(ClassStatement @class)
    {
        VisitAll(@class.Decorators);
        var owner = _scope;
        var outerClass = _className;
        if (@class.TypeParameters.Count > 0) _className = @class.Name.Text;
        WithTypeParameters(@class.TypeParameters, @class.Name.Text, @class, () =>
        {
            VisitAll(@class.Bases);
            VisitAll(@class.Keywords);
            var inner = _className;
            _className = outerClass;
            UseIn(owner, @class.Name, @class);
            _className = inner;
            Open(ScopeKind.Class, @class.Name.Text, @class, () =>
            {
                _className = @class.Name.Text;
                VisitAll(@class.Body);
                _className = inner;
            });
        });
        _className = outerClass;
    }

    private void VisitTypeAlias(TypeAliasStatement alias)
    {
        Visit(alias.Name);
        WithTypeParameters(alias.TypeParameters, alias.Name.Name, alias, () =>
            Open(ScopeKind.TypeAlias, alias.Name.Name, alias, () => Visit(alias.Value)));
    }

    // The name of a generic is bound outside its brackets.
    private void UseIn(Scope owner, Identifier name, Node node)
    {
        var inner = _scope;
        _scope = owner;
        Use(name, NameUseKind.Definition, SymbolRoles.Assigned, node);
        _scope = inner;
    }

    private void WithTypeParameters(IReadOnlyList<TypeParameter> parameters, string name, Node node, Action visit)
    {
        if (parameters.Count == 0)
        {
            visit();
            return;
        }

        Open(ScopeKind.TypeParameters, name, node, () =>
        {
            foreach (var parameter in parameters) VisitTypeParameter(parameter);
            visit();
        });
    }

    private void VisitTypeParameter(TypeParameter parameter)
    {
        const SymbolRoles Roles = SymbolRoles.TypeParameter | SymbolRoles.Assigned;
        Use(parameter.Name, NameUseKind.TypeParameter, Roles, parameter);
        if (parameter.Bound is { } bound) Open(ScopeKind.TypeVariable, parameter.Name.Text, bound, () => Visit(bound));
        if (parameter.Default is { } value)
            Open(ScopeKind.TypeVariable, parameter.Name.Text, value, () => Visit(value));
    }

    private void VisitDefaults(Parameters parameters)
    {
        foreach (var parameter in AllOf(parameters)) Visit(parameter.Default);
    }

    private void VisitParameters(Parameters parameters)
    {
        foreach (var parameter in AllOf(parameters))
            Use(parameter.Name, NameUseKind.Parameter, SymbolRoles.Parameter, parameter);
    }

    private static IEnumerable<Parameter> AllOf(Parameters parameters)
    {
        IEnumerable<Parameter> all = [.. parameters.PositionalOnly, .. parameters.Positional];
        if (parameters.VarArgs is { } varArgs) all = all.Append(varArgs);
        all = all.Concat(parameters.KeywordOnly);
        return parameters.KeywordVarArgs is { } rest ? all.Append(rest) : all;
    }
}
