using System.Text;

namespace Punie.Agent.Workspace;

/// <summary>Replaces a file's whole content in one step.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the file and then renames, so that a crash leaves the old or the new content.</summary>
    public static async Task WriteAsync(string full, string content, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        try
        {
            var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: HasByteOrderMark(full));
            await File.WriteAllTextAsync(temporary, content, encoding, cancellationToken).ConfigureAwait(false);
            if (!OperatingSystem.IsWindows() && File.Exists(full))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(full));
            }

            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
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
