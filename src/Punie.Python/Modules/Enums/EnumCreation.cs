using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Enums;

/// <summary>Makes enumeration classes and their members.</summary>
internal static class EnumCreation
{
    private const string MembersName = "_member_map_";

    internal static readonly ClassProtocols Protocols = new()
    {
        Repr = type => $"<enum '{type.QualifiedName}'>",
        Iterate = (ctx, type) => ctx.Iterate(ctx.NewList([.. Unique(type)])),
        Length = type => PyValue.Int(Unique(type).Count()),
        Contains = Contains,
        NoAttribute = (type, name) => name,
        CheckDelete = KeepMember,
        GetItem = (ctx, type, key) =>
            Members(type).Find(ctx, key) is { IsUnbound: false } member ? member : throw ctx.KeyError(key),
        Call = Call,
        CheckSet = (ctx, type, name) =>
        {
            if (!Members(type).FindText(name).IsUnbound)
                throw ctx.AttributeError($"cannot reassign member {StringText.Repr(name)}", PyValue.Of(type), name);
        },
    };

    /// <summary>All members by name, aliases too.</summary>
    internal static PyDict Members(PyType type) =>
        type.TryLookup(MembersName, out var members) && members.Ref is PyDict known ? known : new PyDict();

    internal static PyType Derive(RunContext ctx, ClassDefinition definition)
    {
        foreach (var parent in definition.Bases)
        {
            if (Members(parent).Count > 0)
                throw ctx.TypeError($"<enum '{definition.Name}'> cannot extend {ctx.Repr(PyValue.Of(parent))}");
        }
        var plain = new PyDict();
        var members = new List<(string Name, PyValue Value)>();
        var ignored = definition.Namespace.FindText("_ignore_") is { IsUnbound: false } list
            ? list.Ref is string one ? one.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) : [.. ctx.ToArray(list).Select(ctx.Str)]
            : [];
        foreach (var (key, value) in definition.Namespace.ToPairs())
        {
            if (ignored.Contains(key.Text)) continue;
            if (IsMember(key.Text, value)) members.Add((key.Text, value));
            else plain.Set(ctx, key, value);
        }
        var type = ClassCreation.CreatePlain(ctx, definition with { Namespace = plain });
        type.Protocols = Protocols;
        type.Define(MembersName, PyValue.Of(new PyDict()));
        type.Define("__members__", PyValue.Of(Members(type)));
        foreach (var (name, value) in members)
        {
            ctx.Step();
            if (value.Ref is PyAuto auto) auto.Value = Next(ctx, type, name);
            AddMember(ctx, type, name,
                value.Ref switch
                {
                    PyAuto made => made.Value,
                    PyMember given => given.Value,
                    PyAutoExpression expression => expression.Evaluate(ctx),
                    _ => value
                });
        }
        type.Define("_member_names_", ctx.NewList([.. Unique(type).Select(m => EnumModule.Own(m, "_name_"))]));
        var byValue = ctx.NewDict();
        foreach (var member in Members(type).ToPairs().Select(p => p.Value))
        {
            var value = EnumModule.Own(member, "_value_");
            Remember(ctx, byValue, value, member);
        }
        type.Define("_value2member_map_", PyValue.Of(byValue));
        return type;
    }

    // A value that cannot be hashed is found by comparing.
    private static void Remember(RunContext ctx, PyDict byValue, PyValue value, PyValue member)
    {
        var mark = ctx.Mark();
        try
        {
            byValue.Set(ctx, value, member);
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(Builtins.ExceptionTypes.TypeError))
        {
            ctx.Unwind(mark);
        }
    }

    internal static bool TryByValue(RunContext ctx, PyType type, PyValue value, out PyValue member)
    {
        foreach (var (_, candidate) in Members(type).ToPairs())
        {
            ctx.Step();
            if (!ctx.AreSame(EnumModule.Own(candidate, "_value_"), value)) continue;
            member = candidate;
            return true;
        }
        member = default;
        return false;
    }

    /// <summary>A new member, not yet in the class.</summary>
    internal static PyValue MakeMember(RunContext ctx, PyType type, string name, PyValue value)
    {
        var member = new PyInstance(type);
        var parts = value.Ref is PyTuple tuple ? tuple.Items : [value];
        if (type.TryLookupUser("__new__", out var create))
        {
            var made =
                ctx.Call(create.Ref is PyStaticMethod plain ? plain.Function : create, [PyValue.Of(type), .. parts]);
            if (made.Ref is PyInstance own && own.Type == type)
            {
                member = own;
                if (own.FindOwn("_value_") is { IsUnbound: false } given) value = given;
            }
        }
        else if (type.Solid is { } solid)
        {
            member.Payload = solid == Types.Tuple
                ? ctx.Call(PyValue.Of(solid), [value])
                : ctx.Call(PyValue.Of(solid), parts);
            if (value.Ref is not PyTuple) value = member.Payload;
        }
        var text = PyValue.Str(name);
        foreach (var (attribute, own) in new[] { ("_name_", text), ("_value_", value), ("name", text),
            ("value", value) }) member.SetOwn(ctx, attribute, own);
        ctx.Meter.Allocated(member, 256);
        if (type.TryLookupUser("__init__", out _)) ctx.Call(ctx.GetAttribute(member.AsValue, "__init__"), parts);
        return member.AsValue;
    }

    // Aliases are left out; so are combinations in a flag class.
    internal static IEnumerable<PyValue> Unique(PyType type)
    {
        var isFlag = Flags.IsFlag(type);
        return Members(type).ToPairs().Where(p => EnumModule.Own(p.Value, "_name_").Ref as string == p.Key.Text)
            .Select(p => p.Value)
            .Where(m =>
                !isFlag || EnumModule.Own(m, "_value_") is { IsInt: false }
                || long.PopCount(EnumModule.Own(m, "_value_").Bits) == 1);
    }

    private static bool Contains(RunContext ctx, PyType type, PyValue item)
    {
        if (item.Ref is PyInstance) return item.Type.IsSubclassOf(type);
        throw ctx.TypeError($"unsupported operand type(s) for 'in': '{item.TypeName}' and 'EnumType'");
    }

    private static void KeepMember(RunContext ctx, PyType type, string name)
    {
        if (!Members(type).FindText(name).IsUnbound)
            throw ctx.AttributeError($"'{type.Name}' cannot delete member '{name}'.", PyValue.Of(type), name);
    }

    private static bool IsMember(string name, PyValue value)
    {
        if (name is ['_', '_', .., '_', '_'] || name is ['_', .., '_']
            || name.StartsWith("__", StringComparison.Ordinal)) return false;
        return value.Ref is not (PyFunction or PyNonMember or PyProperty or PyStaticMethod or PyClassMethod
            or Classes.PyCachedProperty);
    }

    private static void AddMember(RunContext ctx, PyType type, string name, PyValue value)
    {
        var members = Members(type);
        if (!TryByValue(ctx, type, value, out var member)) member = MakeMember(ctx, type, name, value);
        members.Set(ctx, PyValue.Str(name), member);
        type.Define(name, member);
    }

    private static PyValue Next(RunContext ctx, PyType type, string name)
    {
        var members = Members(type).ToPairs();
        if (type.TryLookupUser("_generate_next_value_", out var generate))
        {
            var function = generate.Ref is PyStaticMethod method ? method.Function : generate;
            var values = ctx.NewList([.. members.Select(m => EnumModule.Own(m.Value, "_value_"))]);
            return ctx.Call(function, [PyValue.Str(name), PyValue.Int(1), PyValue.Int(members.Length), values]);
        }
        if (type.Solid == Types.Str) return PyValue.Str(name.ToLowerInvariant());
        var highest = members.Select(m => EnumModule.Own(m.Value, "_value_")).Where(v => v.IsInt).Select(v => v.Bits)
            .DefaultIfEmpty(0).Max();
        var isFlag = Flags.IsFlag(type);
        return PyValue.Int(!isFlag ? highest + 1 : highest <= 0 ? 1 : 1L << ((int)long.Log2(highest) + 1));
    }

    private static PyValue Call(RunContext ctx, PyType type, Arguments arguments)
    {
        if (Members(type).Count == 0 && arguments.PositionalCount >= 2) return Functional(ctx, type, arguments);
        if (arguments.Values.Length != 1)
            throw ctx.TypeError(arguments.Values.Length == 0
            ? "EnumType.__call__() missing 1 required positional argument: 'value'"
            : $"{type.Name}.__call__() takes exactly one value ({arguments.Values.Length} given)");
        var value = arguments.Values[0];
        if (value.Type == type) return value;
        if (TryByValue(ctx, type, value, out var member)) return member;
        if (Flags.IsFlag(type)) return Flags.Composite(ctx, type, value);
        if (type.TryLookupUser("_missing_", out var missing))
        {
            var found = ctx.Call(Attributes.Bind(ctx, missing, default, type), [value]);
            if (!found.IsNone) return found;
        }
        throw ctx.ValueError($"{ctx.Repr(value)} is not a valid {type.QualifiedName}");
    }

    private static PyValue Keyword(Arguments arguments, string name)
    {
        var index = Array.IndexOf(arguments.Keywords ?? [], name);
        return index < 0 ? default : arguments.KeywordValue(index);
    }

    // Enum("Color", "RED GREEN"), with names in a text, a list, or a dict with values.
    private static PyValue Functional(RunContext ctx, PyType type, Arguments arguments)
    {
        var body = new PyDict();
        var names = ctx.Unwrap(arguments.Values[1]);
        if (names.Ref is PyDict dict) body.Update(ctx, dict);
        else
        {
            var parts = names.Ref is string text
                ? text.Replace(',', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .Select(n => PyValue.Str(n))
                : ctx.ToArray(names);
            var index = Keyword(arguments, "start") is { IsInt: true } start ? start.Bits - 1 : 0;
            var isFlag = Flags.IsFlag(type);
            foreach (var part in parts)
            {
                ctx.Step();
                if (part.Ref is PyTuple { Count: 2 } pair) body.Set(ctx, pair.Items[0], pair.Items[1]);
                else body.Set(ctx, part, PyValue.Int(isFlag ? 1L << (int)Math.Min(index++, 62) : ++index));
            }
        }
        var stranger = Array.Find(body.ToPairs(), p => p.Key.Ref is not string);
        if (!stranger.Key.IsUnbound)
            throw ctx.TypeError($"the name of a member must be a str, not '{stranger.Key.TypeName}'");
        return PyValue.Of(Derive(ctx, new ClassDefinition(ctx.Str(arguments.Values[0]), [type], body, new PyDict())));
    }
}
