namespace Punie.Agent.Tools.Navigation;

/// <summary>A symbol as a model or a person writes it: <c>add</c>, <c>Cart.add</c>, <c>`Cart.add()`</c>.</summary>
internal sealed record SymbolName
{
    private static readonly string[] Words = ["async def ", "def ", "class "];

    /// <summary>Reads what somebody wrote.</summary>
    public SymbolName(string written)
    {
        var text = written.Trim().Trim('`', '\'', '"', '@').Trim();
        foreach (var word in Words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) text = text[word.Length..].Trim();
        }

        var bracket = text.IndexOfAny(['(', '[', ':']);
        Text = (bracket > 0 ? text[..bracket] : text).Trim('.', ' ');
        Last = Text[(Text.LastIndexOf('.') + 1)..];
    }

    /// <summary>Without quotes, keywords and brackets.</summary>
    public string Text { get; }

    /// <summary>Behind the last dot.</summary>
    public string Last { get; }

    /// <summary>True when a class, an object or a module is named too.</summary>
    public bool IsDotted => Last.Length < Text.Length;

    /// <summary>True when nothing was written.</summary>
    public bool IsEmpty => Last.Length == 0;
}
