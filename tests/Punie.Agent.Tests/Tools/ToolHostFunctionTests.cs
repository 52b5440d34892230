using Punie.Agent.Tools;
using Punie.Agent.Tools.Checks;
using Punie.Agent.Tools.Git;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tests.Tools;

public sealed class ToolHostFunctionTests
{
    [Fact]
    public void Parameters_and_defaults_are_those_of_the_tool()
    {
        var function = ToolHostFunction.Create(new GitLogTool(), (_, _, _) => throw new InvalidOperationException());

        Assert.Equal("git_log", function.Name);
        Assert.Equal(["path", "count"], function.Parameters.Select(parameter => parameter.Name));
        Assert.True(function.Parameters[1].Default!.Value.TryGetInt64(out var count));
        Assert.Equal(10, count);
    }

    [Fact]
    public void A_record_keeps_its_fields_and_its_inner_records()
    {
        var result =
            new RuffResult(false, null, 1, 0, [new RuffViolation("a.py", 3, 1, "F401", "unused", Fixable: true)]);

        var value = ToolHostFunction.ToPython(new RuffCheckTool().Result, result);

        Assert.True(value.TryGetRecord(out var type, out var fields));
        Assert.Equal(("RuffResult", "violations"), (type.Name, type.Fields[4]));
        Assert.Equal(PyKind.None, fields[1].Kind);
        Assert.True(fields[4].TryGetItems(out var violations));
        Assert.True(violations[0].TryGetRecord(out _, out var violation));
        Assert.True(violation[3].TryGetString(out var code));
        Assert.Equal("F401", code);
    }
}
