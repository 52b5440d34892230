using Punie.Python.Syntax.Ast;

namespace Punie.Agent.CodeMode;

internal sealed partial class ProgramWalker
{
    private void Walk(IReadOnlyList<Statement> body, FlowScope scope)
    {
        foreach (var statement in body)
        {
            if (IsSpent) return;
            Walk(statement, scope);
        }
    }

    private void Walk(Statement statement, FlowScope scope)
    {
        switch (statement)
        {
            case ExpressionStatement expression:
                Eval(expression.Value, scope);
                NoteResult(expression.Value, null);
                break;
            case AssignStatement assign:
                var value = Eval(assign.Value, scope);
                if (assign.Targets is [NameExpression only]) NoteResult(assign.Value, only.Name);
                foreach (var target in assign.Targets) Bind(target, value, scope);
                break;
            case AnnotatedAssignStatement annotated:
                Bind(annotated.Target, annotated.Value is { } given ? Eval(given, scope) : Flow.Unknown, scope);
                break;
            case AugmentedAssignStatement augmented:
                var before = Eval(augmented.Target, scope);
                Bind(augmented.Target, before.Or(Eval(augmented.Value, scope)), scope);
                break;
            case ReturnStatement returned:
                if (returned.Value is { } result) _returned = _returned.Or(Eval(result, scope));
                break;
            case IfStatement @if:
                WalkIf(@if, scope);
                break;
            case ForStatement @for:
                WalkFor(@for, scope);
                break;
            case WhileStatement @while:
                WalkLoop(scope, () =>
                {
                    Eval(@while.Test, scope);
                    Walk(@while.Body, scope);
                });
                Walk(@while.OrElse, scope);
                break;
            default:
                WalkRare(statement, scope);
                break;
        }
    }

    private void WalkRare(Statement statement, FlowScope scope)
    {
        switch (statement)
        {
            case FunctionStatement function:
                foreach (var decorator in function.Decorators) Eval(decorator, scope);
                Defaults(function.Parameters, scope);
                Bind(function.Name.Text, Declare(function, scope), scope);
                break;
            case ClassStatement @class:
                foreach (var argument in @class.Bases) Eval(argument, scope);
                Bind(@class.Name.Text, Flow.Unknown, scope);
                Walk(@class.Body, new FlowScope(scope));
                break;
            case TryStatement @try:
                WalkTry(@try, scope);
                break;
            case WithStatement with:
                foreach (var item in with.Items)
                {
                    var context = Eval(item.Context, scope);
                    if (item.Target is { } target) Bind(target, context, scope);
                }

                Walk(with.Body, scope);
                break;
            case MatchStatement match:
                WalkMatch(match, scope);
                break;
            case AssertStatement assert:
                Eval(assert.Test, scope);
                if (assert.Message is { } message) Eval(message, scope);
                break;
            case RaiseStatement raise:
                if (raise.Exception is { } exception) Eval(exception, scope);
                if (raise.Cause is { } cause) Eval(cause, scope);
                break;
            default:
                WalkNames(statement, scope);
                break;
        }
    }

    private void WalkNames(Statement statement, FlowScope scope)
    {
        switch (statement)
        {
            case ImportStatement import:
                foreach (var alias in import.Names)
                {
                    Bind(alias.Alias?.Text ?? alias.Name.Text.Split('.')[0], Flow.Unknown, scope);
                }

                break;
            case ImportFromStatement import:
                foreach (var alias in import.Names) Bind(alias.Alias?.Text ?? alias.Name.Text, Flow.Unknown, scope);
                break;
            case GlobalStatement global:
                foreach (var name in global.Names) scope.Redirect(name.Text);
                break;
            case NonlocalStatement nonlocal:
                foreach (var name in nonlocal.Names) scope.Redirect(name.Text);
                break;
            case TypeAliasStatement alias:
                Bind(alias.Name, Flow.Unknown, scope);
                break;
            case DeleteStatement delete:
                foreach (var target in delete.Targets.Where(target => target is not NameExpression))
                    Eval(target, scope);
                break;
        }
    }

