namespace Punie.Model.Weights;

/// <summary>How a tensor's numbers are stored.</summary>
public enum TensorType
{
    /// <summary>IEEE 754 binary32.</summary>
    Float32,

    /// <summary>IEEE 754 binary16: 11 significant bits, up to 65,504.</summary>
    Float16,

    /// <summary>The upper half of a binary32: 8 significant bits, the same range.</summary>
    BFloat16,
}

/// <summary>Names, sizes and conversions of <see cref="TensorType"/>.</summary>
internal static class TensorTypes
{
    public static int Bytes(this TensorType type) => type == TensorType.Float32 ? 4 : 2;

    /// <summary>The name in a safetensors header.</summary>
    public static string Code(this TensorType type) => type switch
    {
        TensorType.Float32 => "F32",
        TensorType.Float16 => "F16",
        TensorType.BFloat16 => "BF16",
    };

    /// <summary>The name in config.json.</summary>
    public static string TorchName(this TensorType type) => type switch
    {
        TensorType.Float32 => "float32",
        TensorType.Float16 => "float16",
        TensorType.BFloat16 => "bfloat16",
    };

    public static TensorType? FromCode(string? code) => code switch
    {
        "F32" => TensorType.Float32,
        "F16" => TensorType.Float16,
        "BF16" => TensorType.BFloat16,
        _ => null,
    };
}
