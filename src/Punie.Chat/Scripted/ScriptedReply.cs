using Microsoft.Extensions.AI;

namespace Punie.Chat.Scripted;

/// <summary>One line of a script.</summary>
/// <param name="Line">1-based line in the script.</param>
/// <param name="Expect">Text that the last user or tool message must hold; null to accept any.</param>
/// <param name="Delay">How long the reply takes.</param>
/// <param name="Content">What is replied: text or a call; null for an error.</param>
/// <param name="Error">The error's text; null for a reply.</param>
internal sealed record ScriptedReply(int Line, string? Expect, TimeSpan Delay, AIContent? Content, string? Error);
