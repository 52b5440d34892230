using System.Text;

namespace Punie.Agent.Workspace;

/// <summary>Replaces a file's whole content in one step.</summary>
internal static class AtomicFile
{
    /// <summary>The bytes that a text is written as: UTF-8, with a byte order mark where the file has one.</summary>
    public static byte[] Encode(string full, string content)
    {
        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(content);
        return HasByteOrderMark(full) ? [.. Utf8Text.ByteOrderMark, .. bytes] : bytes;
    }

    /// <summary>
    /// Writes beside the file and then renames, so that a crash leaves the old or the new content. Keeps the mode.
    /// </summary>
    public static async Task WriteAsync(string full, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var temporary = Beside(full);
        try
        {
            await File.WriteAllBytesAsync(temporary, content, cancellationToken).ConfigureAwait(false);
            Move(temporary, full, mode: null);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The same at once, with the mode given; null keeps the file's own.</summary>
    public static void Replace(string full, ReadOnlySpan<byte> content, UnixFileMode? mode)
    {
        var temporary = Beside(full);
        try
        {
            File.WriteAllBytes(temporary, content);
            Move(temporary, full, mode);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string Beside(string full)
    {
        var folder = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
    }

    private static void Move(string temporary, string full, UnixFileMode? mode)
    {
        if (!OperatingSystem.IsWindows()
            && (mode ?? (File.Exists(full) ? File.GetUnixFileMode(full) : null)) is { } kept)
        {
            File.SetUnixFileMode(temporary, kept);
        }

        File.Move(temporary, full, overwrite: true);
    }

    private static bool HasByteOrderMark(string full)
    {
        if (!File.Exists(full)) return false;

        Span<byte> start = stackalloc byte[Utf8Text.ByteOrderMark.Length];
        using var stream = File.OpenRead(full);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual(Utf8Text.ByteOrderMark);
    }
}
