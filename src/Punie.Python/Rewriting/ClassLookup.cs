using Punie.Python.Scopes;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>A class of a project.</summary>
internal readonly record struct ProjectClass(PythonFile File, Scope Scope)
{
    public ClassStatement Statement => (ClassStatement)Scope.Node;
}

/// <summary>Says which class of a project an expression names, and of which class a value is.</summary>
/// <remarks>Knows what the text says in one place: a class by name or import, <c>self</c>, <c>cls</c>, <c>super()</c>,
/// <c>C(…)</c>, a name that is assigned once from such a call, and annotations. Anything else is of no known
/// class.</remarks>
internal sealed class ClassLookup(ModuleSet modules)
{
    private const int MostImports = 10;

    private readonly Dictionary<PythonFile, Dictionary<Node, Expression>> _values = [];

    /// <summary>The class that an expression is.</summary>
    public ProjectClass? ClassOf(PythonFile file, Expression? expression)
    {
        if (expression is SubscriptExpression generic) expression = generic.Value;
        if (expression is NameExpression name && file.Imports.UseOf(name)?.Definition is { } symbol
            && DefinedBy(file, symbol) is { } found)
            return found;
        return expression is null ? null : ClassNamed(file.Imports.FullNameOf(expression), MostImports);
    }

    /// <summary>The class that an expression's value is an instance of, or for <c>cls</c> the class itself.</summary>
    public ProjectClass? TypeOf(PythonFile file, Expression expression) => expression switch
    {
        CallExpression { Function: NameExpression { Name: "super" } function, Arguments.Count: 0 } =>
            ClassAround(file, file.Imports.UseOf(function)?.Symbol.Scope),
        CallExpression call => ClassOf(file, call.Function),
        NameExpression name when file.Imports.UseOf(name)?.Definition is { } symbol => TypeOf(file, symbol),
        _ => null,
    };

    /// <summary>The classes that a class names as its bases, as far as they are part of the project.</summary>
    public IEnumerable<ProjectClass> BasesOf(ProjectClass type) =>
        type.Statement.Bases.Select(b => ClassOf(type.File, b)).OfType<ProjectClass>();

    private ProjectClass? TypeOf(PythonFile file, Symbol symbol)
    {
        if (symbol.Uses.Count(u => u.IsBinding) != 1) return null;
        var binding = symbol.Uses.First(u => u.IsBinding);
        if (binding.Node is Parameter parameter)
            return parameter.Annotation is { } annotation
                ? ClassOf(file, WithoutNone(annotation))
                : ReceiverOf(file, symbol, parameter);
        return ValuesOf(file).GetValueOrDefault(binding.Node) is { } value ? ClassOf(file, value) : null;
    }

    // self and cls: the first parameter of a method.
    private static ProjectClass? ReceiverOf(PythonFile file, Symbol symbol, Parameter parameter)
    {
        if (symbol.Scope.Node is not FunctionStatement method) return null;
        if (method.Decorators.Any(d => d is NameExpression { Name: "staticmethod" })) return null;
        var around = symbol.Scope.Parent!.Kind == ScopeKind.TypeParameters
            ? symbol.Scope.Parent.Parent!
            : symbol.Scope.Parent;
        var first = method.Parameters.PositionalOnly.Concat(method.Parameters.Positional).FirstOrDefault();
        return around.Kind == ScopeKind.Class && ReferenceEquals(first, parameter) ? new(file, around) : null;
    }

    private static ProjectClass? ClassAround(PythonFile file, Scope? scope)
    {
        while (scope is not null && scope.Kind != ScopeKind.Class) scope = scope.Parent;
        return scope is null ? null : new(file, scope);
    }

    private static Expression WithoutNone(Expression annotation) => annotation switch
    {
        BinaryExpression { Operator: BinaryOperator.BitOr, Right: ConstantExpression } e => e.Left,
        BinaryExpression { Operator: BinaryOperator.BitOr, Left: ConstantExpression } e => e.Right,
        SubscriptExpression { Value: NameExpression { Name: "Optional" } } e => e.Index,
        _ => annotation,
    };

    // What names are made from: the function of C(…) in x = C(…), and the annotation of x: C.
    private Dictionary<Node, Expression> ValuesOf(PythonFile file)
    {
        if (_values.TryGetValue(file, out var values)) return values;
        values = [];
        foreach (var node in SyntaxWalk.All(file.Parse.Module))
        {
            if (node is AssignStatement { Targets: [NameExpression target], Value: CallExpression call })
                values[target] = call.Function;
            else if (node is AnnotatedAssignStatement { Target: NameExpression declared } assign)
                values[declared] = WithoutNone(assign.Annotation);
        }

        return _values[file] = values;
    }

    private ProjectClass? ClassNamed(string? fullName, int most)
    {
        var dot = fullName?.LastIndexOf('.') ?? -1;
        if (dot <= 0 || most == 0 || modules.Find(fullName![..dot]) is not { } file) return null;
        if (file.Scopes.Module.Find(fullName[(dot + 1)..])?.Definition is not { } symbol) return null;
        return DefinedBy(file, symbol) ?? ClassNamed(file.Imports.FullNameOf(symbol), most - 1);
    }

    private static ProjectClass? DefinedBy(PythonFile file, Symbol symbol)
    {
        if (symbol.Uses.Count(u => u.IsBinding) != 1) return null;
        var node = symbol.Uses.First(u => u.IsBinding).Node;
        return node is ClassStatement && file.Scopes.TryGetScope(node, out var scope) ? new(file, scope) : null;
    }
}
