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

    public FFMpegArgumentOptions WithCopyCodec() => Add("-c", "copy");

    public FFMpegArgumentOptions ForceFormat(string format) => Add("-f", format);

    /// <param name="argument">Options as on a command line: parted by white space, grouped by double quotes.</param>
    public FFMpegArgumentOptions WithCustomArgument(string argument) => Add([.. CommandLine.Split(argument)]);

    FFMpegArgumentOptions Add(params ReadOnlySpan<string> arguments)
    {
        Collected.AddRange(arguments);
        return this;
    }
}
