using FFMpegCore.Arguments;

namespace FFMpegCore;

/// <summary>Options of one input or output.</summary>
public class FFMpegArgumentOptions : FFMpegArgumentsBase
{
    internal FFMpegArgumentOptions() { }

    internal static IReadOnlyList<string> From(Action<FFMpegArgumentOptions>? add)
    {
        var options = new FFMpegArgumentOptions();
        add?.Invoke(options);
        return options.Collected;
    }

    public FFMpegArgumentOptions WithVideoCodec(string videoCodec) => Add("-c:v", videoCodec);

    /// <param name="crf">0 (lossless) to 63.</param>
    public FFMpegArgumentOptions WithConstantRateFactor(int crf) =>
        crf is >= 0 and <= 63
            ? Add("-crf", $"{crf}")
            : throw new ArgumentOutOfRangeException(nameof(crf), crf, "The constant rate factor must be from 0 to 63.");

    public FFMpegArgumentOptions WithCopyCodec() => Add("-c", "copy");

    /// <summary>The index goes in front of the media data, so that playing starts before everything is there.</summary>
    public FFMpegArgumentOptions WithFastStart() => Add("-movflags", "faststart");

    public FFMpegArgumentOptions UsingThreads(int threads) => Add("-threads", $"{threads}");

    public FFMpegArgumentOptions ForceFormat(string format) => Add("-f", format);

    public FFMpegArgumentOptions ForcePixelFormat(string pixelFormat) => Add("-pix_fmt", pixelFormat);

    /// <param name="argument">Options as on a command line: parted by white space, grouped by double quotes.</param>
    public FFMpegArgumentOptions WithCustomArgument(string argument) => Add([.. CommandLine.Split(argument)]);

    FFMpegArgumentOptions Add(params ReadOnlySpan<string> arguments)
    {
        Collected.AddRange(arguments);
        return this;
    }
}
