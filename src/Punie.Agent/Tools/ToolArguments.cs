namespace Punie.Agent.Tools;

/// <summary>The arguments of one call, bound to the tool's parameters and checked against their types.</summary>
/// <remarks>Made by <see cref="ToolHostFunction"/> from a program and by <see cref="ToolJson"/> from JSON.</remarks>
public sealed class ToolArguments
{
    private readonly Tool _tool;

    /// <summary>Takes values that already fit.</summary>
    /// <param name="tool">The tool that is called.</param>
    /// <param name="values">One value for each parameter, in order, defaults filled in.</param>
    public ToolArguments(Tool tool, IReadOnlyList<object?> values)
    {
        if (values.Count != tool.Parameters.Count)
        {
            throw new ArgumentException(
                $"{tool.Name} takes {tool.Parameters.Count} values, not {values.Count}.", nameof(values));
        }

        _tool = tool;
        Values = values;
    }

    /// <summary>The values in parameter order. Null is None.</summary>
    public IReadOnlyList<object?> Values { get; }

    /// <summary>The value of the parameter called <paramref name="name"/>.</summary>
    public object? this[string name]
    {
        get
        {
            for (var i = 0; i < Values.Count; i++)
            {
                if (_tool.Parameters[i].Name == name) return Values[i];
            }

            throw new ArgumentException($"{_tool.Name} has no parameter '{name}'.", nameof(name));
        }
    }

    /// <summary>The same with another value for one parameter.</summary>
    public ToolArguments With(string name, object? value) =>
        new(_tool, [.. _tool.Parameters.Zip(Values, (parameter, old) => parameter.Name == name ? value : old)]);

    /// <summary>A required <c>str</c>.</summary>
    public string Str(string name) => (string)this[name]!;

    /// <summary>An optional <c>str</c>.</summary>
    public string? OptionalStr(string name) => (string?)this[name];

    /// <summary>An <c>int</c>.</summary>
    public long Int(string name) => this[name] is int small ? small : (long)this[name]!;

    /// <summary>A <c>bool</c>.</summary>
    public bool Bool(string name) => (bool)this[name]!;

    /// <summary>An optional <c>list[str]</c>.</summary>
    public IReadOnlyList<string>? OptionalStrs(string name) =>
        this[name] is IEnumerable<object?> items ? [.. items.Cast<string>()] : null;
}
