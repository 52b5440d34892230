namespace Punie.Agent.LanguageServer.Protocol;

/// <summary>Paths to <c>file:</c> addresses and back.</summary>
internal static class DocumentUri
{
    /// <summary>The address of a full path.</summary>
    public static string From(string fullPath)
    {
        var parts = fullPath.Replace(Path.DirectorySeparatorChar, '/').Split('/').Select(Uri.EscapeDataString);
        var path = string.Join('/', parts);
        return path.StartsWith('/') ? $"file://{path}" : $"file:///{path}";
    }

    /// <summary>The full path of a <c>file:</c> address; null for every other address.</summary>
    public static string? ToPath(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile ? parsed.LocalPath : null;

    /// <summary>The last part of an address, unescaped.</summary>
    public static string LastPart(string uri) => Uri.UnescapeDataString(uri[(uri.LastIndexOf('/') + 1)..]);
}
