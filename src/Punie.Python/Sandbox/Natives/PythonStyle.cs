using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Natives;

/// <summary>
/// What CPython says about the arguments of functions that it has in Python: many of our native ones.
/// </summary>
internal static class PythonStyle
{
    private static readonly HashSet<string> Modules = new(StringComparer.Ordinal)
    {
        "json", "re", "random", "textwrap", "string", "copy", "base64", "dataclasses", "enum", "typing", "uuid",
        "urllib.parse", "asyncio", "collections",
    };

    internal static bool Holds(string? module) => module is not null && Modules.Contains(module);

    internal static PyRaise TooMany(RunContext ctx, SignatureOwner owner, (int Least, int Most, int Given) count)
    {
        var takes = count.Least == count.Most
            ? $"{count.Most} positional argument{(count.Most == 1 ? "" : "s")}"
            : $"from {count.Least} to {count.Most} positional arguments";
        return ctx.TypeError(
            $"{Name(owner)}() takes {takes} but {count.Given} {(count.Given == 1 ? "was" : "were")} given");
    }

    internal static PyRaise Missing(RunContext ctx, SignatureOwner owner, List<string> names, bool keywordOnly)
    {
        var quoted = names.ConvertAll(n => $"'{n}'");
        var list = quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} and {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, and {quoted[^1]}",
        };
        return ctx.TypeError(
            $"{Name(owner)}() missing {names.Count} required {(keywordOnly ? "keyword-only" : "positional")} "
            + $"argument{(names.Count == 1 ? "" : "s")}: {list}");
    }

    internal static PyRaise Twice(RunContext ctx, SignatureOwner owner, string name) =>
        ctx.TypeError($"{Name(owner)}() got multiple values for argument '{name}'");

    internal static PyRaise Unexpected(RunContext ctx, SignatureOwner owner, string name) =>
        ctx.TypeError($"{Name(owner)}() got an unexpected keyword argument '{name}'");

    private static string Name(SignatureOwner owner) => owner.Type is null ? owner.Name : $"{owner.Type}.{owner.Name}";
}
