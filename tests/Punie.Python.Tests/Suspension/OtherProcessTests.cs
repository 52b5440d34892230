using System.Diagnostics;
using Punie.Python.Sandbox;
using Punie.Python.Tests.Sandbox;
using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Suspension;

/// <summary>Saves here, continues in a second process of this very test program.</summary>
public sealed class OtherProcessTests
{
    private const string FileVariable = "PUNIE_SAVED_RUN";

    private const string Program = """
        import asyncio, random, time
        from datetime import datetime
        t = time.monotonic()
        class Shop:
            def __init__(self): self.seen = {}
            def visit(self, o): self.seen.setdefault(o.status, []).append(o.total * random.random())
        shop = Shop()
        def walk():
            for i in range(3):
                yield get_order(i)
        for o in walk(): shop.visit(o)
        async def main():
            print(await asyncio.gather(fetch('a'), fetch('b')))
            print(add(1, 2), datetime.now() > datetime(2020, 1, 1))
        asyncio.run(main())
        print(len(shop.seen['paid']), sum(shop.seen['paid']), time.monotonic() >= t)
        """;

    [Fact]
    public async Task A_run_goes_on_in_another_process()
    {
        var token = TestContext.Current.CancellationToken;
        var whole = new Broken(HostFixture.Functions).Whole(Program);
        var saved = new Broken(HostFixture.Functions).Save(Program, call => call.Function == "add");
        var folder = Directory.CreateTempSubdirectory("punie-");
        try
        {
            var file = Path.Combine(folder.FullName, "run.bin");
            await File.WriteAllBytesAsync(file, saved.ToBytes(), token);
            using var child = Process.Start(Again(file))!;
            await child.StandardOutput.ReadToEndAsync(token);
            await child.WaitForExitAsync(token);

            Assert.Equal(Show(whole), await File.ReadAllTextAsync(file + ".out", token));
            Assert.Equal(whole.Output[saved.Output.Length..], await File.ReadAllTextAsync(file + ".sent", token));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact(Explicit = true)]
    public async Task The_other_process()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { } file) return;
        var token = TestContext.Current.CancellationToken;
        var saved = SavedRun.Load(await File.ReadAllBytesAsync(file, token), Generous);
        var sent = "";

        var outcome = await SandboxProgram.Resume(saved, HostFixture.Functions)
            .RunAsync(new RunOptions { OnOutput = text => sent += text }, token);

        await File.WriteAllTextAsync(file + ".sent", sent, token);
        await File.WriteAllTextAsync(file + ".out", Show(outcome), token);
    }

    private static ProcessStartInfo Again(string file)
    {
        var assembly = typeof(OtherProcessTests).Assembly.Location;
        return new ProcessStartInfo("dotnet")
        {
            ArgumentList = { assembly, "-explicit", "only", "-method", $"*{nameof(The_other_process)}" },
            Environment = { [FileVariable] = file },
            RedirectStandardOutput = true,
        };
    }
}
