using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;

namespace Punie.Agent.Tests.CodeMode;

/// <summary>Hears nothing.</summary>
internal sealed class SilentObserver : ICodeObserver
{
    public ValueTask ToolStartedAsync(int id, string tool, string call, CancellationToken cancellationToken) => default;

    public ValueTask ToolFinishedAsync(ToolEnd end, CancellationToken cancellationToken) => default;

    public ValueTask PermissionAskedAsync(PermissionRequest request, CancellationToken cancellationToken) => default;

    public ValueTask PermissionDeniedAsync(string tool, string reason, CancellationToken cancellationToken) => default;

    public void Printed(string text)
    {
    }
}
