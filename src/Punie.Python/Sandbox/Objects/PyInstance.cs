using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Objects;

/// <summary>An instance of a class that a program wrote; also the base of exceptions.</summary>
/// <remarks>Attributes live in slots described by a <see cref="Objects.Shape"/>, or in a dict once there are many, one
/// is deleted, or the program asks for <c>__dict__</c>.</remarks>
internal partial class PyInstance : PyObject
{
    private PyValue[] _slots = [];
    private PyDict? _dict;

    internal PyInstance(PyType type) : base(type) =>
        Shape = type.IsUserDefined && !type.InterceptsReads ? type.RootShape : null;

    /// <summary>
    /// The built-in value inside an instance of a class derived from <c>list</c>, <c>str</c>, …; else unbound.
    /// </summary>
    internal PyValue Payload { get; set; }

    /// <summary>Null when attributes live in a dict.</summary>
    internal Shape? Shape { get; private set; }

    /// <summary>Value of a position of <see cref="Shape"/>.</summary>
    internal ref PyValue Slot(int position) => ref _slots[position];

    /// <summary>Looks among the instance's own attributes only; unbound when absent.</summary>
    internal PyValue FindOwn(string name)
    {
        if (Shape is null) return _dict is null ? default : _dict.FindText(name);
        return Shape.TryPosition(name, out var position) ? _slots[position] : default;
    }

    internal void SetOwn(RunContext ctx, string name, PyValue value)
    {
        if (Shape is null)
        {
            (_dict ??= new PyDict()).Set(ctx, PyValue.Str(name), value);
            return;
        }
        if (Shape.TryPosition(name, out var position)) _slots[position] = value;
        else AddOwn(ctx, name, value);
    }

    internal bool RemoveOwn(RunContext ctx, string name) => OwnDict().Remove(ctx, PyValue.Str(name), out _);

    /// <summary>The live attribute dict, as <c>__dict__</c>.</summary>
    internal PyDict OwnDict()
    {
        if (_dict is not null) return _dict;
        _dict = new PyDict();
        if (Shape is not null)
        {
            foreach (var name in Shape.Names) _dict.SetText(name, FindOwn(name));
        }
        Shape = null;
        _slots = [];
        return _dict;
    }

    internal IEnumerable<string> OwnNames() =>
        Shape is not null ? Shape.Names : _dict is null ? [] : _dict.ToPairs().Select(p => p.Key.Ref as string ?? "");

    internal override PyValue FindAttribute(RunContext ctx, string name)
    {
        var hasFallback = Type.TryLookupUser("__getattr__", out var fallback);
        if (!hasFallback && !Type.InterceptsReads) return FindDirectly(ctx, name);
        var mark = ctx.Mark();
        try
        {
            var found = Type.InterceptsReads && Type.TryLookupUser("__getattribute__", out var reader)
                ? ctx.Call(reader, [AsValue, PyValue.Str(name)])
                : FindDirectly(ctx, name);
            if (!found.IsUnbound || !hasFallback) return found;
        }
        catch (PyRaise raise) when (hasFallback
            && raise.Value.Type.IsSubclassOf(Builtins.ExceptionTypes.AttributeError))
        {
            ctx.Unwind(mark);
        }
        try
        {
            return ctx.Call(fallback, [AsValue, PyValue.Str(name)]);
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(Builtins.ExceptionTypes.AttributeError)
            && raise.Value is { Named.IsUnbound: true, Subject.IsUnbound: true })
        {
            (raise.Value.Named, raise.Value.Subject) = (PyValue.Str(name), AsValue);
            throw;
        }
    }

    /// <summary>As <c>object.__getattribute__</c>: without what the class says about reads.</summary>
    internal PyValue FindDirectly(RunContext ctx, string name)
    {
        var found = Type.TryLookup(name, out var onType);
        if (found && Attributes.IsDataDescriptor(onType)) return Attributes.Bind(ctx, onType, AsValue, Type);
        var own = FindOwn(name);
        if (!own.IsUnbound) return own;
        if (found) return Attributes.Bind(ctx, onType, AsValue, Type);
        return name == "__dict__" && HasDict ? PyValue.Of(VisibleDict(ctx)) : Attributes.FindCommon(ctx, AsValue, name);
    }

