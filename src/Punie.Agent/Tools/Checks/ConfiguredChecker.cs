using Punie.Agent.Configuration;

namespace Punie.Agent.Tools.Checks;

/// <summary>A command line from the project's configuration as a program whose output is understood.</summary>
/// <param name="Key">Where it stands, such as <c>checks.typecheck</c>.</param>
/// <param name="Command">The command line, such as <c>uv run mypy --strict</c>.</param>
internal sealed record ConfiguredChecker(string Key, ConfiguredCommand Command)
{
    /// <summary>The checker that the line starts, and the line's own arguments as its first ones.</summary>
    /// <param name="known">Checkers whose output is understood.</param>
    /// <param name="places">Where programs are looked up.</param>
    public Located Find(IReadOnlyList<string> known, ProgramPlaces places)
    {
        var words = Command.Words;
        var name = words.Select(word => Path.GetFileNameWithoutExtension(word)).FirstOrDefault(known.Contains);
        if (name is null)
        {
            return new Located.Missing(
                $"'{Key}' in {ProjectConfigFile.Name} is '{Command.Line}', whose output is not understood; " +
                $"write a command that starts {string.Join(" or ", known)}.");
        }

        return places.Named(words[0]) is { } program
            ? new Located.Found(program with { Name = name, Arguments = [.. words.Skip(1)] })
            : new Located.Missing(
                $"'{words[0]}' is not installed, and '{Key}' in {ProjectConfigFile.Name} starts it. "
                + "Install it, or correct the line.");
    }
}
