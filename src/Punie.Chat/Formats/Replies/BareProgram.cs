namespace Punie.Chat.Formats.Replies;

/// <summary>A reply that is nothing but a program.</summary>
/// <param name="isProgram">Says whether a text is a program to run: it parses and calls something.</param>
internal sealed class BareProgram(Func<string, bool> isProgram) : IReplyShape
{
    /// <inheritdoc/>
    public IReadOnlyList<ReplyCall> Find(string text)
    {
        var program = Markup.TrimLineEnds(text.TrimEnd());
        return program.Length > 0 && isProgram(program) ? [ReplyCall.OfCode(0, text.Length, program)] : [];
    }
}
