using System.Text;
using Microsoft.Extensions.AI;
using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;

namespace Punie.Model.Generation;

/// <summary>Turns a reply's tokens into text as they come, and into whole contents at the end.</summary>
internal sealed class StreamedReply(Tokenizer tokenizer, IChatFormat format)
{
    private readonly TokenDecoder _decoder = tokenizer.StartDecoding();
    private readonly StringBuilder _raw = new();
    private string _sent = "";

    public int Tokens { get; private set; }

    /// <summary>Takes a token; gives the text that may be shown now: none once the reply holds a call.</summary>
    public string Add(int token)
    {
        Tokens++;
        _raw.Append(_decoder.Add(token));
        var message = format.Parse(_raw.ToString());
        if (message.Contents.Any(c => c is not TextContent)) return "";
        return Unsent(message.Text);
    }

    /// <summary>What has not been sent: the rest of the text, and the call.</summary>
    public List<AIContent> Finish()
    {
        _raw.Append(_decoder.Finish());
        var message = format.Parse(_raw.ToString());
        var contents = message.Contents.Where(c => c is not TextContent).ToList();
        if (Unsent(message.Text) is { Length: > 0 } rest) contents.Insert(0, new TextContent(rest));
        return contents;
    }

    /// <summary>The parser may still trim what it has shown; then nothing more can be added to it.</summary>
    private string Unsent(string text)
    {
        if (!text.StartsWith(_sent, StringComparison.Ordinal)) return "";
        var rest = text[_sent.Length..];
        _sent = text;
        return rest;
    }
}
