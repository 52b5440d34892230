using System.Text;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>What the program printed, up to its limit; kept whatever the end of the run is.</summary>
internal sealed class OutputBuffer(int limit, Action<string>? onOutput)
{
    private readonly StringBuilder _text = new();

    internal void Write(string text)
    {
        var room = limit - _text.Length;
        var fits = text.Length <= room ? text : text[..room];
        _text.Append(fits);
        if (fits.Length > 0) onOutput?.Invoke(fits);
        if (fits.Length < text.Length) throw new StopException(Limit.Output);
    }

    public override string ToString() => _text.ToString();
}
