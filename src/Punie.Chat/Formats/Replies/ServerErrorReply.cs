using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Punie.Chat.Formats.Replies;

/// <summary>Gets a call back that a server could not parse and threw away with an error.</summary>
/// <remarks>llama.cpp and Ollama answer HTTP 500 with the model's own text in the message.</remarks>
internal static partial class ServerErrorReply
{
    private static readonly ReplyReader Reader = new(isProgram: _ => false);

    /// <summary>The reply in a server's error message; null when the message holds no whole call.</summary>
    public static ChatMessage? Read(string serverMessage)
    {
        var match = Quoted().Match(serverMessage);
        if (!match.Success) return null;
        var message = Reader.Read(match.Groups["reply"].Value);
        return message.Contents.Any(c => c is FunctionCallContent) ? message : null;
    }

    [GeneratedRegex(
        @"Failed to parse input at pos \d+: (?<reply>.*)$|error parsing tool call: raw='(?<reply>.*)', err=",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
