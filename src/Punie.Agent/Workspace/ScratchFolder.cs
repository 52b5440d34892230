using System.Text;

namespace Punie.Agent.Workspace;

/// <summary>A new empty folder outside the workspace for a program's result files; deleted when disposed.</summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <summary>Full path of the folder.</summary>
    public string FullPath { get; } = Directory.CreateTempSubdirectory("punie-").FullName;

    /// <summary>Full path of a file in the folder.</summary>
    public string File(string name) => Path.Combine(FullPath, name);

    /// <summary>Text of a file in the folder, or null when no program wrote it.</summary>
    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var file = File(name);
        return System.IO.File.Exists(file)
            ? await System.IO.File.ReadAllTextAsync(file, Encoding.UTF8, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Writes a file into the folder and gives its full path.</summary>
    public async Task<string> WriteAsync(string name, string text, CancellationToken cancellationToken)
    {
        await System.IO.File.WriteAllTextAsync(File(name), text, cancellationToken).ConfigureAwait(false);
        return File(name);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(FullPath, recursive: true);
        }
        catch (IOException)
        {
            // A program may still hold a file; the system's temporary folder is cleaned in time.
        }
    }
}
