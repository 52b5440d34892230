using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>What a component takes in a template.</summary>
/// <param name="Name">The component.</param>
/// <param name="Required">Props without a default, in order.</param>
/// <param name="Accepted">All props in order.</param>
/// <param name="IsOpen">True when it may take others, too.</param>
internal sealed record ComponentProps(string Name, IReadOnlyList<string> Required, IReadOnlyList<string> Accepted,
    bool IsOpen)
{
    // Given by what renders the template, not by its attributes.
    private static readonly HashSet<string> Given = ["children", "context"];

    /// <summary>The props of a class or function; null when they cannot be known.</summary>
    public static ComponentProps? Of(Target target, Project project) => target switch
    {
        Target.Class type => OfClass(type.Facts, project),
        Target.Function function => OfParameters(function.Node.Name.Text, function.Module, function.Node.Parameters, 0),
        _ => null,
    };

    /// <summary>True for a prop, also with dashes and without the underscore behind a keyword.</summary>
    public bool Accepts(string attribute)
    {
        var name = AsProp(attribute);
        return IsOpen || Given.Contains(name) || Accepted.Contains(name) || Accepted.Contains(name + "_");
    }

    /// <summary>The required props that are not among the attributes.</summary>
    public IEnumerable<string> MissingFrom(IReadOnlyList<string> attributes) =>
        Required.Where(prop =>
            !attributes.Any(attribute => AsProp(attribute) == prop || AsProp(attribute) + "_" == prop));

    private static string AsProp(string attribute) => attribute.Replace('-', '_');

    private static ComponentProps? OfClass(ClassFacts facts, Project project)
    {
        var ancestry = Ancestry.Of(facts, project);
        ClassFacts[] line = [facts, .. ancestry.Known];
        if (Array.Find(line, one => one.HasDataclass || one.IsRecord || Constructor(one) is not null) is not { } maker)
            return null;
        if (Constructor(maker) is { } constructor)
            return OfParameters(facts.Name, maker.Module, constructor.Parameters, 1);

        var fields = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var one in line.Where(one => one.HasDataclass || one.IsRecord).Reverse()) AddFields(one, fields);
        var required = fields.Where(field => field.Value && !Given.Contains(field.Key)).Select(field => field.Key);
        return new ComponentProps(facts.Name, [.. required], [.. fields.Keys], !ancestry.IsComplete);
    }

    private static FunctionStatement? Constructor(ClassFacts facts) =>
        facts.Methods.FirstOrDefault(method => method.Name.Text == "__init__");

    // A later field of the same name takes the place of the inherited one.
    private static void AddFields(ClassFacts facts, Dictionary<string, bool> fields)
    {
        var injected = facts.Injected.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var field in facts.Fields)
        {
            var name = ((NameExpression)field.Target).Name;
            if (Framework.LastName(facts.Module, field.Annotation, field) == "KW_ONLY") continue;
            var options = FieldOptions(facts.Module, field.Value);
            var init = options?.Find(option => option.Name is { Text: "init" })?.Value;
            if (init is ConstantExpression { Value: Literal.Bool { Value: false } })
            {
                fields.Remove(name);
                continue;
            }

            var hasDefault = options is null ? field.Value is not null : options.Exists(IsDefault);
            fields[name] = !hasDefault && !injected.Contains(name);
        }
    }

    private static List<KeywordArgument>? FieldOptions(SourceModule module, Expression? value) =>
        value is CallExpression { Arguments: [] } call
            && Framework.LastName(module, call.Function, call) is "field" or "Field"
            ? [.. ((CallExpression)value).Keywords]
            : null;

    private static bool IsDefault(KeywordArgument option) =>
        option.Name is not { } name || name.Text is "default" or "default_factory" or "factory";

    private static ComponentProps OfParameters(string name, SourceModule module, Parameters parameters, int skipped)
    {
        var all = parameters.PositionalOnly.Concat(parameters.Positional).Skip(skipped).Concat(parameters.KeywordOnly)
            .ToList();
        var required = all.Where(one => one.Default is null && !Given.Contains(one.Name.Text) && !IsInjected(one));
        return new ComponentProps(
            name, [.. required.Select(one => one.Name.Text)], [.. all.Select(one => one.Name.Text)],
            parameters.KeywordVarArgs is not null);

        bool IsInjected(Parameter one) =>
            one.Annotation is { } annotation && Annotations.Injections(module, annotation).Count > 0;
    }
}
