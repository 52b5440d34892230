using System.Collections.Concurrent;
using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;

namespace Punie.Agent.Tests.CodeMode;

/// <summary>Hears everything, says nothing, and keeps what is said about progress and whole programs.</summary>
internal sealed class SilentObserver : ICodeObserver
{
    public ConcurrentQueue<string> Progress { get; init; } = new();

    public List<(ProgramAnswer Answer, Decider By)> Programs { get; } = [];

    public ValueTask ToolStartedAsync(int id, string tool, string call, CancellationToken cancellationToken) => default;

    public ValueTask ToolFinishedAsync(ToolEnd end, CancellationToken cancellationToken) => default;

    public ValueTask PermissionAskedAsync(PermissionRequest request, CancellationToken cancellationToken) => default;

    public ValueTask PermissionDecidedAsync(
        string tool, PermissionDecision decision, CancellationToken cancellationToken) => default;

    public ValueTask ProgramDecidedAsync(ProgramAnswer answer, Decider by, CancellationToken cancellationToken)
    {
        Programs.Add((answer, by));
        return default;
    }

    public void ToolProgressed(int id, string tool, string words) => Progress.Enqueue($"{tool}: {words}");

    public void Printed(string text)
    {
    }
}
