using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Objects;

/// <summary>A Python exception as a value.</summary>
internal sealed class PyException(PyType type, PyValue[] arguments) : PyInstance(type)
{
    internal PyValue[] Arguments { get; set; } = arguments;

    internal PyException? Cause { get; set; }

    internal PyException? Context { get; set; }

    internal bool HidesContext { get; set; }

    /// <summary>A near name for CPython's <c>Did you mean</c>.</summary>
    internal string? Suggestion { get; set; }

    /// <summary>The frames from the outermost to where it was raised; null before that.</summary>
    internal TraceEntry[]? Trace { get; set; }

    /// <summary>Call depth of the frame that caught it last: <c>__traceback__</c> begins there.</summary>
    internal int CaughtAt { get; set; }

    /// <summary>
    /// What is not in <c>args</c>: the <c>name</c> of an attribute, a variable or a module; else unbound.
    /// </summary>
    internal PyValue Named { get; set; }

    /// <summary>
    /// As <see cref="Named"/>: the <c>obj</c> of an attribute, the path of a module, the file of an OSError.
    /// </summary>
    internal PyValue Subject { get; set; }

    internal PyList? Notes { get; set; }

    /// <summary>What <c>return</c> gave, for <c>StopIteration</c>.</summary>
    internal PyValue FirstArgument => Arguments.Length > 0 ? Arguments[0] : PyValue.None;

    internal override string TextCore(RunContext ctx) => Arguments.Length switch
    {
        0 => "",
        1 when Type.IsSubclassOf(Builtins.ExceptionTypes.KeyError) => ctx.Repr(Arguments[0]),
        1 => ctx.Str(Arguments[0]),
        2 when Type.IsSubclassOf(Builtins.ExceptionTypes.OSError) => OperatingSystemText(ctx),
        2 when Type.IsSubclassOf(Builtins.ExceptionTypes.BaseExceptionGroup) => GroupText(ctx),
        5 when Type.IsSubclassOf(Builtins.ExceptionTypes.UnicodeError) => CodecText(ctx),
        _ => SequenceText.Repr(ctx, new PyTuple(Arguments)),
    };

    internal override string ReprCore(RunContext ctx) =>
        Arguments.Length == 1
            ? $"{Type.Name}({ctx.Repr(Arguments[0])})"
            : Type.Name + SequenceText.Repr(ctx, new PyTuple(Arguments));

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "args" => ctx.NewTuple(Arguments),
        "__cause__" => Cause?.AsValue ?? PyValue.None,
        "__context__" => Context?.AsValue ?? PyValue.None,
        "__suppress_context__" => PyValue.Bool(HidesContext),
        "__traceback__" => PyTraceback.Of(ctx, this),
        "__notes__" when Notes is not null => PyValue.Of(Notes),
        _ => FindOwn(name) is { IsUnbound: true }
            && Builtins.ExceptionFields.Find(ctx, this, name) is { IsUnbound: false } field
            ? field
            : base.FindAttribute(ctx, name),
    };

    internal override void SetAttribute(RunContext ctx, string name, PyValue value)
    {
        if (name == "args") Arguments = ctx.ToArray(value);
        else if (name == "__cause__") (Cause, HidesContext) = (value.Ref as PyException, true);
        else if (name == "__context__") Context = value.Ref as PyException;
        else if (name == "__notes__" && value.Ref is PyList notes) Notes = notes;
        else if (name == "__suppress_context__") HidesContext = ctx.Truth(value);
        else if (name != "__traceback__") base.SetAttribute(ctx, name, value);
    }

    private string OperatingSystemText(RunContext ctx)
    {
        var text = $"[Errno {ctx.Str(Arguments[0])}] {ctx.Str(Arguments[1])}";
        return Subject.IsUnbound || Subject.IsNone ? text : $"{text}: {ctx.Repr(Subject)}";
    }

    private string GroupText(RunContext ctx)
    {
        var count = ctx.Length(Arguments[1]);
        return $"{ctx.Str(Arguments[0])} ({count} sub-exception{(count == 1 ? "" : "s")})";
    }

    private string CodecText(RunContext ctx)
    {
        if (!Arguments[2].IsInt || !Arguments[3].IsInt || Arguments[1].Ref is not (PyBytes or string))
            return SequenceText.Repr(ctx, new PyTuple(Arguments));
        long start = Arguments[2].Bits, end = Arguments[3].Bits;
        var isOne = end == start + 1 && start >= 0;
        string place;
        if (Arguments[1].Ref is PyBytes bytes)
            place = isOne && start < bytes.Value.Length
            ? $"decode byte 0x{bytes.Value[start]:x2} in position {start}"
            : $"decode bytes in position {start}-{end - 1}";
        else if (isOne && start < Arguments[1].Bits)
            place = $"encode character {Escaped(CodePoints.At(Arguments[1], start).Text)} in position {start}";
        else place = $"encode characters in position {start}-{end - 1}";
        return $"'{ctx.Str(Arguments[0])}' codec can't {place}: {ctx.Str(Arguments[4])}";
    }

    private static string Escaped(string character) => StringText.Repr(character, ascii: true);
}
