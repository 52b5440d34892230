using Punie.Agent.Permissions;
using Punie.Agent.Tools;

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

    /// <summary>
    /// A call showed an edit that it did not write. Who only runs programs does nothing with it: they can write
    /// themselves.
    /// </summary>
    ValueTask EditOfferedAsync(OfferedEdit edit, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>A tool waits for a decision.</summary>
    ValueTask PermissionAskedAsync(PermissionRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Something decided about a call: before its effect, or that a call which only looks may not be made.
    /// </summary>
    ValueTask PermissionDecidedAsync(string tool, PermissionDecision decision, CancellationToken cancellationToken);

    /// <summary>A person saw the program as a whole before its first effect, and answered.</summary>
    ValueTask ProgramDecidedAsync(ProgramAnswer answer, Decider by, CancellationToken cancellationToken);

    /// <summary>A running call says how far it has come; must return at once, and comes from any thread.</summary>
    /// <param name="id">That of the start.</param>
    /// <param name="tool">The tool's name.</param>
    /// <param name="words">One line.</param>
    void ToolProgressed(int id, string tool, string words);

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
