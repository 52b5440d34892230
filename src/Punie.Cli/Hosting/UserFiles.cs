using System.Text;

namespace Punie.Cli.Hosting;

/// <summary>Files that the person names on the command line.</summary>
internal static class UserFiles
{
    /// <summary>The whole text, or a usage error that names the file.</summary>
    /// <param name="path">As written.</param>
    /// <param name="what">What the file is for, as in "the program".</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public static async Task<string> ReadAsync(string path, string what, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"there is no file {path} ({what})");
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            var reason = Directory.Exists(path) ? "it is a folder" : failure.Message;
            throw new UsageException($"cannot read {path} ({what}): {reason}");
        }
    }

    /// <summary>Writes a new file; a usage error when there is one already.</summary>
    public static void WriteNew(string path, string text)
    {
        try
        {
            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
            file.Write(text);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new UsageException($"{path} is there already; name another file");
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new UsageException($"cannot write {path}: {failure.Message}");
        }
    }

    /// <summary>Opens a file to append to.</summary>
    public static StreamWriter Append(string path)
    {
        try
        {
            return new StreamWriter(path, append: true, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new UsageException($"cannot write {path}: {failure.Message}");
        }
    }

    /// <summary>The workspace's full path, or a usage error.</summary>
    public static string Workspace(string path)
    {
        if (File.Exists(path)) throw new UsageException($"the workspace {path} is a file; name the project's folder");
        if (!Directory.Exists(path))
            throw new UsageException($"there is no folder {path}; name an existing one with --workspace");
        return Path.GetFullPath(path);
    }

    /// <summary>True when the folder or one above it is a git work tree.</summary>
    public static bool IsInGit(string folder)
    {
        for (var at = new DirectoryInfo(folder); at != null; at = at.Parent)
        {
            var git = Path.Combine(at.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git)) return true;
        }

        return false;
    }
}
