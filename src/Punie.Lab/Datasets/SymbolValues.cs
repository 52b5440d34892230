namespace Punie.Lab.Datasets;

/// <summary>Invents Python names and small pieces of code.</summary>
/// <param name="lists">Sections <c>call decorator module pattern</c>.</param>
/// <param name="words">Where the parts of names come from.</param>
internal sealed class SymbolValues(WordLists lists, WordSource words)
{
    private static readonly string[] Verbs =
    [
        "get", "set", "parse", "load", "make", "is", "to", "from", "build", "read", "write", "update", "compute",
        "handle", "create", "find",
        "send", "check", "run", "add", "remove", "has", "on", "render", "save", "fetch", "apply", "can",
    ];

    private static readonly string[] Roles =
        ["Error", "Service", "Store", "Handler", "Manager", "View", "Model", "Factory", "Client", "Config", "Base",
            "Repository", "Mixin", "Test"];

    private static readonly string[] Errors =
    [
        "ValueError", "TypeError", "KeyError", "IndexError", "AttributeError", "RuntimeError", "NotImplementedError",
        "OSError", "IOError", "FileNotFoundError", "PermissionError", "ImportError", "StopIteration", "TimeoutError",
        "ZeroDivisionError", "AssertionError", "LookupError", "UnicodeDecodeError", "KeyboardInterrupt", "SystemExit",
        "ConnectionError", "Exception", "BaseException",
    ];

    /// <summary>A value for one slot; null for a slot of another kind.</summary>
    public string? Next(string slot, Random random) => slot switch
    {
        "symbol" => Symbol(random),
        "class" => Class(random),
        "error" => random.Next(3) > 0
            ? Errors[random.Next(Errors.Length)]
            : Capital(words.Next(random)) + (random.Next(4) > 0 ? "Error" : "Exception"),
        "query" => Query(random),
        "name" =>
            random.Next(100) switch
            {
                < 45 => Function(random),
                < 75 => Class(random),
                < 85 => Constant(random),
                _ => words.Next(random)
            },
        "kind" => SyntaxNouns.Kinds[random.Next(SyntaxNouns.Kinds.Count)],
        "call" => random.Next(100) < 8 ? "print" : Listed("call", Callee, random),
        "decorator" =>
            Listed("decorator", r => r.Next(3) == 0 ? $"{words.Next(r)}.{words.Next(r)}" : Function(r), random),
        "module" => random.Next(100) < 15 ? Class(random) : Module(random), // what is imported may be a class as well
        "import" => Import(random),
        "pattern" => Pick("pattern", random).Replace("NAME", Function(random), StringComparison.Ordinal),
        _ => null,
    };

    private string Symbol(Random random) => random.Next(100) switch
    {
        < 34 => Class(random),
        < 66 => Function(random),
        < 82 => $"{Class(random)}.{Function(random)}",
        < 86 => $"{words.Next(random)}.{Class(random)}",
        < 89 => $"{words.Next(random)}.{Function(random)}",
        < 94 => Constant(random),
        < 97 => "_" + Function(random),
        < 98 => $"__{words.Next(random)}__",
        _ => words.Next(random) + (char)('0' + random.Next(10)),
    };

    private string Query(Random random) => random.Next(100) switch
    {
        < 45 => words.Next(random),
        < 65 => Capital(words.Next(random)),
        < 80 => Function(random),
        < 92 => Class(random),
        < 96 => Constant(random),
        _ => words.Next(random) + "_",
    };

    private string Class(Random random) => random.Next(100) switch
    {
        < 22 => Capital(words.Next(random)),
        < 62 => Capital(words.Next(random)) + Capital(words.Next(random)),
        < 88 => Capital(words.Next(random)) + Roles[random.Next(Roles.Length)],
        < 94 => words.Next(random).ToUpperInvariant() + Capital(words.Next(random)),
        _ => Capital(words.Next(random)) + Capital(words.Next(random)) + Capital(words.Next(random)),
    };

    private string Function(Random random) => random.Next(100) switch
    {
        < 25 => words.Next(random),
        < 60 => $"{Verbs[random.Next(Verbs.Length)]}_{words.Next(random)}",
        < 85 => $"{words.Next(random)}_{words.Next(random)}",
        < 93 => $"{Verbs[random.Next(Verbs.Length)]}_{words.Next(random)}_{words.Next(random)}",
        < 96 => words.Next(random) + Capital(words.Next(random)),
        _ => $"test_{words.Next(random)}_{words.Next(random)}",
    };

    private string Constant(Random random) => random.Next(3) == 0
        ? words.Next(random).ToUpperInvariant()
        : $"{words.Next(random)}_{words.Next(random)}".ToUpperInvariant();

    private string Callee(Random random) => random.Next(10) switch
    {
        < 4 => Function(random),
        < 7 => $"{words.Next(random)}.{Function(random)}",
        < 8 => $"self.{Function(random)}",
        < 9 => Class(random),
        _ => $"{words.Next(random)}.{words.Next(random)}.{Function(random)}",
    };

    private string Module(Random random) => Listed(
        "module", r =>
            r.Next(3) == 0
            ? $"{words.Next(r)}.{words.Next(r)}" : r.Next(4) == 0 ? $"{words.Next(r)}_{words.Next(r)}"
            : words.Next(r), random);

    private string Import(Random random) => random.Next(100) switch
    {
        < 30 => $"import {Module(random)}",
        < 38 => $"import {Module(random)} as {words.Next(random)}",
        < 66 => $"from {Module(random)} import {Class(random)}",
        < 82 => $"from {Module(random)} import {Function(random)}",
        < 90 => $"from .{words.Next(random)} import {Class(random)}",
        _ => $"from {Module(random)} import {Class(random)}, {Class(random)}",
    };

    private string Listed(string list, Func<Random, string> invent, Random random) =>
        random.Next(100) < 40 ? Pick(list, random) : invent(random);

    private string Pick(string list, Random random) => lists[list][random.Next(lists[list].Count)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
