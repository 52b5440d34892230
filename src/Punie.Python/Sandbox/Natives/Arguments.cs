using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Natives;

/// <summary>The arguments of one call: positional values, then one value for each keyword.</summary>
/// <remarks>Lives on the interpreter's stack: copy what must outlive the call.</remarks>
internal readonly ref struct Arguments(ReadOnlySpan<PyValue> values, string[]? keywords = null)
{
    internal ReadOnlySpan<PyValue> Values { get; } = values;

    /// <summary>Null when there are none.</summary>
    internal string[]? Keywords { get; } = keywords;

    internal int PositionalCount => Values.Length - (Keywords?.Length ?? 0);

    internal ReadOnlySpan<PyValue> Positional => Values[..PositionalCount];

    internal PyValue KeywordValue(int index) => Values[PositionalCount + index];

    internal PyDict KeywordDict()
    {
        var dict = new PyDict();
        for (var i = 0; i < (Keywords?.Length ?? 0); i++) dict.SetText(Keywords![i], KeywordValue(i));
        return dict;
    }
}
