using Punie.Agent.Tools.Domain.Rules;

namespace Punie.Agent.Tools.Domain;

/// <summary>The validators that ship with Punie, with their rules.</summary>
internal static class DomainValidators
{
    private const string Components = "tdom";
    private const string Services = "svcs";
    private const string Glue = "tdom-svcs";

    /// <summary>All of them in the order in which they are shown.</summary>
    public static IReadOnlyList<Tool> All { get; } =
    [
        new ValidatorTool("validate_component", Components, "Rules of tdom component classes.",
        [
            new ComponentMustHaveDataclass(), new ComponentMustHaveCallable(), new ComponentCallableMustReturnNode(),
            new ComponentNoFstringInHtml(),
        ]),
        new ValidatorTool("check_render_tree", Components, "Components in templates: unknown, wrong props, cycles.",
            [new UnknownComponent(), new ComponentMissingProp(), new UnknownProp(), new RenderCycle()]),
        new ValidatorTool("validate_escape_context", Components, "html() given f-strings instead of t-strings.",
            [new NoFstringInHtml()]),
        new ValidatorTool("validate_service_registration", Services, "Services without @injectable or @dataclass.",
            [new ServiceMustHaveInjectable(), new ServiceMustHaveDataclass()]),
        new ValidatorTool("check_dependency_graph", Services, "Injected dependencies: cycles, services that need components.",
            [new ServiceCannotDependOnComponent(), new CircularDependency()]),
        new ValidatorTool("validate_injection_site", Services, "Inject[T] whose T is not imported.",
            [new InjectTypeMustBeImported()]),
        new ValidatorTool("validate_middleware_chain", Glue, "Categories and signatures of middleware.",
            [new MiddlewareMustHaveCategories(), new MiddlewareMustHaveCorrectSignature()]),
        new ValidatorTool("check_di_template_binding", Glue, "html() without context= where components inject.",
            [new DiTemplateNeedsContext()]),
        new ValidatorTool("validate_route_pattern", Glue, "Route patterns: slash, braces, parameters, duplicates.",
        [
            new RouteMustStartWithSlash(), new RouteUnbalancedBraces(), new RouteDuplicateParameter(),
            new RouteEmptyParameter(), new RouteUnknownConverter(), new RouteDuplicate(),
        ]),
    ];
}
