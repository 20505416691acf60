using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BackpropAnimator.Script.Yaml;
using Onnx;

namespace BackpropAnimator.Script.WeightFiles.Onnx;

/// <summary>A tensor of an ONNX graph, whose numbers are bytes or in a list of their type.</summary>
internal static class OnnxTensor
{
    /// <exception cref="WeightFileException">Its shape is none.</exception>
    public static StoredArray Of(TensorProto tensor, string name) => StoredArray.ShapeOf(tensor.Dims) is { } shape
        ? new(name, shape, () => Decode(tensor, name, shape))
        : throw new WeightFileException($"the shape of {Quote.InWords(name)} is none");

    static double[] Decode(TensorProto tensor, string name, ImmutableArray<int> shape)
    {
        if (tensor.DataLocation == TensorProto.Types.DataLocation.External)
            throw new WeightFileException(
                $"the numbers of {Quote.InWords(name)} are in another file", "save the model with its data: onnx.save(onnx.load(…), file)");
        var numbers = tensor.HasRawData ? FromBytes(tensor, name) : FromList(tensor, name);
        return numbers.Length == StoredArray.CountOf(shape) ? numbers : throw new WeightFileException(
            $"{Quote.InWords(name)} has {numbers.Length} numbers, and its shape is {StoredArray.ShapeInWords(shape)}");
    }

    static double[] FromBytes(TensorProto tensor, string name)
    {
        var type = (TensorProto.Types.DataType)tensor.DataType switch
        {
            TensorProto.Types.DataType.Double => NumberType.Float64,
            TensorProto.Types.DataType.Float => NumberType.Float32,
            TensorProto.Types.DataType.Float16 => NumberType.Float16,
            TensorProto.Types.DataType.Bfloat16 => NumberType.BFloat16,
            var other => throw OtherType(other, name),
        };
        return type.Decode(tensor.RawData.Span);
    }

    static double[] FromList(TensorProto tensor, string name) => (TensorProto.Types.DataType)tensor.DataType switch
    {
        TensorProto.Types.DataType.Double => [.. tensor.DoubleData],
        TensorProto.Types.DataType.Float => [.. tensor.FloatData.Select(number => (double)number)],
        TensorProto.Types.DataType.Float16 => NumberType.Float16.Decode(Halves(tensor)),
        TensorProto.Types.DataType.Bfloat16 => NumberType.BFloat16.Decode(Halves(tensor)),
        var other => throw OtherType(other, name),
    };

    // Sixteen bits each, in the lower half of an integer.
    static ReadOnlySpan<byte> Halves(TensorProto tensor) =>
        MemoryMarshal.AsBytes(tensor.Int32Data.Select(number => (ushort)number).ToArray().AsSpan());

    static WeightFileException OtherType(TensorProto.Types.DataType type, string name) =>
        new($"{Quote.InWords(name)} holds numbers of the type {type}", "export the model with floats");
}
