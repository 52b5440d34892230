using System.Runtime.InteropServices;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Natives;

/// <summary>The C# side of a built-in function: one value for each parameter of its signature, in order.</summary>
/// <remarks>An absent argument without a default is unbound; <c>*args</c> is a tuple, <c>**kwargs</c> a dict.</remarks>
internal delegate PyValue NativeCall(RunContext ctx, ReadOnlySpan<PyValue> args);

/// <summary>A built-in function, or a method of a native type when <see cref="Owner"/> is set.</summary>
internal sealed class NativeFunction(string name, string signature, NativeCall body) : PyObject(Types.NativeFunction)
{
    internal string Name { get; } = name;

    internal PyType? Owner
    {
        get;
        set
        {
            field = value;
            Type = Types.MethodDescriptor;
        }
    }

    /// <summary>The module that it is a function of; null for built-ins.</summary>
    internal string? Module { get; set; }

    /// <summary>Parsed when it is first needed: most of a run's built-ins are never called.</summary>
    internal Signature Signature => field ??= Signature.Parse(signature);

    internal override string Repr(RunContext ctx) =>
        Owner is null ? $"<built-in function {Name}>" : $"<method '{Name}' of '{Owner.Name}' objects>";

    internal override PyValue Call(RunContext ctx, Arguments arguments)
    {
        ctx.Step();
        return Owner is null ? Invoke(ctx, arguments) : CallMethod(ctx, arguments);
    }

    private PyValue CallMethod(RunContext ctx, Arguments arguments)
    {
        if (arguments.PositionalCount == 0)
            throw ctx.TypeError($"unbound method {Owner!.Name}.{Name}() needs an argument");
        var self = arguments.Values[0];
        if (!self.Type.IsSubclassOf(Owner!))
            throw ctx.TypeError(
                $"descriptor '{Name}' for '{Owner!.Name}' objects doesn't apply to a '{self.TypeName}' object");
        // A method of list sees the list inside an instance of a class derived from it.
        return self.Ref is PyInstance { Payload.IsUnbound: false } instance && Owner != Types.Object
            ? Invoke(ctx, new Arguments([instance.Payload, .. arguments.Values[1..]], arguments.Keywords))
            : Invoke(ctx, arguments);
    }

    /// <summary>Calls without the check of the first argument's type.</summary>
    internal PyValue Invoke(RunContext ctx, Arguments arguments) =>
        arguments.Keywords is null && arguments.Values.Length == Signature.FixedCount
            ? body(ctx, arguments.Values)
            : CallBound(ctx, arguments);

    private PyValue CallBound(RunContext ctx, Arguments arguments)
    {
        var top = ctx.Top;
        ref var area = ref Nodes.ArgumentArea.Reserve(ctx, Signature.Count);
        var bound = MemoryMarshal.CreateSpan(ref area, Signature.Count);
        if (!Signature.TryBindPositional(arguments, bound))
            Signature.Bind(ctx,
                new SignatureOwner(Name, Owner is not null, Owner?.Name)
                {
                    Module = Owner is null
                ? Module : Owner.Module == "builtins" ? null
                : Owner.Module
                }, arguments, bound);
        var result = body(ctx, bound);
        Nodes.ArgumentArea.Release(ctx, ref area, bound.Length, top);
        return result;
    }

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "__name__" => PyValue.Str(Name),
        "__qualname__" => PyValue.Str(Owner is null ? Name : $"{Owner.Name}.{Name}"),
        "__doc__" => PyValue.None,
        "__module__" => PyValue.Str("builtins"),
        _ => base.FindAttribute(ctx, name),
    };
}

/// <summary>How error messages name a function.</summary>
internal readonly record struct SignatureOwner(string Name, bool IsMethod, string? Type = null)
{
    /// <summary>Where the function is from; null for built-ins.</summary>
    internal string? Module { get; init; }

    /// <summary>CPython's words where its constructors give their names to no message.</summary>
    internal static SignatureOwner Unnamed { get; } = new("function", false);

    internal bool IsUnnamed => this == Unnamed;

    /// <summary>True for the constructor of a class: its messages are not those of functions.</summary>
    internal bool IsClass { get; init; }

    internal string Called => IsUnnamed ? Name : $"{Name}()";

    internal bool IsPython => PythonStyle.Holds(Module);

    /// <summary><c>list.append</c>, which CPython shows where a method takes none or one argument.</summary>
    internal string FullName => Type is not null ? $"{Type}.{Name}" : Module is not null ? $"{Module}.{Name}" : Name;
}
