using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary><c>f(a, b)</c>: positional arguments go straight into the callee's slots.</summary>
internal sealed class CallNode(ExpressionNode function, ExpressionNode[] arguments, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var callee = function.Evaluate(ctx, ref locals);
        if (callee.Ref is not PyFunction known || !known.Code.Takes(arguments.Length))
            return CallOther(ctx, ref locals, callee);
        var top = ctx.Top;
        ref var frame = ref known.Code.Reserve(ctx);
        for (var i = 0; i < arguments.Length; i++) Unsafe.Add(ref frame, i) = arguments[i].Evaluate(ctx, ref locals);
        ctx.Position = position;
        return known.Code.Invoke(ctx, known, ref frame, top);
    }

    private PyValue CallOther(RunContext ctx, ref PyValue locals, PyValue callee)
    {
        var top = ctx.Top;
        ref var area = ref ArgumentArea.Reserve(ctx, arguments.Length);
        for (var i = 0; i < arguments.Length; i++) Unsafe.Add(ref area, i) = arguments[i].Evaluate(ctx, ref locals);
        ctx.Position = position;
        var values = new Arguments(MemoryMarshal.CreateReadOnlySpan(ref area, arguments.Length));
        PyValue result;
        if (callee.Ref is PyType { DirectNew: { } make } type)
        {
            ctx.Enter();
            result = make(ctx, type, values);
            ctx.Leave();
        }
        else result = ctx.Call(callee, values);
        ArgumentArea.Release(ctx, ref area, arguments.Length, top);
        return result;
    }
}

/// <summary><c>f(a, name=b)</c> without unpacking.</summary>
internal sealed class KeywordCallNode(ExpressionNode function, ExpressionNode[] arguments, string[] keywords,
    int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var callee = function.Evaluate(ctx, ref locals);
        var top = ctx.Top;
        ref var area = ref ArgumentArea.Reserve(ctx, arguments.Length);
        for (var i = 0; i < arguments.Length; i++) Unsafe.Add(ref area, i) = arguments[i].Evaluate(ctx, ref locals);
        ctx.Position = position;
        var result =
            ctx.Call(callee, new Arguments(MemoryMarshal.CreateReadOnlySpan(ref area, arguments.Length), keywords));
        ArgumentArea.Release(ctx, ref area, arguments.Length, top);
        return result;
    }
}

/// <summary>One argument of a call with unpacking.</summary>
/// <param name="Value">The value.</param>
/// <param name="Name">Keyword name; null for positional and unpacked ones.</param>
/// <param name="Stars">0, 1 for <c>*value</c>, 2 for <c>**value</c>.</param>
internal sealed record SpreadArgument(ExpressionNode Value, string? Name, int Stars);

/// <summary><c>f(*args, **kwargs)</c>.</summary>
internal sealed class SpreadCallNode(ExpressionNode function, SpreadArgument[] arguments, int position) : ExpressionNode
{
    // CPython names the function only where the starred argument is all there is by position.
    private readonly bool _starsAlone = Array.FindAll(arguments, a => a.Stars < 2 && a.Name is null).Length == 1;

    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var callee = function.Evaluate(ctx, ref locals);
        var positional = new PyList();
        var keywords = new PyDict();
        foreach (var argument in arguments)
        {
            var value = argument.Value.Evaluate(ctx, ref locals);
            ctx.Position = position;
            if (argument.Stars == 1)
                positional.AddRange(ctx,
                ctx.ToArray(value, _starsAlone
                ? $"{NameOf(callee)} argument after * must be an iterable, not {value.TypeName}"
                : $"Value after * must be an iterable, not {value.TypeName}"));
            else if (argument.Stars == 2) AddAll(ctx, callee, keywords, value);
            else if (argument.Name is null) positional.Add(ctx, value);
            else AddKeyword(ctx, callee, keywords, PyValue.Str(argument.Name), value);
        }
        var (values, names) = Calls.Flatten(positional.AsSpan(), keywords);
        return ctx.Call(callee, new Arguments(values, names));
    }

    private static void AddAll(RunContext ctx, PyValue callee, PyDict keywords, PyValue mapping)
    {
        if (ctx.Unwrap(mapping).Ref is not PyDict dict)
        {
            if (!ctx.TryGetAttribute(mapping, "keys", out _))
                throw ctx.TypeError($"{NameOf(callee)} argument after ** must be a mapping, not {mapping.TypeName}");
            dict = (PyDict)ctx.Call(PyValue.Of(Types.Dict), [mapping]).Ref!;
        }
        var position = 0;
        while (dict.NextEntry(ref position, out var key, out var value))
        {
            if (!key.IsText) throw ctx.TypeError("keywords must be strings");
            AddKeyword(ctx, callee, keywords, key, value);
        }
    }

    private static void AddKeyword(RunContext ctx, PyValue callee, PyDict keywords, PyValue key, PyValue value)
    {
        if (!keywords.Find(ctx, key).IsUnbound)
            throw ctx.TypeError($"{NameOf(callee)} got multiple values for keyword argument '{key.Text}'");
        keywords.Set(ctx, key, value);
    }

    private static string NameOf(PyValue callee) => callee.Ref switch
    {
        PyFunction function => $"__main__.{function.QualifiedName}()",
        PyMethod method => NameOf(method.Function),
        NativeFunction { Owner: { } owner } native => $"{owner.Name}.{native.Name}()",
        NativeFunction native => $"{native.Name}()",
        PyType type => $"{type.DisplayName}()",
        _ => $"{callee.TypeName} object",
    };
}

