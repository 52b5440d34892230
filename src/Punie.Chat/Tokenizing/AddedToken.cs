namespace Punie.Chat.Tokenizing;

/// <summary>A token that stands for its whole text and is never made by merging bytes.</summary>
/// <param name="Id">Its id in the vocabulary.</param>
/// <param name="Content">Its text, for example an end-of-turn marker.</param>
/// <param name="IsSpecial">True when readable text leaves it out (see <see cref="Tokenizer.Decode"/>).</param>
public sealed record AddedToken(int Id, string Content, bool IsSpecial);
