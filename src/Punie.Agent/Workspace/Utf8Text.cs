using System.Globalization;
using System.Text;

namespace Punie.Agent.Workspace;

/// <summary>Decodes file content that must be UTF-8 text.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text without a byte order mark.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="path">Named in the error.</param>
    /// <exception cref="WorkspaceException">Binary, UTF-16 or invalid UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string path)
    {
        if (bytes.StartsWith(ByteOrderMark)) bytes = bytes[ByteOrderMark.Length..];
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw NotText($"'{path}' is UTF-16 text; only UTF-8 can be read. Convert it first.");
        }

        if (bytes.Contains((byte)0)) throw NotText($"'{path}' is a binary file, not text.");

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var line = bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            throw NotText(string.Create(
                CultureInfo.InvariantCulture, $"'{path}' is not UTF-8 text: invalid byte on line {line}."));
        }
    }

    private static WorkspaceException NotText(string message) => new(WorkspaceProblem.NotText, message);
}
