using System.Globalization;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tools;

/// <summary>One field of a record as programs and models see it.</summary>
/// <param name="Name">In snake_case.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">What it holds, in a few words.</param>
public sealed record RecordField(string Name, ToolType Type, string Description)
{
    /// <summary>The version of the record that brought it, from 1.</summary>
    public int Since { get; init; } = 1;

    /// <summary>
    /// True when it cannot be used without its description, as a number that stands for a kind: short forms say it too.
    /// </summary>
    public bool NeedsNote { get; init; }

    /// <summary>What a number counts, or a list holds; null for a field that says nothing by its amount.</summary>
    public CountWords? Counts { get; init; }
}

/// <summary>How what is counted is called.</summary>
/// <param name="One">As behind 1.</param>
/// <param name="Many">As behind 0 and 2.</param>
public sealed record CountWords(string One, string Many)
{
    /// <summary>Words whose plural ends in s.</summary>
    public CountWords(string one)
        : this(one, $"{one}s")
    {
    }

    /// <summary>A number with its word.</summary>
    public string ToText(long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? One : Many)}");
}

/// <summary>
/// A record's name and fields, and how each field is read from the C# object. Fields are only ever added, at the end,
/// with the next version.
/// </summary>
public abstract class RecordSchema
{
    private readonly Lazy<RecordType> _sandboxType;

    private protected RecordSchema(string name, string description)
    {
        Name = name;
        Description = description;
        _sandboxType = new(() => new RecordType(name, [.. Fields.Select(field => field.Name)]));
    }

    /// <summary>In PascalCase, as a Python class would be named.</summary>
    public string Name { get; }

    /// <summary>What one record stands for.</summary>
    public string Description { get; }

    /// <summary>The fields in order.</summary>
    public IReadOnlyList<RecordField> Fields { get; private protected init; } = [];

    /// <summary>Counts from 1; a new field raises it.</summary>
    public int Version => Fields.Count == 0 ? 1 : Fields.Max(one => one.Since);

    /// <summary>The record's type inside the sandbox.</summary>
    internal RecordType SandboxType => _sandboxType.Value;

    /// <summary>
    /// Reads the field at <paramref name="index"/> of <see cref="Fields"/> from a record of this schema.
    /// </summary>
    public abstract object? Read(object record, int index);
}

/// <summary>One field of <typeparamref name="T"/> and its getter.</summary>
/// <typeparam name="T">The C# record.</typeparam>
/// <param name="Name">In snake_case.</param>
/// <param name="Type">Its type for programs and models.</param>
/// <param name="Read">Reads the value.</param>
/// <param name="Description">What it holds, in a few words.</param>
public sealed record FieldOf<T>(string Name, ToolType Type, Func<T, object?> Read, string Description)
{
    /// <inheritdoc cref="RecordField.Since"/>
    public int Since { get; init; } = 1;

    /// <inheritdoc cref="RecordField.NeedsNote"/>
    public bool NeedsNote { get; init; }

    /// <inheritdoc cref="RecordField.Counts"/>
    public CountWords? Counts { get; init; }

    internal RecordField ToField() =>
        new(Name, Type, Description) { Since = Since, NeedsNote = NeedsNote, Counts = Counts };
}

/// <summary>The schema of the C# record <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The C# record.</typeparam>
public sealed class RecordSchema<T> : RecordSchema
    where T : class
{
    private readonly IReadOnlyList<FieldOf<T>> _fields;

    /// <summary>Declares a record.</summary>
    /// <param name="name">In PascalCase.</param>
    /// <param name="description">What one record stands for.</param>
    /// <param name="fields">The fields in order.</param>
    public RecordSchema(string name, string description, IReadOnlyList<FieldOf<T>> fields)
        : this(name, description, _ => fields)
    {
    }

    /// <summary>Declares a record that may hold records of its own kind, as a tree does.</summary>
    /// <param name="name">In PascalCase.</param>
    /// <param name="description">What one record stands for.</param>
    /// <param name="fields">Gives the fields in order; the argument is the schema itself.</param>
    public RecordSchema(string name, string description, Func<RecordSchema, IReadOnlyList<FieldOf<T>>> fields)
        : base(name, description)
    {
        _fields = fields(this);
        Fields = [.. _fields.Select(field => field.ToField())];
    }

    /// <inheritdoc/>
    public override object? Read(object record, int index) => _fields[index].Read((T)record);
}
