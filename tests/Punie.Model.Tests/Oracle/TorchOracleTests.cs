using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Punie.Model.Families;
using Punie.Model.Tensors;
using Punie.Model.Weights;

namespace Punie.Model.Tests.Oracle;

/// <summary>Same weights, same batch, once by PyTorch: logits, loss and every gradient.</summary>
public sealed class TorchOracleTests : IDisposable
{
    // Debian's own interpreter: the package python3-torch belongs to it.
    private const string Python = "/usr/bin/python3";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, 1e4)]
    [InlineData(false, 1e6)]
    public async Task Logits_loss_and_gradients_are_those_of_PyTorch(bool tied, double theta)
    {
        var decoder = TestData.Decoder(TestData.Tiny with { TiedEmbeddings = tied, RopeTheta = theta });
        var batch = TestData.Batch(TestData.Example(9, 37, 1), TestData.Example(3, 37, 2), TestData.Example(90, 37, 3));
        ModelFolder.Save(decoder, _folder.Path, TensorType.Float32);
        await File.WriteAllTextAsync(_folder["batch.json"], Json(batch), TestContext.Current.CancellationToken);

        await RunTorchAsync();

        var gradients = new FloatBuffer(decoder.ParameterCount);
        var pass = new DecoderPass(decoder);
        var loss = pass.LossAndGradients(batch, gradients.Span);
        using var oracle = SafetensorsFile.Open(_folder["oracle.safetensors"]);
        AssertClose(oracle, "loss", [(float)loss], 1e-5);
        AssertClose(oracle, "logits", pass.Logits(batch), 1e-4);
        foreach (var parameter in decoder.Layout.Parameters)
            AssertClose(oracle, "gradient." + parameter.Name, parameter.Slice.Of(gradients.Span), 2e-4);
    }

    private static string Json(PackedBatch batch) => new JsonObject
    {
        ["tokens"] = new JsonArray([.. batch.Tokens.ToArray().Select(t => (JsonNode)t)]),
        ["sequences"] = new JsonArray([.. batch.Sequences.Select(s => new JsonArray(s.Start, s.Length))]),
        ["rows"] = new JsonArray([.. batch.Targets.Select(t => (JsonNode)t.Row)]),
        ["targets"] = new JsonArray([.. batch.Targets.Select(t => (JsonNode)t.Token)]),
    }.ToJsonString();

    private static void AssertClose(SafetensorsFile oracle, string name, ReadOnlySpan<float> actual, double tolerance)
    {
        var expected = new float[actual.Length];
        oracle.Read(name, expected);
        for (var i = 0; i < expected.Length; i++)
        {
            var allowed = tolerance * (1 + Math.Abs(expected[i]));
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed,
                $"{name}[{i}] is {actual[i]}, PyTorch has {expected[i]}.");
        }
    }

    private async Task RunTorchAsync([CallerFilePath] string here = "")
    {
        Assert.SkipUnless(File.Exists(Python),
            $"SKIPPED: {Python} is missing, so PyTorch is not compared. Install python3-torch.");
        var script = Path.Combine(Path.GetDirectoryName(here)!, "torch_oracle.py");
        var modules =
            Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../benchmarks/training-speed"));
        using var process = Process.Start(new ProcessStartInfo(Python, [script, _folder.Path, modules])
        {
            RedirectStandardError = true,
            Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" },
        })!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(
            error.Contains("No module named 'torch'", StringComparison.Ordinal),
            "SKIPPED: PyTorch is not compared. Run: apt-get install python3-torch");
        Assert.True(process.ExitCode == 0, error);
    }
}
