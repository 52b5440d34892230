using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>How a statement ended. What comes behind <c>Continue</c> leaves a loop.</summary>
internal enum Signal
{
    Next,
    Continue,
    Break,

    /// <summary>The value is in <see cref="RunContext.ReturnValue"/>.</summary>
    Return,

    /// <summary>
    /// A <c>raise</c> statement, on its way to a <c>try</c> of the same function without the cost of a throw; the
    /// exception is <see cref="RunContext.Raised"/>. Whoever runs a function's body throws it on.
    /// </summary>
    Raise,

    /// <summary>A <c>yield</c> or <c>await</c>: run the function's body again to go on.</summary>
    Suspend,
}

/// <summary>An expression that was compiled once and evaluates itself.</summary>
/// <remarks>Nodes are shared by all runs of a program: they hold no state of a run besides caches that may be lost.
/// <c>locals</c> is the first slot of the active function. Set <see cref="RunContext.Position"/> before anything that
/// can raise.</remarks>
internal abstract class ExpressionNode
{
    internal abstract PyValue Evaluate(RunContext ctx, ref PyValue locals);

    /// <summary>The truth of the value; comparisons answer without making one.</summary>
    internal virtual bool Test(RunContext ctx, ref PyValue locals) => ctx.Truth(Evaluate(ctx, ref locals));
}

/// <summary>A statement that was compiled once and executes itself.</summary>
internal abstract class StatementNode
{
    internal abstract Signal Execute(RunContext ctx, ref PyValue locals);
}
