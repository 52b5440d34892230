using Punie.Agent.Tools;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.CodeMode;

internal sealed partial class ProgramWalker
{
    private Flow EvalCall(CallExpression call, FlowScope scope)
    {
        if (call.Function is AttributeExpression method) return EvalMethod(call, method, scope);
        var callee = call.Function is NameExpression name
            ? Load(name, isCall: true, scope)
            : Eval(call.Function, scope);
        var arguments = call.Arguments.Select(argument => Eval(argument, scope)).ToList();
        var keywords = call.Keywords.Select(keyword => (keyword.Name?.Text, Eval(keyword.Value, scope))).ToList();
        var result = Flow.Unknown;
        foreach (var atom in callee.Atoms)
        {
            result = result.Or(atom switch
            {
                Atom.ToolName tool => UseTool(tool.Tool, call, arguments, keywords),
                Atom.Function function => Call(function, arguments, keywords),
                _ => Flow.Unknown,
            });
        }

        return callee.Atoms.IsEmpty && call.Function is NameExpression builtin
            ? EvalBuiltin(builtin.Name, call, arguments, keywords)
            : result;
    }

    private Flow EvalBuiltin(
        string name, CallExpression call, List<Flow> arguments, List<(string? Name, Flow Value)> keywords)
    {
        var first = arguments.Count > 0 ? arguments[0] : Flow.Unknown;
        switch (name)
        {
            case "sorted" or "list" or "reversed" or "iter" or "set" or "frozenset" or "tuple":
                Callbacks(keywords, first.Element());
                return Flow.BoxOf(first.Element(), name is "sorted" or "reversed" ? "list" : name);
            case "min" or "max" or "next" or "sum" or "anext":
                var candidates = arguments.Count > 1 && name != "sum"
                    ? Flow.Any(arguments).Or(first.Element())
                    : first.Element();
                Callbacks(keywords, candidates);
                return name == "sum" ? Flow.Unknown : candidates;
            case "enumerate":
                return Flow.BoxOf(Flow.Of(new Atom.Places([Flow.Unknown, first.Element()])), "iterator");
            case "zip":
                return Flow.BoxOf(Flow.Of(new Atom.Places([.. arguments.Select(argument => argument.Element())])),
                    "iterator");
            case "map" when arguments.Count > 1:
                return Flow.BoxOf(
                    Apply(first, call, arguments.Skip(1).Select(argument => argument.Element()).ToList()), "iterator");
            case "filter" when arguments.Count > 1:
                Apply(first, call, [arguments[1].Element()]);
                return Flow.BoxOf(arguments[1].Element(), "iterator");
            case "dict":
                return Flow.BoxOf(Flow.Any(keywords.Select(keyword => keyword.Value)), "dict");
            case "str" or "repr" or "format":
                return Flow.Of(Text);
            case "getattr" when call.Arguments is [_, ConstantExpression { Value: Literal.Str text }, ..]:
                return Flow.Any(first.Atoms.OfType<Atom.Typed>().Select(typed => ReadQuietly(typed, text.Value)));
            default:
                foreach (var argument in arguments.Concat(keywords.Select(keyword => keyword.Value)))
                    Apply(argument, call, []);
                return Flow.Unknown;
        }
    }

    private Flow EvalMethod(CallExpression call, AttributeExpression method, FlowScope scope)
    {
        var owner = Eval(method.Value, scope);
        var isBox = owner.Atoms.Any(atom => atom is Atom.Box);
        if (!isBox) ReadField(owner, method);
        var arguments = call.Arguments.Select(argument => Eval(argument, scope)).ToList();
        var keywords = call.Keywords.Select(keyword => (Name: keyword.Name?.Text, Value: Eval(keyword.Value, scope)))
            .ToList();
        var first = arguments.Count > 0 ? arguments[0] : Flow.Unknown;
        var last = arguments.Count > 0 ? arguments[^1] : Flow.Unknown;
        Callbacks(keywords, owner.Element().Or(first.Element()));
        if (isBox)
            return Flow.Any(owner.Atoms.OfType<Atom.Box>()
            .Select(box => EvalBoxMethod(box, method.Name.Text, first, last)));
        return method.Name.Text switch
        {
            "gather" => Flow.Of(new Atom.Places(arguments)),
            "run" or "wait_for" or "create_task" => first,
            "chain" or "from_iterable" => Flow.BoxOf(Flow.Any(arguments.Select(a => a.Element())), "iterator"),
            "splitlines" or "split" => Flow.BoxOf(Flow.Of(Text), "list"),
            "join" or "strip" or "lower" or "upper" or "replace" or "format" => Flow.Of(Text),
            _ => Flow.Unknown,
        };
    }

