using System.Security.Cryptography;
using Punie.Python.Sandbox;
using Punie.Python.Tests.Sandbox;
using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Suspension;

public sealed class SavedBytesTests
{
    private const string Program = """
        import asyncio, time
        async def main():
            print(time.time() > 0, await asyncio.gather(fetch('a'), fetch('err'), return_exceptions=True), echo({'k': [1, (2,), {3}]}))
            t = asyncio.create_task(fetch('late'))
            await asyncio.sleep(0)
            print(add(1, 2), await t)
        asyncio.run(main())
        """;

    private static readonly SandboxLimits Small =
        Generous with { Bytes = 8 * 1024 * 1024 };

    [Fact]
    public void Other_bytes_are_refused() =>
        Assert.Equal("These bytes are not a saved run.", Refusal(new byte[100]));

    [Fact]
    public void Another_version_is_refused_by_its_number()
    {
        var bytes = Saved();
        bytes["punie-run".Length] = 9;

        Assert.Equal("The run was saved in format 9; this version reads format 1.", Refusal(bytes));
    }

    [Fact]
    public void A_flipped_bit_is_noticed()
    {
        var bytes = Saved();
        bytes[^50] ^= 1;

        Assert.Equal("The saved run is damaged: its checksum does not match.", Refusal(bytes));
    }

    [Fact]
    public void More_than_the_host_grants_is_refused_by_name()
    {
        var bytes = Saved();

        var error = Assert.Throws<SavedRunException>(() => SavedRun.Load(bytes, Small with { Steps = 100 }));

        Assert.Equal("The saved run asks for Steps 50000000; at most 100 is granted.", error.Message);
        Assert.Throws<SavedRunException>(() => SavedRun.Load(bytes, Small with { Bytes = 100 }));
    }

    [Fact]
    public void Every_shorter_text_is_refused()
    {
        var bytes = Saved();
        for (var length = 0; length < bytes.Length; length++) Refusal(bytes.AsSpan(0, length));
    }

    // With a right checksum: what a forger would send.
    [Fact]
    public void Forged_bytes_end_as_a_run_or_as_one_clear_error()
    {
        var random = new Random(5);
        // Few steps for what became an endless loop, little time for what became a long sleep.
        var most = Small with { Steps = 100_000, WallTime = TimeSpan.FromSeconds(2) };
        var bytes = Saved(most);
        var refused = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var forged = bytes.ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                forged[random.Next(10, forged.Length - 32)] = (byte)random.Next(256);
            SHA256.HashData(forged.AsSpan(..^32), forged.AsSpan(^32..));
            try
            {
                SandboxProgram.Resume(SavedRun.Load(forged, most), HostFixture.Functions)
                    .Run(new RunOptions(), TestContext.Current.CancellationToken);
            }
            catch (SavedRunException error)
            {
                refused++;
                Assert.True(error.Message.Length < 400, error.Message);
            }
        }
        Assert.True(refused > 500, $"{refused}");
    }

    [Theory]
    [InlineData("add", "echo", "host call 1 is add() and was echo()")]
    [InlineData("add(1, 2)", "add(1, 3)", "host call 1, add(), has other arguments")]
    [InlineData("search('q')", "0", "it ends before the call at which the run was saved")]
    [InlineData("add(1, 2)", "print(5), add(1, 2)", "it printed something else")]
    [InlineData("time.time()", "0", "it calls add() where the saved run did something else")]
    public void A_program_that_does_something_else_is_not_continued(string was, string now, string how)
    {
        var program = was == "add"
            ? "y = echo(1)\nsearch('q')"
            : "import time\nx = time.time()\ny = add(1, 2)\nsearch('q')";
        var bytes =
            new Broken(HostFixture.Functions, Small) { Clock = new TestClock() }.Save(program, call =>
                call.Function == "search").ToBytes();
        var other = was == "add" ? "y = add(1, 1)\nsearch('q')" : program.Replace(was, now, StringComparison.Ordinal);

        var error = Assert.Throws<SavedRunException>(() =>
            SandboxProgram.Resume(SavedRun.Load(Forge(bytes, program, other), Small), HostFixture.Functions)
                .Run(new RunOptions(), TestContext.Current.CancellationToken));

        Assert.Contains(how, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_host_function_is_noticed()
    {
        var saved = new Broken(HostFixture.Functions).Save("add(1, 2)\nsearch('q')", call => call.Function == "search");

        Assert.Throws<SavedRunException>(() =>
            SandboxProgram.Resume(saved, []).Run(new RunOptions(), TestContext.Current.CancellationToken));
    }

    // Puts another program of any length into saved bytes.
    private static byte[] Forge(byte[] bytes, string was, string now)
    {
        var head = Head(was.Length);
        var text = System.Text.Encoding.Latin1.GetBytes(was);
        var at = bytes.AsSpan().IndexOf(text) - head.Length;
        byte[] forged = [.. bytes[..at], .. Head(now.Length), .. System.Text.Encoding.Latin1.GetBytes(now),
            .. bytes[(at + head.Length + text.Length)..^32]];
        return [.. forged, .. SHA256.HashData(forged)];

        static byte[] Head(int length) =>
            length * 2 < 128 ? [(byte)(length * 2)] : [(byte)(length * 2 | 128), (byte)(length * 2 >> 7)];
    }

    private static byte[] Saved(SandboxLimits? limits = null) =>
        new Broken(HostFixture.Functions, limits ?? Small) { Clock = new TestClock() }.Save(Program, call =>
            call.Function == "add").ToBytes();

    private static string Refusal(ReadOnlySpan<byte> bytes)
    {
        try
        {
            SavedRun.Load(bytes, Small);
        }
        catch (SavedRunException error)
        {
            return error.Message;
        }
        throw new InvalidOperationException("The bytes were accepted.");
    }
}
