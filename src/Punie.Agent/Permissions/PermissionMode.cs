using System.Diagnostics.CodeAnalysis;

namespace Punie.Agent.Permissions;

/// <summary>What may happen where no rule says otherwise.</summary>
public enum PermissionMode
{
    /// <summary>Nothing is written or run, whatever the rules allow.</summary>
    Plan,

    /// <summary>Every write and every command asks a person.</summary>
    Ask,

    /// <summary>Files are written without asking; commands ask.</summary>
    AutoEdit,

    /// <summary>Nothing asks.</summary>
    Auto,
}

/// <summary>The modes as people write them.</summary>
public static class PermissionModes
{
    private static readonly Dictionary<string, PermissionMode> Names = new(StringComparer.Ordinal)
    {
        ["plan"] = PermissionMode.Plan,
        ["ask"] = PermissionMode.Ask,
        ["auto-edit"] = PermissionMode.AutoEdit,
        ["auto"] = PermissionMode.Auto,
    };

    /// <summary>Reads <c>plan</c>, <c>ask</c>, <c>auto-edit</c> or <c>auto</c>.</summary>
    /// <param name="text">The mode's name.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="error">What is wrong with the name.</param>
    public static bool TryParse(string text, out PermissionMode mode, [NotNullWhen(false)] out string? error)
    {
        error = Names.TryGetValue(text, out mode)
            ? null
            : $"there is no mode '{text}'; use one of {string.Join(", ", Names.Keys)}";
        return error is null;
    }

    /// <summary>The name that <see cref="TryParse"/> reads.</summary>
    public static string ToText(this PermissionMode mode) => Names.First(name => name.Value == mode).Key;

    /// <summary>What the mode means, in one line for a person.</summary>
    public static string Explain(this PermissionMode mode) => mode switch
    {
        PermissionMode.Plan => "nothing is written or run",
        PermissionMode.Ask => "every write and every command asks",
        PermissionMode.AutoEdit => "files are written without asking, commands ask",
        PermissionMode.Auto => "nothing asks",
    };
}
