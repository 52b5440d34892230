using System.Buffers.Binary;
using System.Text;
using Punie.Model.Weights;

namespace Punie.Model.Tests.Weights;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder["x.safetensors"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(TensorType.Float32)]
    [InlineData(TensorType.Float16)]
    [InlineData(TensorType.BFloat16)]
    public void Numbers_that_the_type_can_hold_come_back_exactly(TensorType type)
    {
        float[] numbers = [0f, -0f, 1f, -1.5f, 0.0078125f, 96f, float.PositiveInfinity];

        Write(type, numbers);

        Assert.Equal(numbers, Read(numbers.Length));
    }

    [Fact]
    public void Every_half_and_every_bfloat16_survives_a_round_trip()
    {
        foreach (var type in new[] { TensorType.Float16, TensorType.BFloat16 })
        {
            var bytes = new byte[2 * 65_536];
            for (var i = 0; i < 65_536; i++) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), (ushort)i);
            var floats = new float[65_536];
            FloatCodec.Decode(type, bytes, floats);
            var again = new byte[bytes.Length];
            FloatCodec.Encode(type, floats, again);

            for (var i = 0; i < 65_536; i++)
            {
                if (!float.IsNaN(floats[i]))
                    Assert.Equal(i, BinaryPrimitives.ReadUInt16LittleEndian(again.AsSpan(2 * i)));
                else Assert.True(IsNaN(type, again.AsSpan(2 * i, 2)));
            }
        }
    }

    [Theory]
    [InlineData(1.00390625f, 1f)]
    [InlineData(1.01171875f, 1.015625f)]
    [InlineData(1.0078124f, 1.0078125f)]
    public void BFloat16_rounds_to_the_nearest_and_ties_to_even(float value, float expected)
    {
        Write(TensorType.BFloat16, [value]);

        Assert.Equal([expected], Read(1));
    }

    [Fact]
    public void Shapes_types_and_metadata_are_kept()
    {
        SafetensorsWriter.Write(
            FilePath,
            [
                new TensorSource("a", [2, 3], TensorType.Float16, () => new float[6]),
                new TensorSource("b", [5], TensorType.Float32, () => new float[5]),
            ],
            new Dictionary<string, string> { ["note"] = "ölçü" });

        using var file = SafetensorsFile.Open(FilePath);

        Assert.Equal([2L, 3L], file.Tensors["a"].Shape);
        Assert.Equal(TensorType.Float16, file.Tensors["a"].Type);
        Assert.Equal((12L, 32L), (file.Tensors["b"].Start, file.Tensors["b"].End));
        Assert.Equal("ölçü", file.Metadata["note"]);
    }

    [Fact]
    public void The_data_starts_on_a_multiple_of_eight_bytes()
    {
        Write(TensorType.Float32, [1f]);

        Assert.Equal(0ul, BinaryPrimitives.ReadUInt64LittleEndian(File.ReadAllBytes(FilePath)) % 8);
    }

    [Fact]
    public void Writing_replaces_the_file_and_leaves_nothing_else_behind()
    {
        Write(TensorType.Float32, [1f]);
        Write(TensorType.Float32, [2f]);

        Assert.Equal([2f], Read(1));
        Assert.Equal([FilePath], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_failed_write_keeps_the_old_file()
    {
        Write(TensorType.Float32, [1f]);

        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(
            FilePath,
            [new TensorSource("x", [3], TensorType.Float32, () => new float[2])],
            new Dictionary<string, string>()));

        Assert.Equal([1f], Read(1));
    }

    [Fact]
    public void A_missing_tensor_is_named()
    {
        Write(TensorType.Float32, [1f]);
        using var file = SafetensorsFile.Open(FilePath);

        var error = Assert.Throws<InvalidDataException>(() => file.Read("y", new float[1]));

        Assert.EndsWith("the tensor 'y' is missing.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", 4, "tensors take 0 bytes but 4 follow")]
    [InlineData("[]", 0, "header is not a JSON object")]
    [InlineData("{\"a\"", 0, "header is not JSON")]
    [InlineData("{\"a\":1}", 0, "entry of 'a' is not an object")]
    [InlineData("{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}", 8, "dtype I64")]
    [InlineData("{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}", 4, "dtype (none)")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", 4, "no valid shape")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}", 4, "no valid data_offsets")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4,
        "of shape [2] does not fill its 4 bytes")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 3, "may be cut short")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8, "start at 4, not at 0")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}}", 4,
        "does not fill")]
    [InlineData("{\"__metadata__\":{\"a\":1}}", 0, "metadata 'a' is not a string")]
    public void A_damaged_header_is_refused_with_its_reason(string header, int dataBytes, string reason)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        File.WriteAllBytes(FilePath, [.. length, .. json, .. new byte[dataBytes]]);

        var error = Assert.Throws<InvalidDataException>(() => SafetensorsFile.Open(FilePath));

        Assert.StartsWith(FilePath, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "it has only 3 bytes")]
    [InlineData(20, "announces a header of")]
    public void A_file_that_is_not_safetensors_is_refused(int bytes, string reason)
    {
        File.WriteAllBytes(FilePath, [.. Enumerable.Repeat((byte)'x', bytes)]);

        var error = Assert.Throws<InvalidDataException>(() => SafetensorsFile.Open(FilePath));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static bool IsNaN(TensorType type, ReadOnlySpan<byte> bytes)
    {
        var value = new float[1];
        FloatCodec.Decode(type, bytes, value);
        return float.IsNaN(value[0]);
    }

    private void Write(TensorType type, float[] numbers) => SafetensorsWriter.Write(
        FilePath,
        [new TensorSource("x", [numbers.Length], type, () => numbers)],
        new Dictionary<string, string>());

    private float[] Read(int count)
    {
        using var file = SafetensorsFile.Open(FilePath);
        var numbers = new float[count];
        file.Read("x", numbers);
        return numbers;
    }
}
