using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Punie.Agent.Tools.Checks;

/// <summary>Reads the JUnit XML file that pytest writes with <c>junit_family=xunit1</c>.</summary>
/// <remarks>Source: https://docs.pytest.org/en/stable/how-to/output.html#creating-junitxml-format-files.</remarks>
internal static class JunitXml
{
    /// <summary>The tests and the run's seconds; null when the text is not such a file.</summary>
    public static (IReadOnlyList<TestCase> Tests, double Duration)? Read(string text, int maxMessageChars)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var root = XDocument.Load(reader).Root!;
            var suites = root.DescendantsAndSelf("testsuite").ToList();
            if (suites.Count == 0) return null;

            var tests = suites.Elements("testcase").Select(test => Test(test, maxMessageChars)).ToList();
            return (tests, suites.Sum(Seconds));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static TestCase Test(XElement test, int maxMessageChars)
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
        return new TestCase(NodeId(test), outcome, Seconds(test), CheckText.Bounded(Message(verdict), maxMessageChars));
    }

    // pytest's own name of a test: file::Class::function[parameters].
    private static string NodeId(XElement test)
    {
        var name = Text(test, "name");
        var classes = Text(test, "classname");
        var file = Text(test, "file");
        if (file.Length == 0) return classes.Length == 0 ? ModuleFile(name) : $"{classes}::{name}";

        file = file.Replace('\\', '/');
        var module = file[..^Path.GetExtension(file).Length].Replace('/', '.');
        if (classes.Length == 0 && name == module) return file;   // the file itself could not be collected

        var inner = classes.StartsWith(module + ".", StringComparison.Ordinal)
            ? classes[(module.Length + 1)..].Replace(".", "::", StringComparison.Ordinal) + "::"
            : "";
        return $"{file}::{inner}{name}";
    }

    // A file that could not be collected is named like a module.
    private static string ModuleFile(string name) =>
        name.Contains('/', StringComparison.Ordinal) || name.EndsWith(".py", StringComparison.Ordinal)
            ? name
            : name.Replace('.', '/') + ".py";

    private static string Message(XElement? verdict)
    {
        if (verdict is null) return "";

        var message = Text(verdict, "message");
        // "collection failure" and "failed on setup" alone do not say why: the text does.
        return message.Length > 0 && verdict.Name.LocalName != "error"
            ? message
            : string.Join('\n', new[] { message, verdict.Value.Trim() }.Where(part => part.Length > 0));
    }

    private static string Text(XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";

    private static double Seconds(XElement element)
    {
        var text = Text(element, "time");
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
    }
}
