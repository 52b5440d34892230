using Punie.Python.Builtins;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Makes classes from class statements and instances from classes.</summary>
internal static class ClassCreation
{
    // No object can be two of these.
    private static readonly PyType[] Layouts =
    [
        Types.Int, Types.Float, Types.Str, Types.Bytes, Types.List, Types.Dict, Types.Set, Types.FrozenSet, Types.Tuple,
        ExceptionTypes.BaseException,
    ];

    internal static PyValue Instantiate(RunContext ctx, PyType type, Arguments arguments)
    {
        if (!type.IsUserDefined)
        {
            if (ReferenceEquals(type, Types.Type) && arguments.Values.Length == 1)
                return PyValue.Of(arguments.Values[0].Type);
            return type.New is { } make
                ? make(ctx, type, arguments)
                : throw ctx.TypeError($"cannot create '{type.Name}' instances");
        }
        if (type.AbstractMethods.Count > 0) throw Abstract(ctx, type);
        var hasNew = type.TryLookupUser("__new__", out var constructor);
        var instance = hasNew
            ? ctx.Call(constructor.Ref is PyStaticMethod plain
                ? plain.Function
                : constructor, new Arguments([PyValue.Of(type), .. arguments.Values], arguments.Keywords))
            : Allocate(ctx, type, arguments);
        if (instance.Ref is not PyObject made || !made.Type.IsSubclassOf(type)) return instance;
        if (made.Type.TryLookupUser("__init__", out var initialize)) Initialize(ctx, instance, initialize, arguments);
        else if (!hasNew && type.Solid is null && arguments.Values.Length > 0)
            throw ctx.TypeError($"{type.Name}() takes no arguments");
        return instance;
    }

    /// <summary><c>object()</c>.</summary>
    internal static PyValue NewObject(RunContext ctx, PyType type, Arguments arguments) =>
        arguments.Values.Length == 0
            ? ctx.New(new PyInstance(type), 96)
            : throw ctx.TypeError($"{type.Name}() takes no arguments");

    /// <summary>As <c>object.__new__</c>: an instance without <c>__init__</c>.</summary>
    internal static PyValue Allocate(RunContext ctx, PyType type, Arguments arguments)
    {
        if (!type.IsUserDefined)
            return type.New is { } make
            ? make(ctx, type, arguments)
            : throw ctx.TypeError($"cannot create '{type.Name}' instances");
        if (type.Solid is not { } solid) return ctx.New(new PyInstance(type), 96);
        if (solid.New is null) throw ctx.TypeError($"cannot create '{type.Name}' instances");
        if (solid.MakesDerivedInstances || solid.IsSubclassOf(ExceptionTypes.BaseException))
            return solid.New(ctx, type, arguments);
        var fillsLater =
            (solid == Types.List || solid.IsSubclassOf(Types.Dict) || solid == Types.Set
            || solid == Modules.Collections.PyDeque.DequeType) && type.TryLookupUser("__init__", out _);
        var payload = fillsLater ? solid.New(ctx, solid, new Arguments([])) : solid.New(ctx, solid, arguments);
        return ctx.New(new PyInstance(type) { Payload = payload }, 96);
    }

    /// <summary>Makes the class that a class statement describes.</summary>
    internal static PyType Create(RunContext ctx, ClassDefinition definition)
    {
        var bases = definition.Bases;
        foreach (var parent in bases)
        {
            if (bases.Count(b => b == parent) > 1) throw ctx.TypeError($"duplicate base class {parent.Name}");
        }
        foreach (var parent in bases)
        {
            if (parent.IsFinal || (!parent.IsUserDefined && parent.New is null && parent.Derive is null))
                throw ctx.TypeError($"type '{parent.Name}' is not an acceptable base type");
        }
        if (bases.Select(b => Array.Find(Layouts, b.IsSubclassOf)).OfType<PyType>().Distinct().Count() > 1)
            throw ctx.TypeError("multiple bases have instance lay-out conflict");
        if (bases.Select(b => b.Derive).FirstOrDefault(d => d is not null) is { } derive)
            return derive(ctx, definition);
        return CreatePlain(ctx, definition);
    }

