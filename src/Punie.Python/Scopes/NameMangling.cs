namespace Punie.Python.Scopes;

/// <summary>Private names: <c>__x</c> inside class <c>C</c> is <c>_C__x</c>.</summary>
/// <remarks>Source: https://docs.python.org/3.14/reference/expressions.html#private-name-mangling.</remarks>
internal static class NameMangling
{
    /// <summary>The name as the class's scopes know it.</summary>
    public static string Mangle(string name, string? className)
    {
        if (className is null || !name.StartsWith("__", StringComparison.Ordinal)) return name;
        if (name.EndsWith("__", StringComparison.Ordinal) || name.Contains('.', StringComparison.Ordinal)) return name;
        var owner = className.TrimStart('_');
        return owner.Length == 0 ? name : $"_{owner}{name}";
    }
}
