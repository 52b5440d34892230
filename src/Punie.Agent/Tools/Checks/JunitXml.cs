using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Punie.Agent.Tools.Checks;

/// <summary>
/// Reads the JUnit XML file that pytest writes with <c>junit_family=xunit1</c> and <see cref="PytestPlugin"/>.
/// </summary>
/// <remarks>Source: https://docs.pytest.org/en/stable/how-to/output.html#creating-junitxml-format-files.</remarks>
internal static class JunitXml
{
    private const string Skipped = "Skipped: ";

    /// <summary>The tests and the run's seconds; null when the text is not such a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="place">Makes a path of pytest's, relative to its root folder, one of the workspace.</param>
    /// <param name="maxMessageChars">Most UTF-16 units of one message.</param>
    public static (IReadOnlyList<TestCase> Tests, double Duration)? Read(string text, Func<string, string> place,
        int maxMessageChars)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var root = XDocument.Load(reader).Root!;
            var suites = root.DescendantsAndSelf("testsuite").ToList();
            if (suites.Count == 0) return null;

            var tests = suites.Elements("testcase").Select(test => Test(test, place, maxMessageChars)).ToList();
            return (tests, suites.Sum(Seconds));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static TestCase Test(XElement test, Func<string, string> place, int maxMessageChars)
    {
        // One element can hold a failure and the error of its tear-down: the failure says more.
        var verdict = test.Element("failure") ?? test.Element("error") ?? test.Element("skipped");
        var outcome = verdict?.Name.LocalName switch
        {
            "failure" => "failed",
            "error" => "error",
            "skipped" => "skipped",
            _ => "passed",
        };
        var name = Property(test, PytestPlugin.AddressProperty) ?? NodeId(test, place);
        var message = verdict is null ? Property(test, PytestPlugin.NoteProperty) ?? "" : Message(verdict);
        return new TestCase(name, outcome, Seconds(test), CheckText.Bounded(message, maxMessageChars));
    }

    // Only what was not collected has no address: a file or a class of one, whose name is that of a module.
    private static string NodeId(XElement test, Func<string, string> place)
    {
        var name = Text(test, "name");
        var classes = Text(test, "classname");
        if (classes.Length > 0) return $"{place(ModuleFile(classes))}::{name}";

        return place(Text(test, "file") is { Length: > 0 } file ? file.Replace('\\', '/') : ModuleFile(name));
    }

    private static string ModuleFile(string name) =>
        name.Contains('/', StringComparison.Ordinal) || name.EndsWith(".py", StringComparison.Ordinal)
            ? name
            : name.Replace('.', '/') + ".py";

    private static string Message(XElement verdict)
    {
        var message = Text(verdict, "message");
        var text = verdict.Value.Trim();
        if (Text(verdict, "type") == "pytest.xfail") return $"xfail: {message}";

        // "collection skipped" alone does not say why: the text does, as the end of a tuple.
        var skipped = text.LastIndexOf(Skipped, StringComparison.Ordinal);
        if (message == "collection skipped" && skipped >= 0)
            return text[(skipped + Skipped.Length)..^(text.EndsWith(')') ? 2 : 0)];

        // Neither do "collection failure" and "failed on setup".
        return message.Length > 0 && verdict.Name.LocalName != "error"
            ? message
            : string.Join('\n', new[] { message, text }.Where(part => part.Length > 0));
    }

    private static string? Property(XElement test, string name) =>
        test.Elements("properties").Elements("property").FirstOrDefault(one => Text(one, "name") == name) is { } found
            ? Text(found, "value")
            : null;

    private static string Text(XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";

    private static double Seconds(XElement element)
    {
        var text = Text(element, "time");
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
    }
}
