using System.Globalization;
using Punie.Python.Scopes;

namespace Punie.Python.Rewriting;

/// <summary>Renames what a program means by a name: its scope decides what belongs together.</summary>
/// <remarks>Changes the name itself, imports of it, attributes of the imported module, <c>__all__</c>, members through
/// <c>self</c>, <c>cls</c>, <c>super()</c>, the class and values that are known to be of it, the same member in the
/// classes above and below, and keyword arguments of known functions. Leaves strings and attributes of other objects.
/// Refuses when another name would be captured or hidden: the edited program is bound again and every name must still
/// mean the same. Not covered: names in strings (also quoted annotations), <c>getattr</c>, members of objects whose
/// class neither one assignment nor an annotation says, classes above that are not part of the project, chains of star
/// imports.</remarks>
public static class Renamer
{
    /// <summary>Renames within one file; an imported name gets an alias.</summary>
    /// <param name="file">The file.</param>
    /// <param name="oldName">A name, dotted to say the scope: <c>f.x</c>, <c>C.method</c>.</param>
    /// <param name="newName">A name without dots.</param>
    public static RenameOutcome Rename(PythonFile file, string oldName, string newName) =>
        RenameAll([file], file, oldName, newName);

    /// <summary>Renames in all files of a project; an imported name is renamed where it is defined.</summary>
    /// <param name="files">The project's modules, <paramref name="file"/> among them.</param>
    /// <param name="file">Where <paramref name="oldName"/> is looked up.</param>
    /// <param name="oldName">As in <see cref="Rename"/>.</param>
    /// <param name="newName">A name without dots.</param>
    public static RenameOutcome RenameAll(
        IReadOnlyList<PythonFile> files, PythonFile file, string oldName, string newName)
    {
        if (RefuseInput(file, newName) is { } refused) return refused;
        var (symbol, reason) = RenameTarget.Find(file, oldName);
        return symbol is null ? new RenameOutcome.Refused(reason) : Start(files, file, symbol, newName);
    }

    /// <summary>Renames what the name at a place means, in all files of a project.</summary>
    /// <param name="files">As in <see cref="RenameAll"/>.</param>
    /// <param name="file">The file that holds the place.</param>
    /// <param name="offset">0-based, inside a name.</param>
    /// <param name="newName">A name without dots.</param>
    public static RenameOutcome RenameAt(
        IReadOnlyList<PythonFile> files, PythonFile file, int offset, string newName)
    {
        if (RefuseInput(file, newName) is { } refused) return refused;
        var symbol = file.Scopes.UseAt(offset)?.Definition;
        return symbol is null
            ? new RenameOutcome.Refused(
                $"No name that {file.Path} defines or imports stands at that place. Point at the name itself.")
            : Start(files, file, symbol, newName);
    }

    private static RenameOutcome Start(IReadOnlyList<PythonFile> files, PythonFile file, Symbol symbol, string newName)
    {
        if (symbol.Name == newName) return new RenameOutcome.Renamed([], 0);
        try
        {
            return new RenameRun(new(files), newName).Run(file, symbol);
        }
        catch (RenameRefusal refusal)
        {
            return new RenameOutcome.Refused(refusal.Message);
        }
    }

    private static RenameOutcome.Refused? RefuseInput(PythonFile file, string newName)
    {
        if (!Identifiers.IsName(newName))
            return new($"'{newName}' cannot be a name. Use letters, digits and '_', and no keyword.");
        if (file.Parse.FirstError is not { } error) return null;
        var line = error.Line.ToString(CultureInfo.InvariantCulture);
        return new($"{file.Path} has a syntax error in line {line}: {error.Message}. Correct it first.");
    }
}
