using Punie.Python.Syntax.Ast;

namespace Punie.Python.Syntax;

// Statements and what only stands in them.
public sealed partial class AstDump
{
    // CPython nests an elif in the orelse of the if before it; here the branches are a list.
    private void WriteIf(IfStatement statement)
    {
        foreach (var branch in statement.Branches)
        {
            if (branch != statement.Branches[0]) _json.Name("orelse").OpenArray();
            Open("If", new(branch.Span.Start, statement.Span.End));
            Field("test", branch.Test).Field("body", branch.Body);
        }

        Field("orelse", statement.OrElse);
        for (var i = 1; i < statement.Branches.Count; i++)
        {
            _json.CloseObject();
            _json.CloseArray();
        }

        _json.CloseObject();
    }

    private void WriteStatement(Statement statement)
    {
        Open(statement.Kind, statement.Span);
        switch (statement)
        {
            case ReturnStatement s: Field("value", s.Value); break;
            case DeleteStatement s: Field("targets", s.Targets); break;
            case AssignStatement s: Field("targets", s.Targets).Field("value", s.Value); break;
            case TypeAliasStatement s:
                Field("name", s.Name).Field("type_params", s.TypeParameters).Field("value", s.Value);
                break;
            case AugmentedAssignStatement s:
                Field("target", s.Target).Text("op", s.Operator.ToString()).Field("value", s.Value);
                break;
            case AnnotatedAssignStatement s:
                Field("target", s.Target).Field("annotation", s.Annotation).Field("value", s.Value)
                    .Number("simple", s.IsSimple ? 1 : 0);
                break;
            case AssertStatement s: Field("test", s.Test).Field("msg", s.Message); break;
            case ImportStatement s: Field("names", s.Names); break;
            case ImportFromStatement s:
                Text("module", s.Module?.Text).Field("names", s.Names).Number("level", s.Level);
                break;
            case GlobalStatement s: Texts("names", s.Names.Select(n => n.Text)); break;
            case NonlocalStatement s: Texts("names", s.Names.Select(n => n.Text)); break;
            case ExpressionStatement s: Field("value", s.Value); break;
            case RaiseStatement s: Field("exc", s.Exception).Field("cause", s.Cause); break;
            case InvalidStatement s: Field("body", s.Body); break;
            default: WriteCompound(statement); break;
        }

        _json.CloseObject();
    }

    private void WriteCompound(Statement statement)
    {
        switch (statement)
        {
            case FunctionStatement s:
                Text("name", s.Name.Text).Field("args", s.Parameters).Field("body", s.Body)
                    .Field("decorator_list", s.Decorators).Field("returns", s.Returns)
                        .Field("type_params", s.TypeParameters);
                break;
            case ClassStatement s:
                Text("name", s.Name.Text).Field("bases", s.Bases).Field("keywords", s.Keywords).Field("body", s.Body)
                    .Field("decorator_list", s.Decorators).Field("type_params", s.TypeParameters);
                break;
            case ForStatement s:
                Field("target", s.Target).Field("iter", s.Iterable).Field("body", s.Body).Field("orelse", s.OrElse);
                break;
            case WhileStatement s: Field("test", s.Test).Field("body", s.Body).Field("orelse", s.OrElse); break;
            case WithStatement s: Field("items", s.Items).Field("body", s.Body); break;
            case TryStatement s:
                Field("body", s.Body).Field("handlers", s.Handlers).Field("orelse", s.OrElse)
                    .Field("finalbody", s.Finally);
                break;
            case MatchStatement s: Field("subject", s.Subject).Field("cases", s.Cases); break;
        }
    }

    private void WriteOther(Node node)
    {
        if (node is Module or Parameters or ComprehensionClause or WithItem or MatchCase)
            OpenWithoutPosition(node.Kind);
        else Open(node.Kind, node.Span);
        switch (node)
        {
            case Module n: Field("body", n.Body); break;
            case ComprehensionClause n:
                Field("target", n.Target).Field("iter", n.Iterable).Field("ifs", n.Conditions)
                    .Number("is_async", n.IsAsync ? 1 : 0);
                break;
            case Parameters n: WriteParameters(n); break;
            case Parameter n: Text("arg", n.Name.Text).Field("annotation", n.Annotation); break;
            case KeywordArgument n: Text("arg", n.Name?.Text).Field("value", n.Value); break;
            case ImportAlias n: Text("name", n.Name.Text).Text("asname", n.Alias?.Text); break;
            case TypeParameter n:
                Text("name", n.Name.Text);
                if (n.Flavor == TypeParameterKind.TypeVar) Field("bound", n.Bound);
                Field("default_value", n.Default);
                break;
            case WithItem n: Field("context_expr", n.Context).Field("optional_vars", n.Target); break;
            case ExceptHandler n: Field("type", n.Type).Text("name", n.Name?.Text).Field("body", n.Body); break;
            case MatchCase n: Field("pattern", n.Pattern).Field("guard", n.Guard).Field("body", n.Body); break;
        }

        _json.CloseObject();
    }

    private void WriteParameters(Parameters parameters)
    {
        var positional = parameters.PositionalOnly.Concat(parameters.Positional);
        Field("posonlyargs", parameters.PositionalOnly).Field("args", parameters.Positional)
            .Field("vararg", parameters.VarArgs).Field("kwonlyargs", parameters.KeywordOnly)
            .Field("kw_defaults", [.. parameters.KeywordOnly.Select(p => p.Default)])
            .Field("kwarg", parameters.KeywordVarArgs)
            .Field("defaults", [.. positional.Where(p => p.Default is not null).Select(p => p.Default)]);
    }
}