    /// <summary>As <see cref="Create"/> for types that build on an ordinary class.</summary>
    internal static PyType CreatePlain(RunContext ctx, ClassDefinition definition)
    {
        var order = PyType.Linearize(null, definition.Bases)
            ?? throw ctx.TypeError(
                $"Cannot create a consistent method resolution\norder (MRO) for bases "
                + $"{string.Join(", ", definition.Bases.Select(b => b.Name))}");
        var type = new PyType(definition.Name, "__main__", definition.Bases, order, definition.Metaclass);
        ctx.Meter.Allocated(type, 512);
        Fill(ctx, type, definition.Namespace);
        RestrictToSlots(ctx, type);
        type.InterceptsReads = type.TryLookupUser("__getattribute__", out _);
        type.JoinBases();
        type.TracksAbstractMethods = type.Type.TracksAbstractMethods || type.Mro.Any(t => t.TracksAbstractMethods);
        if (type.TracksAbstractMethods) type.AbstractMethods = FindAbstract(ctx, type);
        if (type.TryLookupAfter(type, "__init_subclass__", out var hook))
        {
            var function = hook.Ref is PyClassMethod wrapped ? wrapped.Function : hook;
            var (values, names) = Calls.Flatten([PyValue.Of(type)], definition.Keywords);
            ctx.Call(function, new Arguments(values, names));
        }
        else if (definition.Keywords.Count > 0)
            throw ctx.TypeError($"{definition.Name}.__init_subclass__() takes no keyword arguments");
        return type;
    }

    /// <summary><c>super().__init__</c> or <c>super().__new__</c> where only built-in classes are left.</summary>
    internal static PyValue InheritedConstructor(RunContext ctx, PyValue self, string name) =>
        name == "__new__" ? PyValue.Of(MakeNew()) : PyValue.Of(new PyMethod(self, PyValue.Of(MakeInitialize())));

    /// <summary><c>list.__init__</c> or <c>object.__new__</c>, taken from the class.</summary>
    internal static PyValue UnboundConstructor(RunContext ctx, PyType type, string name) =>
        PyValue.Of(name == "__new__" ? MakeNew() : MakeInitialize());

    private static NativeFunction MakeNew() => new("__new__", "cls, /, *args, **kwargs", (ctx, a) =>
    {
        if (a[0].Ref is not PyType type)
            throw ctx.TypeError($"object.__new__(X): X is not a type object ({a[0].TypeName})");
        if (type.AbstractMethods.Count > 0) throw Abstract(ctx, type);
        var (values, names) = Calls.Flatten(((PyTuple)a[1].Ref!).Items, (PyDict)a[2].Ref!);
        return Allocate(ctx, type, new Arguments(values, names));
    });

    private static NativeFunction MakeInitialize() => new("__init__", "self, /, *args, **kwargs", (ctx, a) =>
    {
        var (values, names) = Calls.Flatten(((PyTuple)a[1].Ref!).Items, (PyDict)a[2].Ref!);
        if (a[0].Ref is PyInstance { Payload.Ref: PyList or PyDict or PySet or Modules.Collections.PyDeque } instance
            && instance.Type.Solid is { New: not null } solid)
        {
            var filled = solid.New(ctx, solid, new Arguments(values, names));
            instance.Payload = filled;
        }
        else if (values.Length > 0 && a[0].Ref is PyInstance { Payload.IsUnbound: true, Type.Solid: null })
        {
            throw ctx.TypeError("object.__init__() takes exactly one argument (the instance to initialize)");
        }
        return PyValue.None;
    });

