namespace Punie.Agent.Tools;

/// <summary>The closed set of types that tool arguments and results are made of.</summary>
/// <remarks>
/// In C#: <c>str</c> is a string, <c>int</c> an int or long, <c>float</c> a double, <c>bool</c> a bool, a list any
/// enumerable, an optional null or its value, and a record an instance of the class its schema reads.
/// </remarks>
public abstract record ToolType
{
    private protected ToolType()
    {
    }

    /// <summary>The type as a Python annotation, such as <c>list[RuffViolation]</c>.</summary>
    public abstract string ToPython();

    /// <summary>True for the record itself, a list of it, or one of these or None.</summary>
    internal bool IsOf(RecordSchema schema) => this switch
    {
        List list => list.Item.IsOf(schema),
        Optional optional => optional.Value.IsOf(schema),
        Record record => ReferenceEquals(record.Schema, schema),
        _ => false,
    };

    /// <summary>Text.</summary>
    public sealed record Str : ToolType
    {
        /// <inheritdoc/>
        public override string ToPython() => "str";
    }

    /// <summary>A whole number that fits 64 bits.</summary>
    public sealed record Int : ToolType
    {
        /// <inheritdoc/>
        public override string ToPython() => "int";
    }

    /// <summary>A 64-bit floating-point number.</summary>
    public sealed record Float : ToolType
    {
        /// <inheritdoc/>
        public override string ToPython() => "float";
    }

    /// <summary>True or false.</summary>
    public sealed record Bool : ToolType
    {
        /// <inheritdoc/>
        public override string ToPython() => "bool";
    }

    /// <summary>A list whose items have one type.</summary>
    /// <param name="Item">Type of every item.</param>
    public sealed record List(ToolType Item) : ToolType
    {
        /// <inheritdoc/>
        public override string ToPython() => $"list[{Item.ToPython()}]";
    }

    /// <summary>A value or None.</summary>
    /// <param name="Value">Type of the value when there is one.</param>
    public sealed record Optional(ToolType Value) : ToolType
    {
        /// <inheritdoc/>
        public override string ToPython() => $"{Value.ToPython()} | None";
    }

    /// <summary>A record with named fields.</summary>
    /// <param name="Schema">Its name and fields.</param>
    public sealed record Record(RecordSchema Schema) : ToolType
    {
        /// <inheritdoc/>
        public override string ToPython() => Schema.Name;
    }
}

/// <summary>Short spellings of <see cref="ToolType"/> for declarations.</summary>
internal static class Py
{
    public static ToolType Str { get; } = new ToolType.Str();

    public static ToolType Int { get; } = new ToolType.Int();

    public static ToolType Float { get; } = new ToolType.Float();

    public static ToolType Bool { get; } = new ToolType.Bool();

    public static ToolType List(ToolType item) => new ToolType.List(item);

    public static ToolType List(RecordSchema item) => new ToolType.List(new ToolType.Record(item));

    public static ToolType Optional(ToolType value) => new ToolType.Optional(value);

    public static ToolType Record(RecordSchema schema) => new ToolType.Record(schema);
}
