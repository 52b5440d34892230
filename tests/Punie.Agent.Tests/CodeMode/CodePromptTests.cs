using Punie.Agent.CodeMode;
using Punie.Agent.Tools;
using Punie.Testing;

namespace Punie.Agent.Tests.CodeMode;

public sealed class CodePromptTests
{
    [Fact]
    public void The_system_text_is_what_was_reviewed() => Snapshot.Match(CodePrompt.System(BuiltInTools.Create()));

    [Fact]
    public void The_only_function_takes_the_program()
    {
        Assert.Equal("execute_code", CodePrompt.ExecuteCode.Name);
        Assert.Equal("string", CodePrompt.ExecuteCode.JsonSchema.GetProperty("properties").GetProperty("code")
            .GetProperty("type").GetString());
    }
}
