using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Python.Sandbox;

namespace Punie.Agent.CodeMode;

/// <summary>
/// Runs programs over the tools: each call is observed and asks the permission gate where it has an effect.
/// </summary>
/// <param name="tools">What a program may call.</param>
/// <param name="context">The doors and the gate.</param>
/// <param name="limits">What one program may spend.</param>
/// <param name="clock">Measures tool calls and feeds the program's own clock.</param>
public sealed class CodeRunner(ToolCatalog tools, ToolContext context, SandboxLimits limits, TimeProvider clock)
{
    /// <summary>What a program may call.</summary>
    public ToolCatalog Tools { get; } = tools;

    /// <summary>What one program may spend.</summary>
    public SandboxLimits Limits { get; } = limits.Checked();

    /// <summary>The doors and the gate.</summary>
    internal ToolContext Context => context;

    /// <summary>Groups what is written from now on, so that it can be undone together.</summary>
    /// <param name="label">What the person asked for.</param>
    public void BeginTurn(string label) => context.Workspace.BeginTurn(label);

    /// <summary>
    /// Runs a program to its end, a limit or the cancellation, which is an outcome and not an exception.
    /// </summary>
    public async Task<CodeRun> RunAsync(string source, ICodeObserver observer, CancellationToken cancellationToken)
    {
        var gate = context.Permissions.ForProgram(
            () => ProgramPreviews.Of(source, Tools, context.Workspace), observer.ProgramDecidedAsync);
        var calls = Observed(observer, gate);
        var functions = Tools.Callable.Select(tool => ToolHostFunction.Create(tool, calls.InvokeAsync)).ToList();
        var program = SandboxProgram.Compile(source, functions, Limits);
        var options = new RunOptions { Clock = clock, OnOutput = observer.Printed };
        var outcome = await program.RunAsync(options, cancellationToken).ConfigureAwait(false);
        return new CodeRun(outcome, calls.Problems) { Results = calls.Results };
    }

    /// <summary>Runs single calls with the observation and the gate that programs have.</summary>
    internal ObservedCalls Observed(ICodeObserver observer) => Observed(observer, context.Permissions);

    private ObservedCalls Observed(ICodeObserver observer, IPermissionGate gate) =>
        new(context with { Permissions = new ObservedGate(gate, observer) }, new RunJournal(observer, clock));
}
