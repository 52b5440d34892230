namespace Punie.Agent.Tests.Workspace;

/// <summary>A new empty folder that a test owns.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("punie-test-").FullName;

    public string this[string relative] => Path.Combine(FullPath, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
    }

    public void WriteProgram(string relative, string script)
    {
        Write(relative, script);
        File.SetUnixFileMode(this[relative], File.GetUnixFileMode(this[relative]) | UnixFileMode.UserExecute);
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
