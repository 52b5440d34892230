using System.Text;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>One <c>{name:converter}</c>.</summary>
/// <param name="Name">May be empty.</param>
/// <param name="Converter">Null without a colon.</param>
internal sealed record RouteParameter(string Name, string? Converter);

/// <summary>The parameters of a route's pattern.</summary>
/// <param name="IsBalanced">False when the braces do not match; then there are no parameters.</param>
/// <param name="All">In order.</param>
/// <param name="Shape">The pattern without the parameters' names: two routes of one shape answer the same
/// addresses.</param>
internal sealed record RouteParameters(bool IsBalanced, IReadOnlyList<RouteParameter> All, string Shape)
{
    public static RouteParameters Of(string pattern)
    {
        var all = new List<RouteParameter>();
        var shape = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '}') return Unbalanced;
            if (pattern[i] == '{')
            {
                if (EndOf(pattern, i) is not { } end) return Unbalanced;
                var inner = pattern[(i + 1)..end];
                var colon = inner.IndexOf(':', StringComparison.Ordinal);
                var parameter = colon < 0
                    ? new RouteParameter(inner.Trim(), null)
                    : new RouteParameter(inner[..colon].Trim(), inner[(colon + 1)..].Trim());
                all.Add(parameter);
                shape.Append('{').Append(parameter.Converter ?? "str").Append('}');
                i = end;
            }
            else
            {
                shape.Append(pattern[i]);
            }
        }

        return new RouteParameters(IsBalanced: true, all, shape.ToString());
    }

    private static RouteParameters Unbalanced { get; } = new(IsBalanced: false, [], "");

    // Braces inside a converter are a regular expression's, as in {id:\d{2}}.
    private static int? EndOf(string pattern, int start)
    {
        var (depth, inConverter) = (1, false);
        for (var i = start + 1; i < pattern.Length; i++)
        {
            if (pattern[i] == ':') inConverter = true;
            if (pattern[i] == '{' && !inConverter) return null;
            depth += pattern[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0) return i;
        }

        return null;
    }
}
