using System.Text;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>What the program printed, up to its limit; kept whatever the end of the run is.</summary>
internal sealed class OutputBuffer(int limit, Action<string>? onOutput)
{
    private readonly StringBuilder _text = new();

    /// <summary>How much from the start the receiver got in an earlier process.</summary>
    internal int AlreadySent { private get; init; }

    internal void Write(string text)
    {
        var room = limit - _text.Length;
        var fits = text.Length <= room ? text : text[..room];
        _text.Append(fits);
        if (fits.Length > 0) Send(fits);
        if (fits.Length < text.Length) throw new StopException(Limit.Output);
    }

    private void Send(string piece)
    {
        var known = AlreadySent - (_text.Length - piece.Length);
        if (known >= piece.Length || onOutput is null) return;
        try
        {
            onOutput(known > 0 ? piece[known..] : piece);
        }
        catch (Exception exception) when (HostFault.Is(exception))
        {
            throw new HostFault(exception);
        }
    }

    public override string ToString() => _text.ToString();
}
