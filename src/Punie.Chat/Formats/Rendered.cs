namespace Punie.Chat.Formats;

/// <summary>A conversation as the model sees it.</summary>
/// <remarks>Reference equality.</remarks>
/// <param name="Tokens">Token ids, shape [T].</param>
/// <param name="Trained">Shape [T]; true where the loss is taken (assistant text and its end marker).</param>
public sealed record Rendered(ReadOnlyMemory<int> Tokens, ReadOnlyMemory<bool> Trained);
