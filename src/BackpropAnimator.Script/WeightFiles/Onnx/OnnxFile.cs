using BackpropAnimator.Script.WeightFiles.Onnx;
using Google.Protobuf;
using Onnx;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>
/// ONNX, to which PyTorch and TensorFlow export: a graph of operators with its weights. It tells activations too.
/// https://onnx.ai/onnx/repo-docs/IR.html
/// </summary>
[Listed(30)]
internal sealed record OnnxFile : WeightsFormat
{
    public override string Extension => ".onnx";

    public override StoredNetwork Read(ReadOnlyMemory<byte> file, int? layerCount)
    {
        try
        {
            var model = ModelProto.Parser.WithDiscardUnknownFields(true).ParseFrom(file.Span);
            // Every model says which version of the operators it is for; a file that is cut off behind its graph does not.
            if (model.Graph is { } graph && model.OpsetImport.Count > 0) return new OnnxChain(graph).Network();
        }
        catch (InvalidProtocolBufferException)
        {
            // The same as a file that is a protocol buffer of another kind.
        }
        throw new WeightFileException("it is no ONNX model, or damaged");
    }
}
