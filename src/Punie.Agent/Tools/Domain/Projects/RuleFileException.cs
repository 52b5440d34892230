using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Punie.Agent.Tools.Domain.Projects;

/// <summary>A rule file that cannot be used; never leaves <see cref="RuleFileReader"/>'s callers.</summary>
internal sealed class RuleFileException(long line, string message)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"line {line}: {message}"))
{
    public static RuleFileException At(YamlNode node, string message) => new(node.Start.Line, message);
}
