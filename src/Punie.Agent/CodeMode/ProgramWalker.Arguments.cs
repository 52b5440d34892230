using System.Text.Json.Nodes;
using Punie.Agent.Tools;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.CodeMode;

internal sealed partial class ProgramWalker
{
    private Flow UseTool(Tool tool, CallExpression call, List<Flow> positional,
        List<(string? Name, Flow Value)> keywords)
    {
        if (!_useOfNode.TryGetValue(call, out var index))
        {
            index = AddUse(tool, call);
            for (var i = 0; i < call.Arguments.Count; i++)
            {
                AddArgument(index, i < tool.Parameters.Count
                    ? tool.Parameters[i].Name
                    : $"argument {i + 1}", call.Arguments[i]);
            }

            foreach (var keyword in call.Keywords) AddArgument(index, keyword.Name?.Text ?? "**", keyword.Value);
        }

        _uses[index].MayRepeat |= _repeats > 0;
        CheckArguments(tool, call, positional, keywords);
        return Flow.Of(tool.Result, index);
    }

    // map(typecheck, paths): the argument is an item of the iterable.
    private Flow UseToolAsValue(Tool tool, CallExpression site)
    {
        if (!_useOfNode.TryGetValue(site, out var index))
        {
            index = AddUse(tool, site);
            for (var i = 1; i < site.Arguments.Count && i <= tool.Parameters.Count; i++)
            {
                AddArgument(index, tool.Parameters[i - 1].Name, site.Arguments[i]);
            }
        }

        _uses[index].MayRepeat |= _repeats > 0;

        return Flow.Of(tool.Result, index);
    }

    private int AddUse(Tool tool, Node node)
    {
        _uses.Add(new Use(tool, node, [], []));
        return _useOfNode[node] = _uses.Count - 1;
    }

    private void AddArgument(int use, string name, Expression value)
    {
        var arguments = _uses[use].Arguments;
        if (arguments.Any(known => known.Name == name)) return;
        var isLiteral = TryLiteral(value, out var json);
        arguments.Add(new ToolUseArgument(name, isLiteral ? json : JsonValue.Create(TextOf(value)), isLiteral));
    }

    private static bool TryLiteral(Expression expression, out JsonNode? json)
    {
        json = null;
        switch (expression)
        {
            case ConstantExpression constant:
                return TryLiteral(constant.Value, out json);
            case UnaryExpression
            {
                Operator: UnaryOperator.USub,
                Operand: ConstantExpression { Value: Literal.Int { Value: var i } }
            }:
                return TryLiteral(new Literal.Int(-i), out json);
            case UnaryExpression
            {
                Operator: UnaryOperator.USub,
                Operand: ConstantExpression { Value: Literal.Float { Value: var d } }
            }:
                return TryLiteral(new Literal.Float(-d), out json);
            case JoinedStringExpression { Values: [] }:
                json = JsonValue.Create("");
                return true;
            case JoinedStringExpression { Values: [ConstantExpression only] }:
                return TryLiteral(only.Value, out json);
            case ListExpression list:
                return TryLiterals(list.Elements, out json);
            case TupleExpression tuple:
                return TryLiterals(tuple.Elements, out json);
            default:
                return false;
        }
    }

    private static bool TryLiterals(IReadOnlyList<Expression> elements, out JsonNode? json)
    {
        var array = new JsonArray();
        json = array;
        foreach (var element in elements)
        {
            if (!TryLiteral(element, out var item)) return false;
            array.Add(item);
        }

        return true;
    }

    private static bool TryLiteral(Literal literal, out JsonNode? json)
    {
        json = literal switch
        {
            Literal.Str text => JsonValue.Create(text.Value),
            Literal.Bool truth => JsonValue.Create(truth.Value),
            Literal.Int { Value: var i } when i >= long.MinValue && i <= long.MaxValue => JsonValue.Create((long)i),
            Literal.Float { Value: var d } when double.IsFinite(d) => JsonValue.Create(d),
            _ => null,
        };
        return json != null || literal is Literal.None;
    }

