using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FFMpegCore.Arguments;
using FFMpegCore.Exceptions;
using FFMpegCore.Probing;
using FFMpegCore.Processes;

namespace FFMpegCore;

/// <summary>Asks FFprobe about files.</summary>
public static class FFProbe
{
    static readonly string[] Questions = ["-loglevel", "error", "-print_format", "json", "-show_format", "-sexagesimal", "-show_streams", "-show_chapters"];

    /// <exception cref="FFProbeException">FFprobe is missing, or cannot read the file.</exception>
    public static IMediaAnalysis Analyse(string filePath, FFOptions? ffOptions = null, string? customArguments = null) =>
        AnalyseAsync(filePath, ffOptions, CancellationToken.None, customArguments).GetAwaiter().GetResult();

    /// <exception cref="FFProbeException">FFprobe is missing, or cannot read the file.</exception>
    [SuppressMessage("Design", "CA1068", Justification = "The package's signature.")]
    public static async Task<IMediaAnalysis> AnalyseAsync(
        string filePath, FFOptions? ffOptions = null, CancellationToken cancellationToken = default, string? customArguments = null)
    {
        var ffprobe = new ChildProcess("ffprobe", [.. Questions, .. CommandLine.Split(customArguments ?? ""), "file:" + filePath], ffOptions ?? new());
        try
        {
            var ended = await ffprobe.RunAsync(cancellationToken).ConfigureAwait(false);
            if (ended.ExitCode != 0) throw new FFProbeException(ended.Describe("ffprobe"));
            using var json = JsonDocument.Parse(ended.Output);
            return new MediaAnalysis(json.RootElement);
        }
        catch (ProgramNotFoundException e)
        {
            throw new FFProbeException("ffprobe was not found on your system", e);
        }
        catch (JsonException e)
        {
            throw new FFProbeException($"ffprobe's answer about {filePath} cannot be read", e);
        }
    }
}
