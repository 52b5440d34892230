using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>What part a class plays.</summary>
internal enum ClassRole
{
    /// <summary>Plain data, configuration, an interface, a test, a function object.</summary>
    Other,

    /// <summary>Renders a node when its instance is called.</summary>
    Component,

    /// <summary>Made by the container.</summary>
    Service,

    /// <summary>A step around the rendering of components.</summary>
    Middleware,
}

/// <summary>What rules ask about a class.</summary>
internal sealed class ClassFacts
{
    private static readonly HashSet<string> InterfaceBases =
        ["Protocol", "Enum", "StrEnum", "IntEnum", "TestCase", "type", "TypedDict"];

    private readonly Lazy<ClassRole> _role;
    private readonly Lazy<IReadOnlyList<InjectedField>> _injected;

    private ClassFacts(SourceModule module, ClassStatement node)
    {
        (Module, Node) = (module, node);
        Methods = [.. node.Body.SelectMany(Flat).OfType<FunctionStatement>()];
        Call = Methods.LastOrDefault(method => method.Name.Text == "__call__");
        Fields = [.. node.Body.SelectMany(Flat).OfType<AnnotatedAssignStatement>().Where(IsField)];
        _injected = new(FindInjected);
        _role = new(FindRole);
    }

    /// <summary>The classes of a file in source order.</summary>
    public static IReadOnlyList<ClassFacts> In(SourceModule module) =>
        [.. module.Nodes.OfType<ClassStatement>().OrderBy(node => node.Span.Start)
            .Select(node => new ClassFacts(module, node))];

    public SourceModule Module { get; }

    public ClassStatement Node { get; }

    public string Name => Node.Name.Text;

    /// <summary>Line of the class's name: its decorators stand above.</summary>
    public int Line => Module.LineOf(Node.Name.Span);

    public IReadOnlyList<FunctionStatement> Methods { get; }

    /// <summary>Its own <c>__call__</c>.</summary>
    public FunctionStatement? Call { get; }

    /// <summary>Annotated names of the body, class variables left out.</summary>
    public IReadOnlyList<AnnotatedAssignStatement> Fields { get; }

    /// <summary>What the container fills: fields, and parameters of <c>__init__</c>.</summary>
    public IReadOnlyList<InjectedField> Injected => _injected.Value;

    public ClassRole Role => _role.Value;

    public bool HasDataclass => Node.Decorators.Any(decorator => Framework.IsDataclass(Module, decorator));

    /// <summary>True for classes whose base makes them data classes.</summary>
    public bool IsRecord => HasBase("NamedTuple") || HasBase("BaseModel") || HasBase("Struct");

    public bool IsInjectable => Has("injectable");

    public bool Has(string decorator) => Framework.Decorator(Module, Node.Decorators, decorator) is not null;

    /// <summary>True when it certainly renders: it calls <c>html</c> or promises a node.</summary>
    public bool Renders => CallsHtml || NodeType.IsNode(Module, Call?.Returns);

    /// <summary>True when one of its methods, not of an inner class, calls <c>html(...)</c>.</summary>
    public bool CallsHtml => Module.Html.Any(call => ReferenceEquals(Module.ClassAround(call.Call), Node));

    private bool IsField(AnnotatedAssignStatement statement) =>
        statement.Target is NameExpression && !Annotations.IsClassVariable(Module, statement.Annotation);

    private List<InjectedField> FindInjected()
    {
        var parameters = Methods.LastOrDefault(method => method.Name.Text == "__init__")?.Parameters;
        var all = Fields.Select(field => (((NameExpression)field.Target).Name, field.Annotation))
            .Concat((parameters?.Positional ?? []).Concat(parameters?.KeywordOnly ?? [])
                .Where(parameter => parameter.Annotation is not null)
                .Select(parameter => (parameter.Name.Text, parameter.Annotation!)));
        return [.. all.SelectMany(one =>
            Annotations.Injections(Module, one.Item2).Select(i => new InjectedField(one.Item1, i)))];
    }

    private ClassRole FindRole()
    {
        if (Has("middleware")) return ClassRole.Middleware;
        if (IsInterface) return ClassRole.Other;
        if (IsInjectable) return Call is not null && Renders ? ClassRole.Component : ClassRole.Service;
        if (Renders || (Call is not null && TakesNothing(Call))) return ClassRole.Component;
        if (Has("hookable") || HasBase("ABC")) return ClassRole.Other;
        return Injected.Count > 0 ? ClassRole.Service : ClassRole.Other;
    }

    private bool IsInterface =>
        Name.StartsWith("Test", StringComparison.Ordinal)
        || (Call is not null && Call.Decorators.Any(one => Framework.LastName(Module, one, one) == "abstractmethod"))
        || BaseNames.Any(name => InterfaceBases.Contains(name)
            || name.EndsWith("Error", StringComparison.Ordinal)
            || name.EndsWith("Exception", StringComparison.Ordinal));

    private IEnumerable<string> BaseNames => Node.Bases
        .Select(parent =>
            Framework.LastName(Module, parent is SubscriptExpression generic ? generic.Value : parent, parent))
        .OfType<string>();

    private bool HasBase(string name) => BaseNames.Contains(name, StringComparer.Ordinal);

    // What wants arguments is a function object: a decorator, a validator, a strategy.
    private static bool TakesNothing(FunctionStatement call)
    {
        var parameters = call.Parameters;
        var positional = parameters.PositionalOnly.Concat(parameters.Positional).Skip(1);
        return parameters.VarArgs is null && parameters.KeywordVarArgs is null
            && positional.Concat(parameters.KeywordOnly).All(parameter => parameter.Default is not null);
    }

    private static IEnumerable<Statement> Flat(Statement statement) => statement is IfStatement branches
        ? branches.Branches.SelectMany(branch => branch.Body).Concat(branches.OrElse).SelectMany(Flat)
        : [statement];
}

/// <summary>A field or parameter that the container fills.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Injection">What it asks for.</param>
internal sealed record InjectedField(string Name, Injection Injection);
