using System.Text;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>A host record: declared fields, readable, nothing else.</summary>
internal sealed class PyRecord(RecordType type, PyValue[] values) : PyObject(type.Type)
{
    internal RecordType RecordType { get; } = type;

    internal PyValue[] Values { get; } = values;

    internal override PyValue FindAttribute(RunContext ctx, string name)
    {
        if (RecordType.TryPosition(name, out var position)) return Values[position];
        var near = NearestName.Find(name, RecordType.Fields);
        var hint = near is null ? $"It has: {string.Join(", ", RecordType.Fields)}." : $"Did you mean: '{near}'?";
        throw ctx.AttributeError($"'{RecordType.Name}' object has no attribute '{name}'. {hint}", AsValue, name);
    }

    internal override void SetAttribute(RunContext ctx, string name, PyValue value) => throw ReadOnly(ctx, name);

    internal override void DeleteAttribute(RunContext ctx, string name) => throw ReadOnly(ctx, name);

    internal override IEnumerable<string> AttributeNames() => RecordType.Fields;

    internal override string Repr(RunContext ctx)
    {
        ctx.Enter();
        var text = new StringBuilder(RecordType.Name).Append('(');
        for (var i = 0; i < Values.Length; i++)
        {
            SequenceText.Append(ctx, text, i, RecordType.Fields[i]);
            var value = ctx.Repr(Values[i]);
            ctx.Meter.Reserve(4L * (text.Length + value.Length));
            text.Append('=').Append(value);
            ctx.Meter.Allocated(text, 2L * value.Length);
        }
        ctx.Leave();
        return SequenceText.Finish(ctx, text.Append(')'));
    }

    internal override long Hash(RunContext ctx) => Hashing.OfTuple(ctx, Values);

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (op is not (CompareOperator.Eq or CompareOperator.NotEq)) return PyValue.NotImplemented;
        if (other.Ref is not PyRecord right || !right.RecordType.Equals(RecordType)) return PyValue.NotImplemented;
        return SequenceOrder.Compare(ctx, op, Values, right.Values);
    }

    private PyRaise ReadOnly(RunContext ctx, string name) =>
        ctx.AttributeError($"'{RecordType.Name}' objects are read-only: cannot change '{name}'", AsValue, name);
}
