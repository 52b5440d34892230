namespace Punie.Agent.Processes;

/// <summary>Finds scripts that node runs.</summary>
internal static class NodeScript
{
    /// <summary>Full path of a script under a folder, or null when it is not installed.</summary>
    public static string? Find(string folder, string relative)
    {
        var path = Path.GetFullPath(Path.Combine(folder, relative));
        return File.Exists(path) ? path : null;
    }
}
