using System.Collections.Frozen;

namespace Punie.Agent.Processes;

/// <summary>The variables that every program needs and that hold no secrets.</summary>
internal static class PlainEnvironment
{
    private static readonly FrozenSet<string> Kept = (
        "HOME LOGNAME USER SHELL PATH TERM LANG LANGUAGE LC_ALL LC_CTYPE TMPDIR TZ XDG_CACHE_HOME XDG_CONFIG_HOME "
        + "XDG_DATA_HOME APPDATA COMSPEC HOMEDRIVE HOMEPATH LOCALAPPDATA PATHEXT PROGRAMFILES SYSTEMDRIVE SYSTEMROOT "
        + "TEMP TMP USERNAME USERPROFILE WINDIR")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes everything else out.</summary>
    public static void Reduce(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => !Kept.Contains(name)).ToList()) environment.Remove(name);
    }
}
