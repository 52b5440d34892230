namespace Punie.Python.Rewriting;

/// <summary>The kinds of node that a pattern may name.</summary>
internal static class NodeKinds
{
    private static readonly HashSet<string> Names = new(
        ("Module FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias AugAssign AnnAssign For AsyncFor While If "
        + "With AsyncWith Match Raise Try TryStar Assert Import ImportFrom Global Nonlocal Expr Pass Break Continue "
        + "BoolOp "
        + "NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp DictComp GeneratorExp Await Yield "
        + "YieldFrom Compare "
        + "Call FormattedValue Interpolation JoinedStr TemplateStr Constant Attribute Subscript Starred Name List "
        + "Tuple Slice "
        + "ExceptHandler arguments arg keyword alias withitem match_case comprehension MatchValue MatchSingleton "
        + "MatchSequence "
        + "MatchMapping MatchClass MatchStar MatchAs MatchOr TypeVar ParamSpec TypeVarTuple Decorator").Split(' '),
        StringComparer.Ordinal);

    public static IEnumerable<string> All => Names;

    public static bool Contains(string name) => Names.Contains(name);
}
