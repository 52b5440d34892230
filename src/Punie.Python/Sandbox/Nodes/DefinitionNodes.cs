using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>Makes a function object; used for <c>def</c>, <c>lambda</c> and generator expressions.</summary>
/// <param name="code">The body.</param>
/// <param name="defaults">One for each parameter in slot order; null where the argument is required.</param>
/// <param name="captured">Slots of the cells that the function takes along.</param>
internal sealed class FunctionNode(FunctionCode code, ExpressionNode?[] defaults, int[] captured) : ExpressionNode
{
    /// <summary>Names and values of annotations; null without any.</summary>
    internal (string Name, ExpressionNode Value)[]? Annotations { get; init; }

    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var values = new PyValue[defaults.Length];
        for (var i = 0; i < values.Length; i++) values[i] = defaults[i]?.Evaluate(ctx, ref locals) ?? default;
        var cells = captured.Length == 0 ? [] : new PyCell[captured.Length];
        for (var i = 0; i < cells.Length; i++) cells[i] = Names.Cell(ref locals, captured[i]);
        var function = new PyFunction(code, values, cells);
        if (Annotations is not null)
        {
            var annotations = new PyDict();
            foreach (var (name, value) in Annotations) annotations.SetText(name, value.Evaluate(ctx, ref locals));
            function.Annotations = annotations;
        }
        return ctx.New(function, 128);
    }
}

/// <summary>
/// Calls the function of a generator expression with its first iterable, turned into an iterator at once.
/// </summary>
internal sealed class GeneratorExpressionNode(FunctionNode function, ExpressionNode iterable, int position)
    : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var source = iterable.Evaluate(ctx, ref locals);
        ctx.Position = position;
        var made = (PyFunction)function.Evaluate(ctx, ref locals).Ref!;
        return ctx.Call(PyValue.Of(made),
            [made.Code.Kind == FunctionKind.Generator ? PyValue.Of(ctx.Iterate(source)) : source]);
    }
}

/// <summary>Applies decorators, innermost first.</summary>
internal sealed class DecoratedNode(ExpressionNode[] decorators, ExpressionNode value, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var functions = new PyValue[decorators.Length];
        for (var i = 0; i < functions.Length; i++) functions[i] = decorators[i].Evaluate(ctx, ref locals);
        var result = value.Evaluate(ctx, ref locals);
        for (var i = functions.Length - 1; i >= 0; i--)
        {
            ctx.Position = position;
            result = ctx.Call(functions[i], [result]);
        }
        return result;
    }
}

/// <summary>What a class statement says besides its body.</summary>
/// <param name="Name">The name.</param>
/// <param name="QualifiedName">With the names around it.</param>
/// <param name="Documentation">The docstring.</param>
/// <param name="Bases">In order.</param>
/// <param name="Keywords">With <c>metaclass</c>.</param>
/// <param name="ClassSlot">Slot of the hidden cell for <c>super()</c>, -1 when no method needs it.</param>
internal sealed record ClassHeader(
    string Name, string QualifiedName, string? Documentation, (ExpressionNode Value, bool IsStarred)[] Bases,
    (string Name, ExpressionNode Value)[] Keywords, int ClassSlot);

