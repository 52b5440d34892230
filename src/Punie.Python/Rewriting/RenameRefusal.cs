using System.Globalization;

namespace Punie.Python.Rewriting;

/// <summary>Ends a rename that is not safe; never leaves <see cref="Renamer"/>.</summary>
internal sealed class RenameRefusal(string message) : Exception(message)
{
    /// <summary>A refusal that points at a line.</summary>
    public static RenameRefusal At(PythonFile file, int offset, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file.Path} line {file.LineOf(offset)}: {what}"));
}
