using Punie.Python.Rewriting;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>Finds the routes of a file: <c>Route(...)</c>, <c>Mount(...)</c>, <c>@app.get(...)</c>, …</summary>
internal sealed class RouteReader(SourceModule module)
{
    private static readonly HashSet<string> Verbs =
        ["get", "post", "put", "patch", "delete", "head", "options", "trace"];

    private static readonly HashSet<string> OtherDecorators = ["route", "api_route", "websocket", "websocket_route"];

    private static readonly HashSet<string> Classes =
        ["Route", "APIRoute", "WebSocketRoute", "APIWebSocketRoute", "Mount"];

    private static readonly HashSet<string> Adders =
    [
        "add_route", "add_api_route", "add_websocket_route", "add_api_websocket_route", "add_url_rule", "add_view",
        "add_get", "add_post", "add_put", "add_patch", "add_delete", "add_head", "add_options",
    ];

    private static readonly HashSet<string> PathNames = ["path", "rule", "pattern", "url", "route"];

    // Their decorators are spelt as a router's, but name modules or addresses to replace.
    private static readonly HashSet<string> Doubles =
        ["mock", "mocker", "unittest", "responses", "respx", "httpretty", "monkeypatch"];

    /// <summary>The routes in source order.</summary>
    public static IReadOnlyList<Route> In(SourceModule module)
    {
        var reader = new RouteReader(module);
        return [.. module.Nodes.OfType<CallExpression>().OrderBy(call => call.Span.Start).Select(reader.Read)
            .OfType<Route>()];
    }

    private Route? Read(CallExpression call)
    {
        if (IsDecorator(call)) return ReadDecorator(call);
        if (call.Function is AttributeExpression { Name.Text: var adder } && Adders.Contains(adder))
            return ReadAdder(call, adder);
        return Framework.LastName(module, call.Function, call) is { } name && Classes.Contains(name)
            && TakesPattern(call.Function)
            ? ReadClass(call, name)
            : null;
    }

    private bool IsDecorator(CallExpression call) => module.ParentOf(call) switch
    {
        FunctionStatement function => function.Decorators.Contains(call),
        ClassStatement type => type.Decorators.Contains(call),
        _ => false,
    };

    private Route? ReadDecorator(CallExpression call)
    {
        if (call.Function is not AttributeExpression { Name.Text: var verb } function) return null;
        if (!Verbs.Contains(verb) && !OtherDecorators.Contains(verb)) return null;
        if (SyntaxWalk.RootName(function) is { } root && IsDouble(root)) return null;
        return Make(First(call), TableOf(function.Value)) is { } route
            ? route with
            {
                Methods = Verbs.Contains(verb)
                ? [verb.ToUpperInvariant()]
                : MethodsOf(call, verb),
                MayBeEmpty = true
            }
            : null;
    }

    private bool IsDouble(NameExpression root) =>
        Doubles.Contains(root.Name)
        || (module.Names.Of(root) is Meaning.Imported imported && Doubles.Contains(imported.FullName.Split('.')[0]));

    // aiohttp gives the method first, sanic the handler.
    private Route? ReadAdder(CallExpression call, string adder)
    {
        var table = TableOf(((AttributeExpression)call.Function).Value);
        var texts = call.Arguments.Take(2).Where(argument => TextOf(argument) is not null).ToList();
        var isMethodFirst = texts is [var first, _] && TextOf(first)!.Value.Text is var method
            && (method == "*" || IsMethod(method));
        var path = Keyword(call) ?? (isMethodFirst ? texts[1] : texts.FirstOrDefault());
        if (Make(path, table) is not { } route) return null;
        if (isMethodFirst) return route with { Methods = [TextOf(texts[0])!.Value.Text.ToUpperInvariant()] };
        var verb = adder["add_".Length..];
        return route with { Methods = Verbs.Contains(verb) ? [verb.ToUpperInvariant()] : MethodsOf(call, adder) };
    }

    private Route? ReadClass(CallExpression call, string name) => Make(First(call), ListAround(call)) is { } route
        ? route with { Methods = name == "Mount" ? ["MOUNT"] : MethodsOf(call, name), MayBeEmpty = name == "Mount" }
        : null;

    private static bool IsMethod(string text) =>
        Verbs.Contains(text.ToLowerInvariant()) && text.All(char.IsAsciiLetterUpper);

    // A class of the file's own counts when its first field is a pattern: a bus has routes, too.
    private bool TakesPattern(Expression function)
    {
        if (module.Names.Of(function) is not Meaning.Defined { Statement: ClassStatement node }) return true;
        var facts = module.FactsOf(node);
        var constructor = facts.Methods.FirstOrDefault(method => method.Name.Text == "__init__");
        var first = constructor is null
            ? facts.Fields.Select(field => ((NameExpression)field.Target).Name).FirstOrDefault()
            : constructor.Parameters.PositionalOnly.Concat(constructor.Parameters.Positional).Skip(1)
                .FirstOrDefault()?.Name.Text;
        return first is null ? node.Bases.Count > 0 : PathNames.Contains(first);
    }

    private static Expression? First(CallExpression call) =>
        Keyword(call) ?? (call.Arguments is [var first, ..] ? first : null);

    private static Expression? Keyword(CallExpression call) =>
        call.Keywords.FirstOrDefault(keyword => keyword.Name is { Text: "path" or "rule" })?.Value;

    private Route? Make(Expression? path, object table) =>
        path is not null && TextOf(path) is { } text ? new Route(path, text.Text, text.IsCut) { Table = table } : null;

    // A constant, one that a name holds, or the beginning of an f-string.
    private (string Text, bool IsCut)? TextOf(Expression path) => path switch
    {
        ConstantExpression { Value: Literal.Str text } => (text.Value, false),
        NameExpression name when module.Names.ValueOf(name, name) is ConstantExpression { Value: Literal.Str text } =>
            (text.Value, false),
        JoinedStringExpression { Values: [ConstantExpression { Value: Literal.Str text }, ..] } => (text.Value, true),
        _ => null,
    };

    private static IReadOnlyList<string>? MethodsOf(CallExpression call, string name)
    {
        if (name.Contains("websocket", StringComparison.OrdinalIgnoreCase)) return ["WEBSOCKET"];
        if (call.Keywords.Any(keyword => keyword.Name is null)) return null;
        if (call.Keywords.FirstOrDefault(keyword => keyword.Name is { Text: "methods" }) is not { } methods)
            return ["GET"];
        var items = methods.Value switch
        {
            ListExpression list => list.Elements,
            TupleExpression tuple => tuple.Elements,
            SetExpression set => set.Elements,
            _ => null,
        };
        return items is not null && items.All(item => item is ConstantExpression { Value: Literal.Str })
            ? [.. items.Select(item => ((Literal.Str)((ConstantExpression)item).Value).Value.ToUpperInvariant())]
            : null;
    }

    // The same name in two functions is two routers.
    private object TableOf(Expression receiver) =>
        (SyntaxWalk.DottedName(receiver) ?? "", SyntaxWalk.RootName(receiver) is { } root
            ? module.Names.SymbolOf(root, root)
            : null);

    private Node ListAround(CallExpression call) =>
        module.Around(call).First(node => node is ListExpression or TupleExpression or CallExpression or Statement);
}
