using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;

namespace Punie.Agent.Tests.Tools.Mcp;

/// <summary>Hears everything and says nothing.</summary>
internal sealed class SilentObserver : ICodeObserver
{
    public ValueTask ToolStartedAsync(int id, string tool, string call, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    public ValueTask ToolFinishedAsync(ToolEnd end, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask PermissionAskedAsync(PermissionRequest request, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    public ValueTask PermissionDeniedAsync(string tool, string reason, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    public void Printed(string text)
    {
    }
}
