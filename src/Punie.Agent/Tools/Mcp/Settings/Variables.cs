using System.Text.RegularExpressions;
using Punie.Agent.Configuration;

namespace Punie.Agent.Tools.Mcp.Settings;

/// <summary>
/// Puts variables into a server's settings: <c>${NAME}</c>, or <c>${NAME:-default}</c> when it may be missing.
/// </summary>
/// <param name="lookUp">The value of a variable; null when it is not set.</param>
internal sealed partial class Variables(Func<string, string?> lookUp)
{
    /// <summary>The settings with every variable replaced.</summary>
    /// <exception cref="McpException">A variable without a default is not set, or the address is not one.</exception>
    public McpServerConfig Expand(McpServerConfig server) => server switch
    {
        McpServerConfig.Program program => program with
        {
            Command = Expand(program.Command),
            Arguments = [.. program.Arguments.Select(Expand)],
            Environment = Expand(program.Environment),
            Folder = program.Folder is { } folder ? Expand(folder) : null,
        },
        McpServerConfig.Address address =>
            address with { Url = Address(address.Url), Headers = Expand(address.Headers) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The text with every variable replaced.</summary>
    /// <exception cref="McpException">A variable without a default is not set.</exception>
    public string Expand(string text) => Reference().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        var fallback = match.Groups["default"];
        // As in a shell, ':-' also stands in for a variable that is set to nothing.
        if (lookUp(name) is { } value && (value.Length > 0 || !fallback.Success)) return value;
        return fallback.Success ? fallback.Value : throw new McpException($"the variable {name} is not set");
    });

    private Dictionary<string, string> Expand(IReadOnlyDictionary<string, string> texts) =>
        texts.ToDictionary(one => one.Key, one => Expand(one.Value), StringComparer.Ordinal);

    private Uri Address(Uri url)
    {
        var text = Expand(url.OriginalString);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new McpException($"'{text}' is not an address; write http://HOST:PORT/PATH");
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<default>[^}]*))?\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