    private void WalkIf(IfStatement @if, FlowScope scope)
    {
        var ends = new List<Dictionary<string, Flow>>();
        foreach (var branch in @if.Branches)
        {
            Eval(branch.Test, scope);
            ends.Add(Branch(scope, () => Walk(branch.Body, scope)));
        }

        ends.Add(Branch(scope, () => Walk(@if.OrElse, scope)));
        scope.Names = Join(ends);
    }

    private void WalkFor(ForStatement @for, FlowScope scope)
    {
        var iterated = Eval(@for.Iterable, scope);
        WalkLoop(scope, () =>
        {
            Bind(@for.Target, iterated.Element(), scope);
            Walk(@for.Body, scope);
        });
        Walk(@for.OrElse, scope);
    }

    // The second time shows what one round hands to the next; once for the outermost loop is enough.
    private void WalkLoop(FlowScope scope, Action body)
    {
        _loops++;
        _repeats++;
        scope.Names = Join([scope.Names, Branch(scope, body)]);
        if (_loops == 1) scope.Names = Join([scope.Names, Branch(scope, body)]);
        _loops--;
        _repeats--;
    }

    private void WalkTry(TryStatement @try, FlowScope scope)
    {
        var before = scope.Names;
        _tries++;
        var tried = Branch(scope, () => Walk(@try.Body, scope));
        _tries--;
        scope.Names = Join([before, tried]);
        var ends = new List<Dictionary<string, Flow>> { Branch(scope, () => Walk(@try.OrElse, scope)) };
        foreach (var handler in @try.Handlers)
        {
            if (handler.Type is { } type) Eval(type, scope);
            if (handler.Name is { } name) Bind(name.Text, Flow.Unknown, scope);
            ends.Add(Branch(scope, () => Walk(handler.Body, scope)));
        }

        scope.Names = Join(ends);
        Walk(@try.Finally, scope);
    }

    private void WalkMatch(MatchStatement match, FlowScope scope)
    {
        var subject = Eval(match.Subject, scope);
        var ends = new List<Dictionary<string, Flow>> { scope.Names };
        foreach (var @case in match.Cases)
        {
            ends.Add(Branch(scope, () =>
            {
                Bind(@case.Pattern, subject, scope);
                if (@case.Guard is { } guard) Eval(guard, scope);
                Walk(@case.Body, scope);
            }));
        }

        scope.Names = Join(ends);
    }

    private void Bind(Pattern pattern, Flow subject, FlowScope scope)
    {
        switch (pattern)
        {
            case AsPattern @as:
                if (@as.Pattern is { } inner) Bind(inner, subject, scope);
                if (@as.Name is { } name) Bind(name.Text, subject, scope);
                break;
            case OrPattern or:
                foreach (var alternative in or.Patterns) Bind(alternative, subject, scope);
                break;
            case SequencePattern sequence:
                foreach (var item in sequence.Patterns) Bind(item, subject.Element(), scope);
                break;
            case StarPattern { Name: { } rest }:
                Bind(rest.Text, Flow.BoxOf(subject, "list"), scope);
                break;
            case MappingPattern mapping:
                foreach (var item in mapping.Patterns) Bind(item, Flow.Unknown, scope);
                if (mapping.Rest is { } others) Bind(others.Text, Flow.Unknown, scope);
                break;
            case ClassPattern @class:
                foreach (var item in @class.Patterns.Concat(@class.KeywordPatterns)) Bind(item, Flow.Unknown, scope);
                break;
        }
    }

    // Runs one path from the names as they are and puts them back; gives the names at the path's end.
    private static Dictionary<string, Flow> Branch(FlowScope scope, Action path)
    {
        var before = scope.Names;
        scope.Names = new Dictionary<string, Flow>(before);
        path();
        var after = scope.Names;
        scope.Names = before;
        return after;
    }

    private static Dictionary<string, Flow> Join(List<Dictionary<string, Flow>> paths)
    {
        var joined = new Dictionary<string, Flow>(paths[0]);
        foreach (var (name, flow) in paths.Skip(1).SelectMany(path => path))
        {
            joined[name] = joined.TryGetValue(name, out var known) ? known.Or(flow) : flow;
        }

        return joined;
    }
}
