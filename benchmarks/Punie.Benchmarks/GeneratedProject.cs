using System.Globalization;
using System.Text;

namespace Punie.Benchmarks;

/// <summary>
/// Writes a Python project of any size whose modules use each other: the same text for the same size.
/// </summary>
internal static class GeneratedProject
{
    private const int ModulesInPackage = 50;
    private const int MethodsInClass = 8;

    /// <summary>
    /// Writes the project; <c>Part0007</c> is the class of module 7, and every later module may use it.
    /// </summary>
    internal static void Write(string folder, int modules)
    {
        for (var i = 0; i < modules; i++)
        {
            var path = Path.Combine(folder, Module(i).Replace('.', '/') + ".py");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (i % ModulesInPackage == 0)
                File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, "__init__.py"), "");
            File.WriteAllText(path, Source(i));
        }

        File.WriteAllText(Path.Combine(folder, "plant", "__init__.py"), "");
        File.WriteAllText(Path.Combine(folder, "pyproject.toml"), "[project]\nname = \"plant\"\nversion = \"1.0\"\n");
    }

    private static string Module(int i) => Say($"plant.hall{i / ModulesInPackage:00}.part{i:0000}");

    private static string Source(int i)
    {
        int[] used = i == 0 ? [] : [.. new[] { i - 1, i / 2, i / 7 }.Where(other => other < i).Distinct()];
        var text =
            new StringBuilder(
                Say($"\"\"\"Part {i} of the plant.\"\"\"\n\nfrom dataclasses import dataclass, field\n\n"));
        foreach (var other in used) text.Append(Say($"from {Module(other)} import Part{other:0000}\n"));
        text.Append(
            Say($"\n\n@dataclass\nclass Part{i:0000}:\n    \"\"\"A machine with its wear.\"\"\"\n\n    name: str = \"part {i}\"\n"));
        text.Append("    wear: float = 0.0\n    history: list[float] = field(default_factory=list)\n");
        for (var method = 0; method < MethodsInClass; method++)
        {
            text.Append(
                Say($"\n    def step_{i:0000}_{method}(self, load: float, cycles: int = {method + 1}) -> float:\n"));
            text.Append(
                Say($"        \"\"\"Runs step {method} under a load.\"\"\"\n        for cycle in range(cycles):\n"));
            text.Append("            if load * cycle > self.wear:\n                self.wear += load / (cycle + 1)\n");
            text.Append("                self.history.append(self.wear)\n        return self.wear\n");
        }

        text.Append(
            Say($"\n\ndef check_{i:0000}(limit: float) -> bool:\n    \"\"\"True while the wear is under the limit.\"\"\"\n"));
        text.Append(Say($"    part = Part{i:0000}()\n    total = part.step_{i:0000}_0(limit)\n"));
        foreach (var other in used) text.Append(Say($"    total += Part{other:0000}().step_{other:0000}_1(limit)\n"));
        return text.Append("    return total < limit\n").ToString();
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