    private static void Initialize(RunContext ctx, PyValue instance, PyValue method, Arguments arguments)
    {
        var result = method.Ref is PyFunction
            ? ctx.Call(method, new Arguments([instance, .. arguments.Values], arguments.Keywords))
            : ctx.Call(Attributes.Bind(ctx, method, instance, instance.Type), arguments);
        if (!result.IsNone) throw ctx.TypeError($"__init__() should return None, not '{result.TypeName}'");
    }

    private static void Fill(RunContext ctx, PyType type, PyDict body)
    {
        var position = 0;
        while (body.NextEntry(ref position, out var key, out var value))
        {
            var name = key.Text;
            if (value.Ref is PyFunction && name is "__new__") value = PyValue.Of(new PyStaticMethod(value));
            if (value.Ref is PyFunction && name is "__init_subclass__" or "__class_getitem__")
                value = PyValue.Of(new PyClassMethod(value));
            if (name == "__qualname__" && value.Ref is string qualified)
            {
                type.QualifiedName = qualified;
                continue;
            }
            if (name == "__classcell__" && value.Ref is PyCell cell)
            {
                cell.Value = PyValue.Of(type);
                continue;
            }
            type.Define(name, value);
        }
        // Equality of its own takes away the hash that it would inherit.
        if (type.OwnAttributes.ContainsKey("__eq__") && !type.OwnAttributes.ContainsKey("__hash__"))
            type.Define("__hash__", PyValue.None);
        position = 0;
        while (body.NextEntry(ref position, out var key, out var value))
        {
            if (value.Ref is PyProperty property) property.Name = key.Text;
            if (value.Ref is PyInstance instance) instance.Special(ctx, "__set_name__", [PyValue.Of(type), key], out _);
        }
    }

    /// <summary>Applies <c>__slots__</c>, where the class has it.</summary>
    internal static void RestrictToSlots(RunContext ctx, PyType type)
    {
        if (!type.OwnAttributes.TryGetValue("__slots__", out var slots)) return;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in slots.Ref is string one ? [PyValue.Str(one)] : ctx.ToArray(slots))
        {
            var slot = ctx.Str(name);
            names.Add(slot);
            if (slot is "__dict__" or "__weakref__") continue;
            if (type.OwnAttributes.ContainsKey(slot))
                throw ctx.ValueError($"{StringText.Repr(slot)} in __slots__ conflicts with class variable");
            type.Define(slot, PyValue.Of(new PySlotMember(type, slot)));
        }
        foreach (var parent in type.Mro.Skip(1).Where(t => t.IsUserDefined))
        {
            if (parent.AttributeNamesAllowed is not { } inherited) return;
            names.UnionWith(inherited);
        }
        if (!names.Contains("__dict__") && (type.Solid is null || type.Solid != ExceptionTypes.BaseException))
            type.AttributeNamesAllowed = names;
    }

    private static List<string> FindAbstract(RunContext ctx, PyType type)
    {
        var names = type.Mro.SelectMany(t => t.TracksAbstractMethods ? t.OwnAttributes.Keys : [])
            .Distinct(StringComparer.Ordinal);
        return [.. names.Where(n => type.TryLookup(n, out var value) && IsAbstract(ctx, value))
            .Order(StringComparer.Ordinal)];
    }

    private static bool IsAbstract(RunContext ctx, PyValue value)
    {
        var function = value.Ref switch
        {
            PyProperty property => property.Getter,
            PyStaticMethod method => method.Function,
            PyClassMethod method => method.Function,
            _ => value,
        };
        return function.Ref is PyFunction
            && ctx.FindAttribute(function, "__isabstractmethod__") is { IsUnbound: false } mark && ctx.Truth(mark);
    }

    private static PyRaise Abstract(RunContext ctx, PyType type)
    {
        var plural = type.AbstractMethods.Count == 1 ? "" : "s";
        return ctx.TypeError(
            $"Can't instantiate abstract class {type.Name} with abstract method{plural} "
            + $"{string.Join(", ", type.AbstractMethods)}");
    }
}
