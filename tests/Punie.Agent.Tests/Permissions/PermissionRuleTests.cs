using Punie.Agent.Permissions;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.Permissions;

public sealed class PermissionRuleTests
{
    [Theory]
    [InlineData("allow run_command: command in [pytest, ruff]", true)]
    [InlineData("allow run_command: line in [pytest *]", true)]
    [InlineData("allow run_command", true)]
    [InlineData("allow run_command: command in [ruff]", false)]
    [InlineData("allow run_command: command in [pytest] and cwd in [tests]", false)]
    [InlineData("allow write_file: path in [*]", false)]
    public void A_rule_fits_what_it_names_and_nothing_else(string rule, bool fits)
    {
        var request = Requests.Command("pytest", "-q");

        Assert.Equal(fits, Requests.Rule(rule).Fits(request.Tool, request.Change));
    }

    [Theory]
    [InlineData("deny run_command: command in [rm]", true)]
    [InlineData("allow run_command: command in [rm]", false)]
    public void A_path_to_a_program_is_forbidden_by_its_name_but_not_allowed_by_it(string rule, bool fits)
    {
        var request = Requests.Command("/bin/rm", "-r", "src");

        Assert.Equal(fits, Requests.Rule(rule).Fits(request.Tool, request.Change));
    }

    [Theory]
    [InlineData("run_command", "is not a rule")]
    [InlineData("allow read_file", "'read_file' asks for no permission; rules can be about ")]
    [InlineData("allow no_such_tool", "there is no tool 'no_such_tool'; rules can be about ")]
    [InlineData("deny run_comand", "there is no tool 'run_comand'; did you mean run_command?")]
    [InlineData("allow run_command: program in [x]", "there is no fact 'program'; use one of command, line, cwd")]
    [InlineData("allow write_file: command in [x]", "there is no fact 'command'; use one of path")]
    [InlineData("allow run_command: command = x", "is not a condition")]
    [InlineData("allow run_command: command in []", "lists no pattern")]
    public void A_wrong_rule_is_refused(string text, string message)
    {
        Assert.False(PermissionRule.TryParse(text, new RuleSubjects(BuiltInTools.Create(), []), out _, out var error));

        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_can_be_about_every_tool_that_has_an_effect()
    {
        foreach (var tool in BuiltInTools.Create().Tools.Where(tool => tool.Effect is not ToolEffect.Read))
        {
            Assert.Equal(tool.Name, Requests.Rule($"allow {tool.Name}: {tool.Facts[0]} in [*]").Tool);
        }
    }
}
