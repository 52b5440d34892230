using System.Globalization;
using Punie.Python.Scopes;

namespace Punie.Python.Rewriting;

/// <summary>Binds an edited file again: every name must mean what it meant before.</summary>
internal static class RenameCheck
{
    /// <summary>
    /// What an occurrence means: the number of the scope that binds the name, and the name; none for built-in names.
    /// </summary>
    private readonly record struct Meaning(int? Scope, string Name, bool IsTarget);

    /// <summary>
    /// Throws <see cref="RenameRefusal"/> when a name would be captured, hidden or merged with another one.
    /// </summary>
    public static void Verify(FileRename change, string oldName, string newName)
    {
        if (change.Edits.Count == 0) return;
        var before = change.File;
        var after = PythonFile.From(before.Path, TextEdits.Apply(before.Text, change.InOrder()));
        var numbers = Numbers(before.Scopes);
        var targets = change.Targets.Select(t => numbers[t.Scope]).ToHashSet();
        var numbersAfter = Numbers(after.Scopes);
        var (uses, usesAfter) = (before.Scopes.Uses, after.Scopes.Uses);
        if (after.Parse.Errors.Count > before.Parse.Errors.Count || uses.Count != usesAfter.Count)
            throw RenameRefusal.At(
                before, change.InOrder()[0].Span.Start,
                $"with '{newName}' the file would not be Python any more. Choose another name.");
        for (var i = 0; i < uses.Count; i++)
        {
            var was =
                MeaningOf(uses[i], numbers, u =>
                    change.Targets.Contains(u), change.HasStarUses && uses[i].Text == oldName);
            var will = MeaningOf(
                usesAfter[i], numbersAfter, u => u.Name == newName && targets.Contains(numbersAfter[u.Scope]),
                change.HasStarUses && usesAfter[i].Text == newName);
            if (was != will) throw Conflict(before, uses[i], (after, usesAfter[i]), newName);
        }
    }

    private static Dictionary<Scope, int> Numbers(ScopeTree scopes) =>
        scopes.All.Select((scope, i) => (scope, i)).ToDictionary(p => p.scope, p => p.i);

    private static Meaning MeaningOf(NameUse use, Dictionary<Scope, int> numbers, Func<Symbol, bool> isTarget,
        bool isStar)
    {
        if (use.Definition is not { } symbol) return new(null, isStar ? "" : use.Text, isStar);
        return isTarget(symbol) ? new(numbers[symbol.Scope], "", true) : new(numbers[symbol.Scope], symbol.Name, false);
    }

    private static RenameRefusal Conflict(PythonFile file, NameUse use, (PythonFile File, NameUse Use) after,
        string newName)
    {
        var other = use.Text == newName ? use.Definition : after.Use.Definition;
        var binding = other?.Uses.FirstOrDefault(u => u.IsBinding);
        var where = binding is null ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $" (line {(use.Text == newName ? file : after.File).LineOf(binding.Span.Start)})");
        var what = use.Text == newName
            ? $"'{newName}' already has a meaning here{where}, and the renamed one would take its place"
            : $"'{newName}' would mean another '{newName}' here{where}";
        return RenameRefusal.At(file, use.Span.Start, $"{what}. Choose another name.");
    }
}