    private static Flow EvalBoxMethod(Atom.Box box, string method, Flow first, Flow last)
    {
        switch (method)
        {
            case "append" or "add" or "appendleft" or "insert":
                box.Items = box.Items.Or(last);
                return Flow.Unknown;
            case "extend":
                box.Items = box.Items.Or(first.Element());
                return Flow.Unknown;
            case "update":
                foreach (var other in first.Atoms.OfType<Atom.Box>()) box.Items = box.Items.Or(other.Items);
                return Flow.Unknown;
            case "setdefault":
                box.Keys = box.Keys.Or(first);
                box.Items = box.Items.Or(last);
                return box.Items;
            case "get" or "pop" or "popleft":
                return box.Items;
            case "values":
                return Flow.BoxOf(box.Items, "iterator");
            case "keys":
                return Flow.BoxOf(box.Keys, "iterator");
            case "items":
                return Flow.BoxOf(Flow.Of(new Atom.Places([box.Keys, box.Items])), "iterator");
            case "copy" or "union" or "intersection" or "difference":
                return Flow.Of(box);
            default:
                return Flow.Unknown;
        }
    }

    // sorted(…, key=f) and its like hand each item to f.
    private void Callbacks(List<(string? Name, Flow Value)> keywords, Flow item)
    {
        foreach (var (_, value) in keywords)
        {
            foreach (var function in value.Atoms.OfType<Atom.Function>()) Repeated(() => Call(function, [item], []));
        }
    }

    private Flow Apply(Flow callee, CallExpression site, List<Flow> arguments)
    {
        var result = Flow.Unknown;
        foreach (var atom in callee.Atoms)
        {
            if (atom is Atom.Function function) result = result.Or(Repeated(() => Call(function, arguments, [])));
            if (atom is Atom.ToolName { Tool: var tool })
                result = result.Or(Repeated(() => UseToolAsValue(tool, site)));
        }

        return result;
    }

    private Flow Declare(Node function, FlowScope scope)
    {
        var atom = new Atom.Function(function, scope);
        if (_functions.All(known => known.Node != function)) _functions.Add(atom);
        return Flow.Of(atom);
    }

    private void Defaults(Parameters parameters, FlowScope scope)
    {
        foreach (var parameter in parameters.PositionalOnly.Concat(parameters.Positional)
            .Concat(parameters.KeywordOnly))
        {
            if (parameter.Default is { } value) Eval(value, scope);
        }
    }

    private Flow Call(Atom.Function function, List<Flow> arguments, List<(string? Name, Flow Value)> keywords)
    {
        if (_active.IndexOf(function.Node) is >= 0 and var caller)
        {
            _recursive.UnionWith(_active[caller..]);
            return Flow.Unknown;
        }

        if (_active.Count >= DeepestCall) return Flow.Unknown;
        _active.Add(function.Node);
        _followed.Add(function.Node);
        var outer = _returned;
        _returned = Flow.Unknown;
        var result = function.Node switch
        {
            LambdaExpression lambda => Eval(lambda.Body, Enter(lambda.Parameters, function.Scope, arguments, keywords)),
            FunctionStatement body => Follow(body, Enter(body.Parameters, function.Scope, arguments, keywords)),
            _ => Flow.Unknown,
        };
        _returned = outer;
        _active.RemoveAt(_active.Count - 1);
        return result;
    }

    private Flow Follow(FunctionStatement function, FlowScope scope)
    {
        Walk(function.Body, scope);
        return _returned;
    }

    private FlowScope Enter(
        Parameters parameters, FlowScope outer, List<Flow> arguments, List<(string? Name, Flow Value)> keywords)
    {
        var scope = new FlowScope(outer);
        var positional = parameters.PositionalOnly.Concat(parameters.Positional).ToList();
        for (var i = 0; i < positional.Count; i++)
        {
            Bind(positional[i].Name.Text, i < arguments.Count ? arguments[i] : Flow.Unknown, scope);
        }

        foreach (var parameter in parameters.KeywordOnly) Bind(parameter.Name.Text, Flow.Unknown, scope);
        if (parameters.VarArgs is { } rest)
        {
            Bind(rest.Name.Text, Flow.BoxOf(Flow.Any(arguments.Skip(positional.Count)), "tuple"), scope);
        }

        if (parameters.KeywordVarArgs is { } named)
        {
            Bind(named.Name.Text, Flow.BoxOf(Flow.Any(keywords.Select(keyword => keyword.Value)), "dict"), scope);
        }

        foreach (var (name, value) in keywords)
        {
            if (name != null && scope.Names.ContainsKey(name)) Bind(name, value, scope);
        }

        return scope;
    }

    private Flow ReadQuietly(Atom.Typed typed, string name)
    {
        if (typed.Use is not { } use || typed.Type.Bare() is not ToolType.Record { Schema: var schema })
            return Flow.Unknown;
        if (schema.Fields.FirstOrDefault(field => field.Name == name) is not { } found) return Flow.Unknown;
        AddField(use, name);
        return Flow.Of(found.Type, use);
    }
}
