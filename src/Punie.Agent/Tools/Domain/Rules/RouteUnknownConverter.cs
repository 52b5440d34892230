using Punie.Agent.CodeMode;
using Punie.Agent.Tools.Domain.Code;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary>A converter is one of the framework's, or registered in the file.</summary>
internal sealed class RouteUnknownConverter() : Rule("route-unknown-converter", Severity.Error)
{
    private const string Registration = "register_url_convertor";

    private static readonly string[] Known = ["str", "int", "float", "path", "uuid"];

    // These frameworks have converters or regular expressions of their own behind the colon.
    private static readonly HashSet<string> OtherFrameworks =
        ["aiohttp", "litestar", "falcon", "sanic", "blacksheep", "tornado"];

    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["integer"] = "int",
        ["number"] = "int",
        ["string"] = "str",
        ["text"] = "str",
        ["slug"] = "str",
        ["decimal"] = "float",
        ["guid"] = "uuid",
    };

    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        if (UsesOtherFramework(module)) yield break;
        var known = Known.Concat(RegisteredIn(module)).ToList();
        foreach (var route in module.Routes.Where(route => !route.IsCut))
        {
            foreach (var converter in RouteParameters.Of(route.Text).All.Select(one => one.Converter).OfType<string>()
                .Distinct())
            {
                if (known.Contains(converter)) continue;
                var nearest = OtherNames.GetValueOrDefault(converter) ?? Nearest.To(converter, known);
                yield return Issue(
                    module.LineOf(route.Path),
                    $"Route '{route.Text}' has the unknown converter '{converter}'.",
                    nearest is null ? $"Use one of {string.Join(", ", known)}." : $"Did you mean '{nearest}'?");
            }
        }
    }

    private static bool UsesOtherFramework(SourceModule module) => module.Nodes.OfType<ImportAlias>()
        .Any(item => OtherFrameworks.Contains(module.Names.FullNameOf(item).Split('.')[0]));

    private static IEnumerable<string> RegisteredIn(SourceModule module) => module.Nodes.OfType<CallExpression>()
        .Where(call => Framework.LastName(module, call.Function, call) == Registration)
        .Select(call => call.Arguments is [ConstantExpression { Value: Literal.Str name }, ..] ? name.Value : null)
        .OfType<string>();
}