/// <summary>
/// <c>object.name(a, b)</c>: no bound method is made for methods of built-in and of the program's classes.
/// </summary>
internal sealed class MethodCallNode(ExpressionNode target, string name, ExpressionNode[] arguments, int position)
    : ExpressionNode
{
    private readonly bool _isAppend = name == "append" && arguments.Length == 1;
    private MethodCache? _cache;

    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var self = target.Evaluate(ctx, ref locals);
        if (_isAppend && self.Ref is PyList list)
        {
            var item = arguments[0].Evaluate(ctx, ref locals);
            ctx.Position = position;
            ctx.Step();
            list.Add(ctx, item);
            return PyValue.None;
        }
        var type = self.Type;
        // Only the types of native values, which no instance shares, are keys besides shapes.
        if (_cache is { } cache && ReferenceEquals(cache.Key, type))
            return CallNative(ctx, ref locals, self, Unsafe.As<NativeFunction>(cache.Method.Ref!));
        if (self.Ref is PyInstance instance) return CallOnInstance(ctx, ref locals, self, instance);
        if (self.Ref is PyModule or PyType or PyRecord) return CallAttribute(ctx, ref locals, self);
        if (!type.TryLookup(name, out var method) || method.Ref is not NativeFunction { Owner: not null })
            return CallAttribute(ctx, ref locals, self);
        _cache = new MethodCache(type, 0, method);
        return CallNative(ctx, ref locals, self, Unsafe.As<NativeFunction>(method.Ref!));
    }

    private PyValue CallNative(RunContext ctx, ref PyValue locals, PyValue self, NativeFunction method)
    {
        var top = ctx.Top;
        var count = arguments.Length + 1;
        ref var area = ref ArgumentArea.Reserve(ctx, count);
        area = self;
        for (var i = 0; i < arguments.Length; i++) Unsafe.Add(ref area, i + 1) = arguments[i].Evaluate(ctx, ref locals);
        ctx.Position = position;
        ctx.Step();
        ctx.Enter();
        var result = method.Invoke(ctx, new Arguments(MemoryMarshal.CreateReadOnlySpan(ref area, count)));
        ctx.Leave();
        ArgumentArea.Release(ctx, ref area, count, top);
        return result;
    }

    private PyValue CallOnInstance(RunContext ctx, ref PyValue locals, PyValue self, PyInstance instance)
    {
        var cache = _cache;
        if (instance.Shape is not { } shape) return CallAttribute(ctx, ref locals, self);
        if (cache is null || !ReferenceEquals(cache.Key, shape) || cache.Version != ctx.ClassVersion)
        {
            if (shape.TryPosition(name, out _) || !instance.Type.TryLookup(name, out var method)
                || method.Ref is not PyFunction)
                return CallAttribute(ctx, ref locals, self);
            _cache = cache = new MethodCache(shape, ctx.ClassVersion, method);
        }
        var function = Unsafe.As<PyFunction>(cache.Method.Ref!);
        if (!function.Code.Takes(arguments.Length + 1)) return CallAttribute(ctx, ref locals, self);
        var top = ctx.Top;
        ref var frame = ref function.Code.Reserve(ctx);
        frame = self;
        for (var i = 0; i < arguments.Length; i++)
            Unsafe.Add(ref frame, i + 1) = arguments[i].Evaluate(ctx, ref locals);
        ctx.Position = position;
        return function.Code.Invoke(ctx, function, ref frame, top);
    }

    private PyValue CallAttribute(RunContext ctx, ref PyValue locals, PyValue self)
    {
        ctx.Position = position;
        var callee = ctx.GetAttribute(self, name);
        var top = ctx.Top;
        ref var area = ref ArgumentArea.Reserve(ctx, arguments.Length);
        for (var i = 0; i < arguments.Length; i++) Unsafe.Add(ref area, i) = arguments[i].Evaluate(ctx, ref locals);
        ctx.Position = position;
        var result = ctx.Call(callee, new Arguments(MemoryMarshal.CreateReadOnlySpan(ref area, arguments.Length)));
        ArgumentArea.Release(ctx, ref area, arguments.Length, top);
        return result;
    }

    // One reference, so that runs that share the node see either all or nothing of an entry.
    private sealed record MethodCache(object Key, int Version, PyValue Method);
}

/// <summary><c>super()</c> without arguments.</summary>
internal sealed class SuperNode(ExpressionNode ownClass, ExpressionNode self, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        ctx.Position = position;
        if (ownClass.Evaluate(ctx, ref locals).Ref is not PyType type)
            throw ctx.RuntimeError("super(): empty __class__ cell");
        var instance = self.Evaluate(ctx, ref locals);
        return ctx.New(
            new PySuper(type, instance, instance.Ref is PyType derived && derived.IsSubclassOf(type)
            ? derived
            : instance.Type), 48);
    }
}

/// <summary>Room for arguments above the locals of the active call.</summary>
internal static class ArgumentArea
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref PyValue Reserve(RunContext ctx, int count)
    {
        var top = ctx.Top;
        if (top + count > ctx.Stack.Length) return ref MemoryMarshal.GetArrayDataReference(new PyValue[count]);
        ctx.Top = top + count;
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(ctx.Stack), top);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Release(RunContext ctx, ref PyValue area, int count, int top)
    {
        for (var i = 0; i < count; i++) Unsafe.Add(ref area, i) = default;
        ctx.Top = top;
    }
}
