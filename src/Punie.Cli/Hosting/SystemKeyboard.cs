using System.Text;
using System.Threading.Channels;
using Microsoft.Win32.SafeHandles;

namespace Punie.Cli.Hosting;

/// <summary>The process's own keyboard. From the first use on, it alone reads standard input.</summary>
/// <remarks>
/// A read of the system cannot be cancelled, so one thread reads for ever and whoever waits for it can be cancelled: a
/// question that was broken off does not take the next line away.
/// </remarks>
internal sealed class SystemKeyboard : IKeyboard
{
    private const int StandardInput = 0;
    private const int Chunk = 4096;
    private const byte LineFeed = (byte)'\n';

    private readonly Channel<ReadOnlyMemory<byte>> _typed = Channel.CreateBounded<ReadOnlyMemory<byte>>(256);
    private bool _isStarted;

    /// <summary>True when this object reads standard input.</summary>
    public bool IsStarted => _isStarted;

    /// <inheritdoc/>
    public IDisposable TakeKeys()
    {
        Start();
        return TerminalKeys.Take();
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        Start();
        return await _typed.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false)
            && _typed.Reader.TryRead(out var bytes)
            ? bytes
            : ReadOnlyMemory<byte>.Empty;
    }

    /// <summary>Throws away what was typed so far.</summary>
    public void Forget()
    {
        while (_typed.Reader.TryRead(out _))
        {
            // Typed before a question was there, so it cannot be its answer.
        }
    }

    /// <summary>One line as the system edits and echoes it; null at the end of input.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (true)
        {
            var bytes = await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (bytes.IsEmpty) return line.Count == 0 ? null : Encoding.UTF8.GetString([.. line]);
            var end = bytes.Span.IndexOf(LineFeed);
            line.AddRange(end < 0 ? bytes.Span : bytes.Span[..end]);
            if (end >= 0) return Encoding.UTF8.GetString([.. line]);
        }
    }

    private void Start()
    {
        if (_isStarted) return;
        _isStarted = true;
        new Thread(Read) { IsBackground = true, Name = "keyboard" }.Start();
    }

    private void Read()
    {
        // The console's own stream would edit and echo lines by itself.
        using var input =
            new FileStream(new SafeFileHandle(StandardInput, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        var buffer = new byte[Chunk];
        try
        {
            while (input.Read(buffer) is > 0 and var length)
            {
                var bytes = buffer[..length];
                // A full channel means that nobody reads; the rest waits in the terminal.
                while (!_typed.Writer.TryWrite(bytes)) Thread.Sleep(10);
            }
        }
        catch (IOException)
        {
            // The terminal is gone, as when its window was closed.
        }

        _typed.Writer.TryComplete();
    }
}