    private void CheckArguments(
        Tool tool, CallExpression call, List<Flow> positional, List<(string? Name, Flow Value)> keywords)
    {
        var parameters = tool.Parameters;
        var given = new HashSet<string>();
        if (positional.Count > parameters.Count && !call.Arguments.Any(argument => argument is StarredExpression))
        {
            Report(call, $"{tool.Name}() takes {Counted(parameters.Count)}, not {positional.Count}: {Signature(tool)}");
        }

        for (var i = 0; i < Math.Min(positional.Count, parameters.Count); i++)
        {
            if (call.Arguments[i] is StarredExpression) return;
            given.Add(parameters[i].Name);
            CheckType(tool, parameters[i], call.Arguments[i], positional[i]);
        }

        for (var i = 0; i < keywords.Count; i++)
        {
            if (keywords[i].Name is not { } name) return;
            if (parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
            {
                var hint = Nearest.Hint(name, parameters.Select(p => p.Name));
                Report(call.Keywords[i],
                    $"{tool.Name}() has no argument {name}{(hint.Length == 0 ? ":" : hint)} {Signature(tool)}");
            }
            else if (given.Add(name))
            {
                CheckType(tool, parameter, call.Keywords[i].Value, keywords[i].Value);
            }
            else
            {
                Report(call.Keywords[i], $"{tool.Name}() gets {name} twice: {Signature(tool)}");
            }
        }

        var missing = parameters.Where(parameter => parameter.Default == null && !given.Contains(parameter.Name))
            .ToList();
        if (missing.Count == 0) return;
        Report(call,
            $"{tool.Name}() needs {string.Join(" and ", missing.Select(parameter => parameter.Name))}: "
            + $"{Signature(tool)}");
    }

    private void CheckType(Tool tool, ToolParameter parameter, Expression argument, Flow flow)
    {
        if (ActualIfWrong(parameter.Type, argument, flow) is not { } actual) return;
        Report(argument, $"{tool.Name}() needs {parameter.Name} as {parameter.Type.ToPython()}, not {actual}");
    }

    // Null when the argument fits or when nobody can say.
    private static string? ActualIfWrong(ToolType expected, Expression argument, Flow flow)
    {
        if (argument is ConstantExpression { Value: Literal.None })
            return expected is ToolType.Optional ? null : "None";
        var bare = expected.Bare();
        if (argument is ListExpression list && bare is ToolType.List { Item: var item })
        {
            return list.Elements.Any(element => element is ConstantExpression constant
                && TypeOf(constant.Value) is { } type && !Fits(item, type)) ? "a list of something else" : null;
        }

        if (flow.Atoms.IsEmpty) return null;
        var wrong = flow.Atoms.Select(atom => atom switch
        {
            Atom.Typed typed when Fits(bare, typed.Type.Bare()) => null,
            Atom.Typed typed => typed.Type.Bare().ToPython(),
            Atom.Box box when bare is ToolType.List || box.PythonType == "generator" => null,
            Atom.Box { PythonType: "dict" } when bare is ToolType.Record => null,
            Atom.Box box => box.PythonType,
            Atom.Places when bare is not ToolType.List => "tuple",
            Atom.Function or Atom.ToolName => "a function",
            _ => null,
        }).ToList();
        return wrong.Contains(null) ? null : wrong[0];
    }

    private static bool Fits(ToolType expected, ToolType actual) =>
        expected.Equals(actual) || (expected is ToolType.Float && actual is ToolType.Int) || expected is ToolType.List
            && actual is ToolType.List;

    private static string Counted(int arguments) => arguments == 1 ? "1 argument" : $"{arguments} arguments";

    private static string Signature(Tool tool) =>
        $"{tool.Name}({string.Join(", ", tool.Parameters.Select(p => p.Default == null ? p.Name : $"{p.Name}=…"))})";
}
