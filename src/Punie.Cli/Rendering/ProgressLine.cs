using System.Globalization;
using Punie.Cli.Hosting;

namespace Punie.Cli.Rendering;

/// <summary>
/// Says what takes long. On a screen one line that counts; in a pipe one line, and another when there are news later.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly ITerminal _terminal;
    private readonly TimeProvider _clock;
    private readonly Lock _guard = new(); // the timer writes from its own thread
    private readonly ITimer _timer;
    private string? _label;
    private string? _written; // the last line in a pipe
    private long _started;
    private bool _isShown;

    /// <summary>Shows nothing until something begins.</summary>
    public ProgressLine(ITerminal terminal, TimeProvider clock)
    {
        _terminal = terminal;
        _clock = clock;
        _timer = clock.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something begins that may take long.</summary>
    public void Begin(string label)
    {
        lock (_guard)
        {
            Clear();
            (_label, _written) = (label, null);
            _started = _clock.GetTimestamp();
            _timer.Change(Patience, _terminal.IsErrorScreen ? Second : BetweenLines);
        }
    }

    /// <summary>What has begun has come further; the seconds count on. Nothing when it is over.</summary>
    public void Say(string label)
    {
        lock (_guard)
        {
            if (_label is not null) _label = label;
        }
    }

    /// <summary>It is over; the line goes away.</summary>
    public void End()
    {
        lock (_guard)
        {
            _label = null;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        _timer.Dispose();
    }

    private void Tick()
    {
        lock (_guard)
        {
            if (_label is not { } label) return;
            if (!_terminal.IsErrorScreen)
            {
                var line = Page.Clip($"... {label}", _terminal.Width);
                if (line == _written) return;
                _terminal.Error.WriteLine(_written = line);
            }
            else
            {
                var seconds = ((int)_clock.GetElapsedTime(_started).TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
                _terminal.Error.Write(
                    $"\r\e[K{Page.Clip($"… {label}", _terminal.Width - seconds.Length - 4)} {seconds} s");
                _isShown = true;
            }

            _terminal.Error.Flush();
        }
    }

    private void Clear()
    {
        if (!_isShown) return;
        _terminal.Error.Write("\r\e[K");
        _terminal.Error.Flush();
        _isShown = false;
    }
}
