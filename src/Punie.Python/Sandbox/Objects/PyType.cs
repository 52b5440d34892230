using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Objects;

/// <summary>Makes an instance of the class, or of a subclass that a program derived from it.</summary>
internal delegate PyValue NativeNew(RunContext ctx, PyType type, Arguments arguments);

/// <summary>
/// Makes the class object for <c>class Name(ThisType): …</c>, for types such as <c>Enum</c> that build their own.
/// </summary>
internal delegate PyType NativeDerive(RunContext ctx, ClassDefinition definition);

/// <summary>What a class statement has gathered.</summary>
/// <param name="Name">The class name.</param>
/// <param name="Bases">One or more.</param>
/// <param name="Namespace">What the body bound, in order.</param>
/// <param name="Keywords">Keyword arguments of the class line, without <c>metaclass</c>.</param>
internal sealed record ClassDefinition(string Name, PyType[] Bases, PyDict Namespace, PyDict Keywords)
{
    /// <summary>The class of the new class; <c>type</c> when null.</summary>
    internal PyType? Metaclass { get; init; }
}

/// <summary>A class. Native ones are shared by all runs and cannot be changed by a program.</summary>
internal sealed partial class PyType : PyObject
{
    private readonly NameTable _attributes = new();

    private PyType(string name, string module, PyType[] bases) : base(null!)
    {
        Name = name;
        Module = module;
        Bases = bases;
        Mro = Linearize(this, bases) ?? [this];
        New = bases.Length > 0 ? bases[0].New : null;
        Type = Types.TypeOrNull ?? this;
    }

    /// <summary>A class made by a program.</summary>
    internal PyType(string name, string module, PyType[] bases, PyType[] mroBehindSelf, PyType? metaclass = null)
        : base(metaclass ?? Types.Type)
    {
        Name = name;
        Module = module;
        Bases = bases;
        IsUserDefined = true;
        Mro = [this, .. mroBehindSelf];
        foreach (var type in mroBehindSelf)
        {
            New ??= type.New;
            Derive ??= type.Derive;
            Solid ??= type.IsUserDefined ? type.Solid : type == Types.Object ? null : type;
        }
    }

    internal string Name { get; set; }

    internal string Module { get; set; }

    /// <summary>With the module where CPython shows it.</summary>
    internal string DisplayName => Module == "builtins" ? Name : $"{Module}.{QualifiedName}";

    /// <summary>As errors name it: with the module for the types that CPython implements in C.</summary>
    internal string ErrorName => !IsUserDefined && IsWrittenInC ? $"{Module}.{Name}" : Name;

    private bool IsWrittenInC => (Module, Name) switch
    {
        ("builtins", _) => false,
        ("datetime" or "itertools" or "decimal" or "operator" or "types", _) => true,
        ("re", "Pattern" or "Match") or ("functools", "partial" or "_lru_cache_wrapper" or "KeyWrapper") => true,
        _ => Module == "collections" && Name is "deque" or "defaultdict" or "OrderedDict",
    };

    internal string QualifiedName { get => field ?? Name; set; }

    internal PyType[] Bases { get; }

    /// <summary>This type first, <c>object</c> last.</summary>
    internal PyType[] Mro { get; }

    internal bool IsUserDefined { get; }

    /// <summary>
    /// The native type other than <c>object</c> that instances of this user-defined class must contain; or null.
    /// </summary>
    internal PyType? Solid { get; }

    /// <summary>Null where instances cannot be made by calling the type.</summary>
    internal NativeNew? New { get; set; }

    /// <summary><see cref="New"/> where calling the type does nothing else; else null.</summary>
    internal NativeNew? DirectNew =>
        IsUserDefined || Protocols is not null || ReferenceEquals(this, Types.Type) ? null : New;

    internal NativeDerive? Derive { get; set; }

    /// <summary>Changes with every change to the class or one of its bases.</summary>
    internal int Version { get; private set; }

    internal NameTable OwnAttributes => _attributes;

    /// <summary>A type shared by all runs.</summary>
    internal static PyType Native(string name, string module = "builtins", params PyType[] bases) =>
        new(name, module, bases.Length > 0 || Types.ObjectOrNull is null ? bases : [Types.Object]);

    /// <summary>Closes the circle of <c>type</c> and <c>object</c>.</summary>
    internal PyType AsMetatypeOf(PyType other)
    {
        other.Type = this;
        return this;
    }

    internal bool IsSubclassOf(PyType other)
    {
        if (ReferenceEquals(this, other)) return true;
        foreach (var type in Mro)
        {
            if (ReferenceEquals(type, other)) return true;
        }
        return false;
    }

    /// <summary>Looks along the method resolution order.</summary>
    internal bool TryLookup(string name, out PyValue value)
    {
        foreach (var type in Mro)
        {
            if (type._attributes.TryGetValue(name, out value)) return true;
        }
        value = default;
        return false;
    }

    /// <summary>Looks in classes that a program wrote, before any native one.</summary>
    internal bool TryLookupUser(string name, out PyValue value)
    {
        foreach (var type in Mro)
        {
            if (type.IsUserDefined && type._attributes.TryGetValue(name, out value)) return true;
        }
        value = default;
        return false;
    }

    /// <summary>Looks behind <paramref name="after"/> in the order, as <c>super()</c> does.</summary>
    internal bool TryLookupAfter(PyType after, string name, out PyValue value)
    {
        var index = Array.IndexOf(Mro, after) + 1;
        for (; index < Mro.Length; index++)
        {
            if (Mro[index]._attributes.TryGetValue(name, out value)) return true;
        }
        value = default;
        return false;
    }

    /// <summary>Sets an attribute of the class itself.</summary>
    internal void Define(string name, PyValue value)
    {
        _attributes[name] = value;
        Version++;
    }

    /// <summary>Adds native methods; called once for each type from the explicit list in <c>Builtins</c>.</summary>
    internal PyType Define(params NativeFunction[] methods)
    {
        foreach (var method in methods)
        {
            method.Owner = this;
            Define(method.Name, PyValue.Of(method));
        }
        return this;
    }

    internal bool Remove(string name)
    {
        Version++;
        return _attributes.Remove(name);
    }

    internal IEnumerable<string> AllNames() => Mro.SelectMany(t => t._attributes.Keys).Distinct(StringComparer.Ordinal);

    /// <summary>C3 linearisation; null when the bases cannot be put in order.</summary>
    internal static PyType[]? Linearize(PyType? self, PyType[] bases)
    {
        var lists = bases.Select(b => new List<PyType>(b.Mro)).Append([.. bases]).ToList();
        var order = new List<PyType>();
        if (self is not null) order.Add(self);
        while (lists.Exists(l => l.Count > 0))
        {
            var next = lists.Where(l => l.Count > 0).Select(l => l[0])
                .FirstOrDefault(head => !lists.Exists(l => l.IndexOf(head) > 0));
            if (next is null) return null;
            order.Add(next);
            foreach (var list in lists) list.Remove(next);
        }
        return [.. order];
    }
}
