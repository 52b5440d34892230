using Microsoft.Extensions.AI;

namespace Punie.Chat.Scripted;

/// <summary>One line of a script.</summary>
/// <param name="Line">1-based line in the script.</param>
/// <param name="Expect">Text that the last user or tool message must hold; null to accept any.</param>
/// <param name="Delay">How long the reply takes.</param>
/// <param name="Contents">What is replied: text or calls; empty for an error.</param>
/// <param name="Error">The error's text; null for a reply.</param>
internal sealed record ScriptedReply(int Line, string? Expect, TimeSpan Delay, IReadOnlyList<AIContent> Contents,
    string? Error);
