using Punie.Python.Sandbox.Nodes;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>Turns syntax into nodes, once for each program. Partial by the kind of syntax.</summary>
internal sealed partial class Compiler
{
    private readonly ProgramUnit _unit;
    private readonly Dictionary<Node, Scope> _scopes;
    private readonly int _maxDepth;
    private Scope _scope;
    private int _depth;
    private CancellationToken _cancellation;

    private Compiler(ProgramUnit unit, ScopeTree scopes, int maxDepth)
    {
        _unit = unit;
        _scopes = scopes.Inner;
        _scope = scopes.Module;
        _maxDepth = maxDepth;
    }

    /// <summary>Compiles a module that has no syntax errors.</summary>
    internal static void Compile(ProgramUnit unit, Module module, int maxDepth, CancellationToken cancellation)
    {
        var scopes = Binder.Bind(module);
        cancellation.ThrowIfCancellationRequested();
        unit.KeepsAnnotationsAsText =
            module.Body.Any(s =>
                s is ImportFromStatement { Module.Text: "__future__" } future
                && future.Names.Any(n => n.Name.Text == "annotations"));
        var compiler = new Compiler(unit, scopes, maxDepth) { _cancellation = cancellation };
        var body = new FunctionCode("<module>", "<module>", new ParameterLayout([], 0, 0, false, false))
        {
            Kind = scopes.Module.HasAwait ? FunctionKind.Coroutine : FunctionKind.Plain,
        };
        body.Body = scopes.Module.HasAwait ? compiler.Resumable(module.Body) : compiler.Block(module.Body);
        body.SlotCount = scopes.Module.SlotCount;
        unit.Body = body;
    }

    /// <summary>Compiles source of our own modules: a function whose names are its variables and built-ins.</summary>
    internal static FunctionNode CompileLibrary(ProgramUnit unit, FunctionStatement function)
    {
        var scopes = Binder.Bind(new Module(function.Span, [function]));
        return (FunctionNode)new Compiler(unit, scopes, int.MaxValue).Function(function);
    }

    // Code of our own modules has no place in the program's source.
    private int At(Node node) => At(node.Span);

    private int At(Syntax.TextSpan span) => _unit.IsLibrary ? RunContext.NoPosition : span.Start;

    private void Descend()
    {
        if (++_depth > _maxDepth) throw new StopException(Limit.Nesting);
    }

    private ExpressionNode Name(string name, int position)
    {
        name = _scope.Mangle(name);
        var symbol = _scope.Resolve(name);
        ExpressionNode outer = symbol is null && _unit.IsLibrary ? new ConstantNode(_unit.Builtin(name))
            : symbol is null ? new GlobalNode(_unit.GlobalIndex(name), name, _unit.Builtin(name), position)
            : Variable(symbol, name, position);
        return _scope.Kind == ScopeKind.Class && !_scope.DeclaredGlobal.Contains(name)
            && !_scope.DeclaredNonlocal.Contains(name)
            ? new ClassNameNode(name, outer)
            : outer;
    }

    private ExpressionNode Variable(Symbol symbol, string name, int position)
    {
        if (!ReferenceEquals(symbol.Scope.Frame, _scope.Frame))
            return new CellNode(_scope.Frame.FreeSlot(symbol), name, isFree: true, position);
        return symbol.IsCaptured
            ? new CellNode(symbol.Slot, name, isFree: false, position)
            : new LocalNode(symbol.Slot, name, position);
    }

    private TargetNode NameTarget(string name, int position)
    {
        name = _scope.Mangle(name);
        if (_scope.Kind == ScopeKind.Class && !_scope.DeclaredGlobal.Contains(name)
            && !_scope.DeclaredNonlocal.Contains(name)) return new ClassTarget(name, position);
        if (_scope.Resolve(name) is not { } symbol) return new GlobalTarget(_unit.GlobalIndex(name), name, position);
        if (!ReferenceEquals(symbol.Scope.Frame, _scope.Frame))
            return new CellTarget(_scope.Frame.FreeSlot(symbol), name, position);
        return symbol.IsCaptured
            ? new CellTarget(symbol.Slot, name, position)
            : new LocalTarget(symbol.Slot, name, position);
    }

    private TargetNode Target(Expression target) => target switch
    {
        NameExpression e => NameTarget(e.Name, At(e)),
        AttributeExpression e => new AttributeTarget(Expression(e.Value), _scope.Mangle(e.Name.Text), At(e.Name.Span)),
        SubscriptExpression e =>
            Operands.Pair<SubscriptTargetMaker, TargetNode>(new SubscriptTargetMaker(At(e)), Expression(e.Value),
            Expression(e.Index)),
        TupleExpression e => Unpack(e.Elements, At(e)),
        ListExpression e => Unpack(e.Elements, At(e)),
        StarredExpression e => Target(e.Value),
        TemporaryExpression e => new LocalTarget(e.Slot, "", At(e)),
        _ => throw new CompileException($"cannot assign to {target.Kind}", target.Span),
    };

    private UnpackTarget Unpack(IReadOnlyList<Expression> elements, int position)
    {
        var star = -1;
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i] is StarredExpression) star = i;
        }
        return new UnpackTarget([.. elements.Select(Target)], star, position);
    }

    /// <summary>Slots of the active function whose cells an inner one takes along.</summary>
    private int[] Captured(Scope inner)
    {
        var slots = new int[inner.Free.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            var symbol = inner.Free[i];
            slots[i] = ReferenceEquals(symbol.Scope.Frame, _scope.Frame) ? symbol.Slot : _scope.Frame.FreeSlot(symbol);
        }
        return slots;
    }
}

/// <summary>
/// A slot that the compiler made for a value that was computed before; stands in syntax that was taken apart.
/// </summary>
internal sealed class TemporaryExpression(Syntax.TextSpan span, int slot) : Expression(span)
{
    internal int Slot { get; } = slot;

    public override string Kind => "Temporary";
}
