using System.Text;

namespace Punie.Agent.Workspace;

/// <summary>A text file that lines are only ever added to, by one process at a time.</summary>
/// <remarks>
/// A line reaches the system whole when <see cref="Add"/> returns: killing the process loses nothing that was added.
/// Only <see cref="Sync"/> makes it survive a loss of power. Another process is kept out by a lock file beside the
/// file, which the system frees when this process ends in whatever way.
/// </remarks>
public sealed class AppendedFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly FileStream _lock;

    internal AppendedFile(string full)
    {
        FullPath = full;
        _lock = Open($"{full}.lock", FileMode.OpenOrCreate, FileShare.None, FileOptions.DeleteOnClose);
        try
        {
            _stream = Open(full, FileMode.Append, FileShare.Read | FileShare.Delete, FileOptions.None);
            if (EndsInsideLine(full)) _stream.WriteByte((byte)'\n');
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>Full path of the file.</summary>
    public string FullPath { get; }

    /// <summary>Adds a line.</summary>
    /// <param name="line">Without a line break.</param>
    /// <exception cref="IOException">The disk is full, or the system said no.</exception>
    public void Add(string line) => _stream.Write(Encoding.UTF8.GetBytes(line + "\n"));

    /// <summary>Waits until what was added is on the disk.</summary>
    public void Sync() => _stream.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        _lock.Dispose();
    }

    private static FileStream Open(string full, FileMode mode, FileShare share, FileOptions options)
    {
        var how =
            new FileStreamOptions
            {
                Mode = mode,
                Access = FileAccess.Write,
                Share = share,
                Options = options,
                BufferSize = 0
            };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(full, how);
    }

    // A kill can tear the last line; what is added must not be glued to it.
    private static bool EndsInsideLine(string full)
    {
        using var stream = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length == 0) return false;
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != '\n';
    }
}