    /// <summary>
    /// The attribute dict as a program sees it: what <c>__slots__</c> of a base class names is not in it.
    /// </summary>
    internal PyDict VisibleDict(RunContext ctx)
    {
        var own = OwnDict();
        if (!Type.Mro.Any(t => t.OwnAttributes.ContainsKey("__slots__"))) return own;
        var visible = own.Copy(ctx);
        foreach (var (name, _) in own.ToPairs())
        {
            if (name.Ref is string text && Type.TryLookup(text, out var member) && member.Ref is PySlotMember)
                visible.Remove(ctx, name, out _);
        }
        return visible;
    }

    internal override void SetAttribute(RunContext ctx, string name, PyValue value)
    {
        if (Type.TryLookupUser("__setattr__", out var setter))
        {
            ctx.Call(setter, [AsValue, PyValue.Str(name), value]);
            return;
        }
        SetAttributeDirectly(ctx, name, value);
    }

    /// <summary>As <c>object.__setattr__</c>.</summary>
    internal void SetAttributeDirectly(RunContext ctx, string name, PyValue value)
    {
        if (Type.TryLookup(name, out var onType) && Attributes.TrySetDescriptor(ctx, onType, AsValue, name, value))
            return;
        if (Type.AttributeNamesAllowed is { } allowed ? !allowed.Contains(name) : Type == Types.Object)
            throw Attributes.NotWritable(ctx, AsValue, name);
        if (name == "__class__")
        {
            ChangeType(ctx, value);
            return;
        }
        if (name == "__dict__")
        {
            if (!HasDict || value.Ref is not PyDict own)
                throw ctx.TypeError($"__dict__ must be set to a dictionary, not a '{value.TypeName}'");
            (_dict, Shape, _slots) = (own, null, []);
            return;
        }
        SetOwn(ctx, name, value);
    }

    internal override void DeleteAttribute(RunContext ctx, string name)
    {
        if (Type.TryLookupUser("__delattr__", out var deleter))
        {
            ctx.Call(deleter, [AsValue, PyValue.Str(name)]);
            return;
        }
        DeleteAttributeDirectly(ctx, name);
    }

    /// <summary>As <c>object.__delattr__</c>.</summary>
    internal void DeleteAttributeDirectly(RunContext ctx, string name)
    {
        if (Type.TryLookup(name, out var onType) && Attributes.TryDeleteDescriptor(ctx, onType, AsValue, name)) return;
        if (!RemoveOwn(ctx, name)) throw ctx.NoAttribute(AsValue, name);
    }

    private bool HasDict => Type.AttributeNamesAllowed is null && Type != Types.Object;

    internal override IEnumerable<string> AttributeNames() =>
        OwnNames().Concat(Type.AllNames()).Distinct(StringComparer.Ordinal);

    // Shapes belong to a class, so the attributes move into a dict.
    private void ChangeType(RunContext ctx, PyValue value)
    {
        if (value.Ref is not PyType type)
            throw ctx.TypeError($"__class__ must be set to a class, not '{value.TypeName}' object");
        if (!type.IsUserDefined || !Type.IsUserDefined || type.Solid != Type.Solid
            || type.AttributeNamesAllowed is not null != Type.AttributeNamesAllowed is not null)
            throw ctx.TypeError($"__class__ assignment: '{type.Name}' object layout differs from '{Type.Name}'");
        OwnDict();
        Type = type;
    }

    private void AddOwn(RunContext ctx, string name, PyValue value)
    {
        if (Shape!.With(name) is not { } next)
        {
            OwnDict().Set(ctx, PyValue.Str(name), value);
            return;
        }
        if (_slots.Length < next.Count)
        {
            var capacity = _slots.Length == 0 ? 4 : _slots.Length * 2;
            ctx.Meter.Allocated(this, 16L * capacity);
            Array.Resize(ref _slots, capacity);
        }
        _slots[next.Count - 1] = value;
        Shape = next;
    }
}
