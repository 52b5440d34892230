namespace Punie.Lab.Datasets;

/// <summary>How people call the kinds of syntax that a pattern may name.</summary>
internal static class SyntaxNouns
{
    private static readonly (string Kind, string[] Nouns)[] Table =
    [
        ("FunctionDef", ["function definitions", "def statements", "function defs"]),
        ("ClassDef", ["class definitions", "class statements", "class defs"]),
        ("AsyncFunctionDef", ["async functions", "async function definitions", "coroutine definitions", "async defs"]),
        ("Lambda", ["lambdas", "lambda expressions", "lambda functions", "anonymous functions"]),
        ("Try", ["try blocks", "try statements", "try/except blocks", "try-except blocks"]),
        ("ExceptHandler", ["except clauses", "except handlers", "exception handlers"]),
        ("For", ["for loops", "for statements", "for-loops"]),
        ("While", ["while loops", "while statements", "while-loops"]),
        ("With", ["with blocks", "with statements", "context manager blocks"]),
        ("If", ["if statements", "ifs", "if blocks"]),
        ("IfExp", ["conditional expressions", "ternaries", "inline ifs", "ternary expressions"]),
        ("Match", ["match statements", "match blocks", "match/case statements"]),
        ("Raise", ["raise statements", "raises", "raised exceptions"]),
        ("Assert", ["assert statements", "asserts", "assertions"]),
        ("Return", ["return statements", "returns"]),
        ("Yield", ["yields", "yield expressions", "yield statements"]),
        ("YieldFrom", ["yield from expressions", "yield-froms"]),
        ("Await", ["awaits", "await expressions"]),
        ("Import", ["import statements", "plain imports"]),
        ("ImportFrom", ["from imports", "from-import statements", "from ... import statements"]),
        ("Global", ["global statements", "global declarations", "globals declared with global"]),
        ("Nonlocal", ["nonlocal statements", "nonlocals"]),
        ("ListComp", ["list comprehensions", "list comps"]),
        ("DictComp", ["dict comprehensions", "dictionary comprehensions"]),
        ("SetComp", ["set comprehensions", "set comps"]),
        ("GeneratorExp", ["generator expressions", "genexps"]),
        ("JoinedStr", ["f-strings", "fstrings", "formatted strings"]),
        ("NamedExpr", ["walrus operators", "walrus expressions", "assignment expressions"]),
        ("Delete", ["del statements", "dels", "delete statements"]),
        ("AnnAssign", ["annotated assignments", "annotated variables"]),
        ("AugAssign", ["augmented assignments", "in-place assignments"]),
        ("Pass", ["pass statements", "passes"]),
        ("Starred", ["starred expressions", "star unpackings"]),
    ];

    /// <summary>The kinds that have a noun.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Table.Select(entry => entry.Kind)];

    /// <summary>A plural noun, or the kind's own name now and then.</summary>
    public static string Of(string kind, Random random)
    {
        var nouns = Array.Find(Table, entry => entry.Kind == kind).Nouns;
        return random.Next(100) switch
        {
            < 86 => nouns[random.Next(nouns.Length)],
            < 94 => $"{kind} nodes",
            _ => $"`{kind}` nodes",
        };
    }
}
