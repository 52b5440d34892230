namespace Punie.Cli.Commands;

/// <summary>What the command line can ask for; each gives the exit code.</summary>
internal interface ICommands
{
    /// <summary><c>punie ask</c>.</summary>
    Task<int> AskAsync(AskOptions options, CancellationToken cancellationToken);

    /// <summary><c>punie chat</c>.</summary>
    Task<int> ChatAsync(ChatOptions options, CancellationToken cancellationToken);

    /// <summary><c>punie sessions</c>.</summary>
    int Sessions(bool json, string workspace);

    /// <summary><c>punie sessions export</c>.</summary>
    int ExportSession(SessionChoice session, bool json, string workspace);

    /// <summary><c>punie run</c>.</summary>
    Task<int> RunAsync(RunOptions options, CancellationToken cancellationToken);

    /// <summary><c>punie tools</c> and its commands.</summary>
    Task<int> ToolsAsync(ToolsView view, string workspace, CancellationToken cancellationToken);

    /// <summary><c>punie mcp</c>.</summary>
    Task<int> McpAsync(bool json, string workspace, CancellationToken cancellationToken);

    /// <summary><c>punie doctor</c>.</summary>
    Task<int> DoctorAsync(bool json, string workspace, CancellationToken cancellationToken);

    /// <summary><c>punie trust</c>.</summary>
    Task<int> TrustAsync(string workspace, bool revoke, CancellationToken cancellationToken);

    /// <summary><c>punie undo</c>.</summary>
    int Undo(UndoOptions options);

    /// <summary><c>punie train</c>.</summary>
    int Train(string recipe, CancellationToken cancellationToken);

    /// <summary><c>punie evaluate</c>.</summary>
    Task<int> EvaluateAsync(string suite, string model, string workspace, CancellationToken cancellationToken);
}
