using Punie.Agent.Permissions;

namespace Punie.Agent.CodeMode;

/// <summary>Hears what a program does while it runs. Several tools may report at once.</summary>
public interface ICodeObserver
{
    /// <summary>A tool call began.</summary>
    /// <param name="id">Counts from 1.</param>
    /// <param name="tool">The tool's name.</param>
    /// <param name="call">The call as Python writes it, long values shortened.</param>
    /// <param name="cancellationToken">Stops waiting for a slow listener.</param>
    ValueTask ToolStartedAsync(int id, string tool, string call, CancellationToken cancellationToken);

    /// <summary>A tool call ended.</summary>
    ValueTask ToolFinishedAsync(ToolEnd end, CancellationToken cancellationToken);

    /// <summary>A tool waits for a decision.</summary>
    ValueTask PermissionAskedAsync(PermissionRequest request, CancellationToken cancellationToken);

    /// <summary>An effect was refused.</summary>
    ValueTask PermissionDeniedAsync(string tool, string reason, CancellationToken cancellationToken);

    /// <summary>The program printed; must return at once.</summary>
    void Printed(string text);
}

/// <summary>How a tool call ended.</summary>
/// <param name="Id">That of the start.</param>
/// <param name="Tool">The tool's name.</param>
/// <param name="Duration">Waiting for a permission included.</param>
/// <param name="Success">What the result's <c>success</c> says; true for a result without one.</param>
/// <param name="Problem">Why the tool could not do its work; null when it did, whatever it found.</param>
public sealed record ToolEnd(int Id, string Tool, TimeSpan Duration, bool Success, string? Problem);
