using System.Runtime.CompilerServices;
using Punie.Agent.Tools;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.CodeMode;

/// <summary>
/// Follows a program's values from each tool call to the fields that are read, without running it. Every branch is
/// taken, loops are followed twice, functions are followed at each call.
/// </summary>
/// <remarks>Not covered: values that travel through attributes of the program's own objects.</remarks>
internal sealed partial class ProgramWalker(string source, ToolCatalog tools)
{
    // Generated programs are short; this only bounds hostile ones.
    private const int MostVisits = 200_000;
    private const int DeepestCall = 8;

    private readonly List<Use> _uses = [];
    private readonly Dictionary<Node, int> _useOfNode = [];
    private readonly Dictionary<(int Start, string Message), ProgramProblem> _problems = [];
    private readonly List<(NameExpression Name, bool IsCall)> _unboundLoads = [];
    private readonly HashSet<string> _bound = [];
    private readonly List<Atom.Function> _functions = [];
    private readonly HashSet<Node> _followed = [];
    private readonly List<Node> _active = [];
    private readonly HashSet<Node> _recursive = [];
    private Flow _returned = Flow.Unknown;
    private int _visits;
    private int _loops;
    private int _repeats;

    /// <summary>Follows the whole program.</summary>
    public ProgramFacts Run(Module module)
    {
        Walk(module.Body, new FlowScope(null));
        FollowUncalled();
        ReportUnboundNames();
        ReportUnused();
        var calls = _uses.Select(ToToolUse).ToList();
        var problems = _problems.OrderBy(problem => problem.Key.Start).Select(problem => problem.Value).ToList();
        return new ProgramFacts(calls, problems, IsValidSyntax: true);
    }

    private ToolUse ToToolUse(Use use) => new(use.Tool.Name, use.Arguments, use.Fields, LineOf(use.Node))
    {
        MayRepeat = use.MayRepeat || _recursive.Any(function =>
            function.Span.Start <= use.Node.Span.Start && use.Node.Span.End <= function.Span.End),
    };

    private bool IsSpent => ++_visits > MostVisits || !RuntimeHelpers.TryEnsureSufficientExecutionStack();

    // A function that nobody calls, or that only some library calls, still tells which tools it uses.
    private void FollowUncalled()
    {
        for (var i = 0; i < _functions.Count; i++)
        {
            var function = _functions[i];
            if (!_followed.Contains(function.Node)) Repeated(() => Call(function, [], []));
        }
    }

    // What happens in there may happen any number of times.
    private Flow Repeated(Func<Flow> path)
    {
        _repeats++;
        var result = path();
        _repeats--;
        return result;
    }

    private void ReportUnboundNames()
    {
        // What could not be followed to its end may bind anything, and so may "from m import *".
        if (_visits > MostVisits || _bound.Contains("*")) return;
        foreach (var (name, isCall) in _unboundLoads)
        {
            if (_bound.Contains(name.Name)) continue;
            if (PythonNames.Instead.TryGetValue(name.Name, out var instead))
            {
                if (isCall) Report(name, instead);
            }
            else if (!PythonNames.Builtins.Contains(name.Name))
            {
                var known = tools.Callable.Select(tool => tool.Name).Concat(_bound);
                Report(name, isCall
                    ? $"there is no function {name.Name}(){Nearest.Hint(name.Name, known.Concat(PythonNames.Builtins))}"
                    : $"the name {name.Name} is never assigned{Nearest.Hint(name.Name, _bound)}");
            }
        }
    }

    private void Report(Node at, string message) =>
        _problems.TryAdd((at.Span.Start, message), new ProgramProblem(LineOf(at), message));

    private int LineOf(Node node) => 1 + source.AsSpan(0, Math.Min(node.Span.Start, source.Length)).Count('\n');

    private string TextOf(Node node) => source[node.Span.Start..node.Span.End];

    private void Bind(Expression target, Flow value, FlowScope scope)
    {
        switch (target)
        {
            case NameExpression name:
                Bind(name.Name, value, scope);
                break;
            case TupleExpression tuple:
                Unpack(tuple.Elements, value, scope);
                break;
            case ListExpression list:
                Unpack(list.Elements, value, scope);
                break;
            case StarredExpression starred:
                Bind(starred.Value, Flow.BoxOf(value, "list"), scope);
                break;
            case SubscriptExpression subscript:
                var keys = Eval(subscript.Index, scope);
                foreach (var box in Eval(subscript.Value, scope).Atoms.OfType<Atom.Box>())
                {
                    box.Items = box.Items.Or(value);
                    box.Keys = box.Keys.Or(keys);
                }

                break;
            case AttributeExpression attribute:
                Eval(attribute.Value, scope);
                break;
        }
    }

    private void Bind(string name, Flow value, FlowScope scope)
    {
        _bound.Add(name);
        scope.Bind(name, value);
    }

    private void Unpack(IReadOnlyList<Expression> targets, Flow value, FlowScope scope)
    {
        for (var i = 0; i < targets.Count; i++)
        {
            var index = i;
            var parts = value.Atoms.OfType<Atom.Places>().Where(places => places.Parts.Count == targets.Count).ToList();
            var part = parts.Count > 0 ? Flow.Any(parts.Select(places => places.Parts[index])) : value.Element();
            Bind(targets[i], part, scope);
        }
    }

    private Flow ReadField(Flow owner, AttributeExpression site)
    {
        var name = site.Name.Text;
        var read = Flow.Unknown;
        var isUnderstood = false;
        Atom.Typed? lacking = null;
        foreach (var atom in owner.Atoms)
        {
            switch (atom)
            {
                case Atom.Typed
                {
                    Type: var type,
                    Use: { } use
                } typed when type.Bare() is ToolType.Record { Schema: var schema }:
                    AddField(use, name);
                    if (schema.Fields.FirstOrDefault(field => field.Name == name) is { } field)
                    {
                        read = read.Or(Flow.Of(field.Type, use));
                        isUnderstood = true;
                    }
                    else
                    {
                        lacking ??= typed;
                    }

                    break;
                case Atom.Typed { Type: var type, Use: not null } typed when IsRecordList(type)
                    && !PythonNames.ListMethods.Contains(name):
                    lacking ??= typed;
                    break;
                default:
                    isUnderstood = true;
                    break;
            }
        }

        if (lacking != null && !isUnderstood) ReportField(lacking.Type.Bare(), site, name);
        return read;
    }

    private static bool IsRecordList(ToolType type) =>
        type.Bare() is ToolType.List list && list.Item.Bare() is ToolType.Record;

    private void ReportField(ToolType type, AttributeExpression site, string name)
    {
        if (type is ToolType.Record { Schema: var schema })
        {
            var fields = schema.Fields.Select(field => field.Name).ToList();
            var hint = Nearest.To(name, fields) is { } nearest
                ? $"did you mean .{nearest}?"
                : $"its fields are {string.Join(", ", fields)}";
            Report(site, $"{schema.Name} has no field {name}; {hint}");
        }
        else
        {
            Report(site, $"{TextOf(site.Value)} is a {type.ToPython()}, so .{name} must be read from one of its items");
        }
    }

    private void AddField(int use, string name)
    {
        var fields = _uses[use].Fields;
        if (!fields.Contains(name)) fields.Add(name);
    }

    private sealed record Use(Tool Tool, Node Node, List<ToolUseArgument> Arguments, List<string> Fields)
    {
        public bool MayRepeat { get; set; }
    }
}
