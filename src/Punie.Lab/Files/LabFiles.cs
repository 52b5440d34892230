using System.Text;
using Punie.Lab.Datasets;

namespace Punie.Lab.Files;

/// <summary>The lab's door to the disk: recipes, suites, data files and results under one root.</summary>
/// <param name="root">The folder that relative paths start from.</param>
public sealed class LabFiles(string root)
{
    /// <summary>The folder that relative paths start from.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The absolute form of a path.</summary>
    public string Resolve(string path) => Path.GetFullPath(Path.Combine(Root, path));

    /// <summary>Whether a file is there.</summary>
    public bool Exists(string path) => File.Exists(Resolve(path));

    /// <summary>Reads a UTF-8 text.</summary>
    /// <exception cref="DatasetException">No such file.</exception>
    public string ReadText(string path) => Exists(path)
        ? File.ReadAllText(Resolve(path), Encoding.UTF8)
        : throw new DatasetException($"There is no file {path}, looked for in {Root}.");

    /// <summary>Reads all texts of a folder in the order of their names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="pattern">For example <c>*.phrases</c>.</param>
    /// <exception cref="DatasetException">No such folder.</exception>
    public IReadOnlyList<(string Name, string Text)> ReadTexts(string folder, string pattern) =>
        !Directory.Exists(Resolve(folder))
            ? throw new DatasetException($"There is no folder {folder}, looked for in {Root}.")
            : Directory.GetFiles(Resolve(folder), pattern)
                .Order(StringComparer.Ordinal)
                .Select(f => (Path.GetFileName(f), File.ReadAllText(f, Encoding.UTF8)))
                .ToList();

    /// <summary>Writes a UTF-8 text as a whole or not at all; makes its folder.</summary>
    public void WriteText(string path, string text)
    {
        var full = Resolve(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full + ".tmp", text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(full + ".tmp", full, overwrite: true);
    }

    /// <summary>Adds one line to a text file; makes its folder.</summary>
    public void AppendLine(string path, string line)
    {
        var full = Resolve(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.AppendAllText(full, line + "\n");
    }
}
