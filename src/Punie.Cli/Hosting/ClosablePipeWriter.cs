using System.Text;

namespace Punie.Cli.Hosting;

/// <summary>Writes until the reader is gone, then says nothing: <c>punie tools | head</c> is not an error.</summary>
internal sealed class ClosablePipeWriter(StreamWriter writer) : TextWriter
{
    private bool _isClosed;

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Try(() => writer.Write(value));

    public override void Write(string? value) => Try(() => writer.Write(value));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var text = buffer.ToString();
        Try(() => writer.Write(text));
    }

    public override void WriteLine() => Write("\n");

    public override void WriteLine(string? value)
    {
        Write(value);
        Write("\n");
    }

    public override void Flush() => Try(writer.Flush);

    private void Try(Action write)
    {
        if (_isClosed) return;
        try
        {
            write();
        }
        catch (IOException)
        {
            _isClosed = true;
        }
    }
}
