using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Punie.Agent.Configuration;

/// <summary>Loads YAML that anybody may have written.</summary>
internal static class YamlText
{
    private const int MostDepth = 32;

    /// <summary>The documents of a text.</summary>
    /// <exception cref="YamlException">It is not YAML, or values are nested too deeply.</exception>
    public static IList<YamlDocument> Load(string text)
    {
        CheckDepth(text);
        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(reader);
        return stream.Documents;
    }

    // The loader goes into nested values by recursion, and a stack that is used up cannot be caught.
    private static void CheckDepth(string text)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MostDepth)
                throw new YamlException(parser.Current.Start, parser.Current.End, "values are nested too deeply");
        }
    }
}
