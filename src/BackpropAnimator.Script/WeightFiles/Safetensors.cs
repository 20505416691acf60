using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>
/// Safetensors, in which PyTorch's models are shared: a header of JSON behind its length, and then the bytes of all arrays.
/// https://github.com/huggingface/safetensors#format
/// </summary>
[Listed(10)]
internal sealed record Safetensors : ArraysFormat
{
    const int LengthBytes = 8;

    public override string Extension => ".safetensors";

    // torch.nn.Linear computes x Wᵀ + b.
    public override MatrixOrder Order => MatrixOrder.OutIn;

    public override bool ShapesDecide => false;

    public override ImmutableArray<StoredArray> Arrays(ReadOnlyMemory<byte> file)
    {
        if (file.Length < LengthBytes || BinaryPrimitives.ReadUInt64LittleEndian(file.Span) > (ulong)(file.Length - LengthBytes))
            throw new WeightFileException("it is no safetensors file, or it is cut off: its header ends beyond its end");
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        var data = file[(LengthBytes + length)..];
        try
        {
            using var header = JsonDocument.Parse(file.Slice(LengthBytes, length));
            if (header.RootElement.ValueKind != JsonValueKind.Object) throw Damaged("the header lists no arrays");
            return
            [
                .. header.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__").Select(entry => Array(entry, data)),
            ];
        }
        // Text that is not UTF-8 is found where it is first read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Damaged("the header is not JSON");
        }
    }

    static StoredArray Array(JsonProperty entry, ReadOnlyMemory<byte> data)
    {
        var (name, about) = (entry.Name, entry.Value);
        if (about.ValueKind != JsonValueKind.Object || !about.TryGetProperty("dtype", out var dtype)
            || StoredArray.ShapeOf(WholeNumbers(about, "shape")) is not { } shape
            || WholeNumbers(about, "data_offsets") is not [>= 0 and var begin, var end] || begin > end || end > data.Length)
            throw Damaged($"the header does not say where {Quote.InWords(name)} is");
        var (type, bytes) = (dtype.ToString(), data[(int)begin..(int)end]);
        return new(name, shape, () => Decode(name, type, shape, bytes.Span));
    }

    static double[] Decode(string name, string typeName, ImmutableArray<int> shape, ReadOnlySpan<byte> bytes)
    {
        var type = typeName switch
        {
            "F64" => NumberType.Float64,
            "F32" => NumberType.Float32,
            "F16" => NumberType.Float16,
            "BF16" => NumberType.BFloat16,
            _ => throw new WeightFileException(
                $"{Quote.InWords(name)} has numbers of the type {Quote.InWords(typeName)}, and F64, F32, F16 and BF16 are read",
                "save the model in 32-bit floats: model.float()"),
        };
        return (long)StoredArray.CountOf(shape) * type.Size == bytes.Length
            ? type.Decode(bytes)
            : throw Damaged($"{Quote.InWords(name)} has {bytes.Length} bytes, which are not those of its shape");
    }

    // A length that is no whole number is as wrong as a negative one.
    static long[] WholeNumbers(JsonElement about, string key) =>
        about.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var n) ? n : -1)]
            : [-1];

    static WeightFileException Damaged(string because) => new($"it is no safetensors file, or damaged: {because}");
}
