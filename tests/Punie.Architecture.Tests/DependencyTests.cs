using System.Xml.Linq;

namespace Punie.Architecture.Tests;

public sealed class DependencyTests
{
    // The one place that says who may know whom. Change it in the change that needs it, with a reason.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Punie.Python"] = [],
        ["Punie.Chat"] = [],
        ["Punie.Model"] = ["Punie.Chat"],
        ["Punie.Agent"] = ["Punie.Python", "Punie.Chat"],
        ["Punie.Lab"] = ["Punie.Agent", "Punie.Chat", "Punie.Model", "Punie.Python"],
        ["Punie.Serving"] = ["Punie.Agent", "Punie.Lab"],
        ["Punie.Cli"] = ["Punie.Serving", "Punie.Lab", "Punie.Model", "Punie.Chat", "Punie.Agent", "Punie.Python"],
    };

    public static TheoryData<string> Projects() =>
        new(Directory.GetFiles(Repository.Folder("src"), "*.csproj", SearchOption.AllDirectories));

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_only_what_the_layering_allows(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var actual = XDocument.Load(project).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Contains(name, Allowed.Keys);
        Assert.Empty(actual.Except(Allowed[name]));
    }
}
