using Punie.Cli.Chat;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>The commands over one terminal.</summary>
/// <param name="terminal">Where the person is.</param>
/// <param name="clock">Measures and waits.</param>
/// <param name="models">Opens models.</param>
/// <param name="workbenches">Opens workspaces.</param>
/// <param name="installation">Where this copy of Punie lives.</param>
/// <param name="cancel">The person's Ctrl-C.</param>
internal sealed class App(
    ITerminal terminal, TimeProvider clock, IModelOpener models, Workbenches workbenches, Installation installation,
    ICancelKey cancel)
    : ICommands
{
    private readonly SessionStores _sessions = new(workbenches.State, clock);

    /// <summary>Runs a command line; what the person can put right is one line, never a stack.</summary>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await new CommandLine(this).InvokeAsync(arguments, terminal, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (UsageException usage)
        {
            terminal.Complain(Cells.Harmless(usage.Message));
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Complain("cancelled");
            return ExitCode.Cancelled;
        }
        finally
        {
            await terminal.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task<int> AskAsync(AskOptions options, CancellationToken cancellationToken) =>
        new AskCommand(terminal, clock, models, workbenches, _sessions).RunAsync(options, cancellationToken);

    /// <inheritdoc/>
    public Task<int> ChatAsync(ChatOptions options, CancellationToken cancellationToken)
    {
        var parts = new ChatParts(terminal, clock, models, _sessions, cancel);
        return new ChatCommand(parts, workbenches).RunAsync(options, cancellationToken);
    }

    /// <inheritdoc/>
    public int Sessions(bool json, string workspace) =>
        new SessionsCommand(terminal, clock, _sessions).List(json, workspace);

    /// <inheritdoc/>
    public int ExportSession(SessionChoice session, bool json, string workspace) =>
        new SessionsCommand(terminal, clock, _sessions).Export(session, json, workspace);

    /// <inheritdoc/>
    public Task<int> RunAsync(RunOptions options, CancellationToken cancellationToken) =>
        new RunCommand(terminal, clock, workbenches).RunAsync(options, cancellationToken);

    /// <inheritdoc/>
    public Task<int> ToolsAsync(ToolsView view, string workspace, CancellationToken cancellationToken) =>
        new ToolsCommand(terminal, clock, workbenches).RunAsync(view, workspace, cancellationToken);

    /// <inheritdoc/>
    public Task<int> McpAsync(bool json, string workspace, CancellationToken cancellationToken) =>
        new McpCommand(terminal, clock, workbenches).RunAsync(json, workspace, cancellationToken);

    /// <inheritdoc/>
    public Task<int> DoctorAsync(bool json, string workspace, CancellationToken cancellationToken) =>
        new DoctorCommand(terminal, workbenches, installation).RunAsync(json, workspace, cancellationToken);

    /// <inheritdoc/>
    public Task<int> TrustAsync(string workspace, bool revoke, CancellationToken cancellationToken) =>
        new TrustCommand(terminal, workbenches.Trust).RunAsync(workspace, revoke, cancellationToken);

    /// <inheritdoc/>
    public int Undo(UndoOptions options) => new UndoCommand(terminal, workbenches).Run(options);

    /// <inheritdoc/>
    public int Train(string recipe, CancellationToken cancellationToken) =>
        new TrainCommand(terminal, installation).Run(recipe, cancellationToken);

    /// <inheritdoc/>
    public Task<int> EvaluateAsync(string suite, string model, string workspace, CancellationToken cancellationToken) =>
        new EvaluateCommand(terminal, clock, models, workbenches).RunAsync(suite, model, workspace, cancellationToken);
}
