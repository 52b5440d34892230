using Punie.Lab.Datasets;
using Punie.Lab.Suites;

namespace Punie.Lab.Tests;

public sealed class LeakFilterTests
{
    private static readonly Intent Count =
        new Intent.Program("types.count", new ProgramTemplate("typecheck(<path>)", new Dictionary<string, string>()));

    private static readonly LeakFilter Filter = new(
    [
        new Sample("a", "typecheck", "How many type errors are in billing/tax.py?", new Expectation.Calls(
            [new ExpectedCall("typecheck", new Dictionary<string, string> { ["path"] = "billing/tax.py" }, [])])),
    ]);

    [Theory]
    [InlineData("how many type errors are in {path}")]
    [InlineData("How many type errors are there in {path}?")]
    public void A_wording_of_a_suite_leaks_whatever_name_it_asks_about(string text) =>
        Assert.True(Filter.Leaks(new Phrase(Count, "f", text)));

    [Theory]
    [InlineData("count the type errors of {path}")]
    [InlineData("type errors in {path}, how many")]
    public void Another_wording_does_not(string text) => Assert.False(Filter.Leaks(new Phrase(Count, "f", text)));
}