/// <summary>Runs a class body in slots of its own and makes the class.</summary>
internal sealed class ClassNode(ClassHeader header, FunctionCode body, int[] captured, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var bases = EvaluateBases(ctx, ref locals, out var written);
        var keywords = new PyDict();
        PyValue metaclass = default;
        foreach (var (name, node) in header.Keywords)
        {
            var value = node.Evaluate(ctx, ref locals);
            if (name == "metaclass") metaclass = value;
            else keywords.SetText(name, value);
        }
        ctx.Position = position;
        var definition = new ClassDefinition(header.Name, bases, new PyDict(), keywords);
        var made = metaclass.IsUnbound
            ? Metaclasses.Choose(ctx, Types.Type, bases) : metaclass.Ref is PyType given ? Metaclasses.Choose(ctx, given, bases)
            : null;
        definition = definition with { Metaclass = made, Namespace = Metaclasses.Prepare(ctx, definition, made) };
        RunBody(ctx, ref locals, definition.Namespace, out var cell);
        ctx.Position = position;
        Modules.Typing.TypeVariables.Note(ctx, definition.Namespace, written);
        if (cell is not null) definition.Namespace.SetText("__classcell__", PyValue.Of(cell));
        if (made is null) return Metaclasses.Call(ctx, metaclass, definition);
        return made.IsUserDefined
            ? Metaclasses.Call(ctx, PyValue.Of(made), definition)
            : PyValue.Of(ClassCreation.Create(ctx, definition));
    }

    private PyType[] EvaluateBases(RunContext ctx, ref PyValue locals, out PyValue[] written)
    {
        if (header.Bases.Length == 0)
        {
            written = [];
            return [Types.Object];
        }
        var values = new List<PyValue>();
        foreach (var (node, isStarred) in header.Bases)
        {
            var value = node.Evaluate(ctx, ref locals);
            ctx.Position = position;
            if (isStarred) values.AddRange(ctx.ToArray(value));
            else values.Add(value);
        }
        written = [.. values];
        var bases = values.ConvertAll(v => Base(ctx, v));
        bases.RemoveAll(b => b == Types.Object && header.Bases.Length > 1);
        if (bases.Count == 0) bases.Add(Types.Object);
        return [.. bases];
    }

    private static PyType Base(RunContext ctx, PyValue value)
    {
        if (value.Ref is PyType type) return type;
        if (value.Ref is PyGenericAlias alias) return alias.Origin;
        if (value.Ref is PyObject other && other.AsBase(ctx) is { } substitute) return substitute;
        throw ctx.TypeError($"bases must be types, not '{value.TypeName}'");
    }

    private void RunBody(RunContext ctx, ref PyValue locals, PyDict members, out PyCell? cell)
    {
        members.SetText("__module__", PyValue.Str("__main__"));
        members.SetText("__qualname__", PyValue.Str(header.QualifiedName));
        if (header.Documentation is not null) members.SetText("__doc__", PyValue.Str(header.Documentation));
        var top = ctx.Top;
        ref var frame = ref body.Reserve(ctx);
        frame = PyValue.Of(members);
        cell = header.ClassSlot >= 0 ? new PyCell(default) : null;
        if (cell is not null) Unsafe.Add(ref frame, header.ClassSlot) = PyValue.Of(cell);
        for (var i = 0; i < captured.Length; i++)
            Unsafe.Add(ref frame, body.FirstFree + i) = Unsafe.Add(ref locals, captured[i]);
        ctx.Position = position;
        ctx.Step();
        ctx.EnterFrame();
        ctx.ThrowRaised(body.Body!.Execute(ctx, ref frame));
        ctx.Leave();
        MemoryMarshal.CreateSpan(ref frame, body.SlotCount).Clear();
        ctx.Top = top;
    }
}

/// <summary>Records <c>name: annotation</c> in a class body, for dataclasses.</summary>
internal sealed class AnnotateNode(string name, ExpressionNode annotation) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var members = (PyDict)locals.Ref!;
        if (members.FindText("__annotations__").Ref is not PyDict annotations)
            members.SetText("__annotations__", PyValue.Of(annotations = new PyDict()));
        annotations.SetText(name, annotation.Evaluate(ctx, ref locals));
        return Signal.Next;
    }
}

/// <summary><c>name: annotation</c> at the top of a program.</summary>
internal sealed class ModuleAnnotateNode(int index, string name, ExpressionNode annotation) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var value = annotation.Evaluate(ctx, ref locals);
        if (ctx.Globals[index].Ref is not PyDict annotations)
            PyValue.Store(ref ctx.Globals[index], PyValue.Of(annotations = ctx.NewDict()));
        annotations.Set(ctx, PyValue.Str(name), value);
        return Signal.Next;
    }
}
