using FFMpegCore.Arguments;
using FFMpegCore.Pipes;

namespace FFMpegCore;

/// <summary>The inputs of one run of FFmpeg, in order, each with its options.</summary>
public sealed class FFMpegArguments : FFMpegArgumentsBase
{
    readonly List<(Input Input, IReadOnlyList<string> Options)> inputs = [];

    FFMpegArguments() { }

    public string Text => CommandLine.Join(InputArguments);

    internal IEnumerable<string> InputArguments => inputs.SelectMany((input, index) => input.Options.Concat(input.Input.Arguments(index)));

    internal IEnumerable<Input> Inputs => inputs.Select(input => input.Input);

    public static FFMpegArguments FromFileInput(string filePath, bool verifyExists = true, Action<FFMpegArgumentOptions>? addArguments = null) =>
        new FFMpegArguments().With(new FileInput(filePath, verifyExists), addArguments);

    public static FFMpegArguments FromPipeInput(IPipeSource sourcePipe, Action<FFMpegArgumentOptions>? addArguments = null) =>
        new FFMpegArguments().With(new PipeInput(sourcePipe), addArguments);

    public FFMpegArguments AddFileInput(string filePath, bool verifyExists = true, Action<FFMpegArgumentOptions>? addArguments = null) =>
        With(new FileInput(filePath, verifyExists), addArguments);

    /// <summary>Tags and chapters, written as an ffmetadata file has them.</summary>
    public FFMpegArguments AddMetaData(string content, Action<FFMpegArgumentOptions>? addArguments = null) =>
        With(new MetadataInput(content), addArguments);

    public FFMpegArgumentProcessor OutputToFile(string file, bool overwrite = true, Action<FFMpegArgumentOptions>? addArguments = null) =>
        new(this, [.. FFMpegArgumentOptions.From(addArguments), overwrite ? "-y" : "-n", "file:" + file]);

    FFMpegArguments With(Input input, Action<FFMpegArgumentOptions>? addArguments)
    {
        inputs.Add((input, FFMpegArgumentOptions.From(addArguments)));
        return this;
    }
}
