using Punie.Agent.Tools.Domain.Rules;

namespace Punie.Agent.Tools.Domain;

/// <summary>The validators that ship with Punie, with their rules.</summary>
internal static class DomainValidators
{
    private const string Components = "tdom";
    private const string Services = "svcs";
    private const string Glue = "tdom-svcs";
    private const string ComponentsFile = "src/shop/web/components.py";
    private const string ServicesFile = "src/shop/web/services.py";

    /// <summary>All of them in the order in which they are shown.</summary>
    public static IReadOnlyList<Tool> All { get; } =
    [
        new ValidatorTool("validate_component", Components, "Rules of tdom component classes.",
        [
            new ComponentMustHaveDataclass(), new ComponentMustHaveCallable(), new ComponentCallableMustReturnNode(),
            new ComponentNoFstringInHtml(),
        ])
        {
            ExampleFile = ComponentsFile,
        },
        new ValidatorTool("check_render_tree", Components, "Components in templates: unknown, wrong props, cycles.",
            [new UnknownComponent(), new ComponentMissingProp(), new UnknownProp(), new RenderCycle()])
        {
            ExampleFile = ComponentsFile,
        },
        new ValidatorTool("validate_escape_context", Components, "html() given f-strings instead of t-strings.",
            [new NoFstringInHtml()])
        {
            ExampleFile = ComponentsFile,
        },
        new ValidatorTool("validate_service_registration", Services, "Services without @injectable or @dataclass.",
            [new ServiceMustHaveInjectable(), new ServiceMustHaveDataclass()])
        {
            ExampleFile = ServicesFile,
        },
        new ValidatorTool("check_dependency_graph", Services,
            "Injected dependencies: cycles, services that need components.",
            [new ServiceCannotDependOnComponent(), new CircularDependency()])
        {
            ExampleFile = ServicesFile,
        },
        new ValidatorTool("validate_injection_site", Services, "Inject[T] whose T is not imported.",
            [new InjectTypeMustBeImported()])
        {
            ExampleFile = ServicesFile,
        },
        new ValidatorTool("validate_middleware_chain", Glue, "Categories and signatures of middleware.",
            [new MiddlewareMustHaveCategories(), new MiddlewareMustHaveCorrectSignature()])
        {
            ExampleFile = "src/shop/web/middleware.py",
        },
        new ValidatorTool("check_di_template_binding", Glue, "html() without context= where components inject.",
            [new DiTemplateNeedsContext()])
        {
            ExampleFile = ComponentsFile,
        },
        new ValidatorTool("validate_route_pattern", Glue, "Route patterns: slash, braces, parameters, duplicates.",
        [
            new RouteMustStartWithSlash(), new RouteUnbalancedBraces(), new RouteDuplicateParameter(),
            new RouteEmptyParameter(), new RouteUnknownConverter(), new RouteDuplicate(),
        ])
        {
            ExampleFile = "src/shop/web/routes.py",
        },
    ];
}
