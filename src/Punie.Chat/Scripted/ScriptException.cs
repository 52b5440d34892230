namespace Punie.Chat.Scripted;

/// <summary>A script cannot be read, does not fit the conversation, or has no reply left.</summary>
public sealed class ScriptException : Exception
{
    /// <summary>Makes an error.</summary>
    public ScriptException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
