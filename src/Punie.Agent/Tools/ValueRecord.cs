using System.Diagnostics.CodeAnalysis;

namespace Punie.Agent.Tools;

/// <summary>A record whose fields are known only when the program runs, such as one of a server's schema.</summary>
/// <param name="values">In the order of the schema's fields.</param>
internal sealed class ValueRecord(IReadOnlyList<object?> values)
{
    /// <summary>In the order of the schema's fields.</summary>
    public IReadOnlyList<object?> Values { get; } = values;
}

/// <summary>One field of a <see cref="ValueRecord"/>.</summary>
/// <param name="Name">As programs write it: a Python identifier.</param>
/// <param name="Original">As its owner calls it.</param>
/// <param name="Type">Its type; an optional one may be left out.</param>
/// <param name="Description">What it holds, in a few words.</param>
internal sealed record ValueField(string Name, string Original, ToolType Type, string Description);

/// <summary>The schema of a <see cref="ValueRecord"/>. A program passes such a record as a dict.</summary>
internal sealed class ValueRecordSchema : RecordSchema
{
    /// <summary>Declares a record.</summary>
    public ValueRecordSchema(string name, string description, IReadOnlyList<ValueField> members)
        : base(name, description)
    {
        Members = members;
        Fields = [.. members.Select(member => new RecordField(member.Name, member.Type, member.Description))];
    }

    /// <summary>The fields with their owner's names.</summary>
    public IReadOnlyList<ValueField> Members { get; }

    /// <inheritdoc/>
    public override object? Read(object record, int index) => ((ValueRecord)record).Values[index];

    /// <summary>Reads one given value as a type.</summary>
    public delegate bool TryReadValue<in T>(T given, ToolType type, out object? value);

    /// <summary>
    /// Makes a record of given values; false when a name is unknown, one is missing or a value does not fit.
    /// </summary>
    /// <param name="given">By either name of a field.</param>
    /// <param name="tryRead">Reads one value.</param>
    /// <param name="record">The record.</param>
    public bool TryBind<T>(
        IReadOnlyList<KeyValuePair<string, T>> given, TryReadValue<T> tryRead, [NotNullWhen(true)] out object? record)
    {
        record = null;
        var values = new object?[Members.Count];
        var isGiven = new bool[Members.Count];
        foreach (var (name, value) in given)
        {
            var index = IndexOf(name);
            if (index < 0 || !tryRead(value, Members[index].Type, out values[index])) return false;
            isGiven[index] = true;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!isGiven[i] && Members[i].Type is not ToolType.Optional) return false;
        }

        record = new ValueRecord(values);
        return true;
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < Members.Count; i++)
        {
            if (Members[i].Name == name || Members[i].Original == name) return i;
        }

        return -1;
    }
}
