using FFMpegCore.Arguments;
using FFMpegCore.Enums;
using FFMpegCore.Exceptions;
using FFMpegCore.Processes;

namespace FFMpegCore;

/// <summary>One run of FFmpeg, ready to start.</summary>
public class FFMpegArgumentProcessor
{
    readonly FFMpegArguments inputs;
    readonly IReadOnlyList<string> output;
    FFMpegLogLevel? logLevel;
    Action<string>? onError;
    CancellationToken cancellation;

    internal FFMpegArgumentProcessor(FFMpegArguments inputs, IReadOnlyList<string> output) => (this.inputs, this.output) = (inputs, output);

    public string Arguments => CommandLine.Join(ArgumentList);

    IEnumerable<string> ArgumentList =>
        [.. logLevel is { } level ? ["-v", level.ToString().ToLowerInvariant()] : Array.Empty<string>(), .. inputs.InputArguments, .. output];

    public FFMpegArgumentProcessor WithLogLevel(FFMpegLogLevel logLevel)
    {
        this.logLevel = logLevel;
        return this;
    }

    /// <summary>Hears every line that FFmpeg writes to its standard error.</summary>
    public FFMpegArgumentProcessor NotifyOnError(Action<string> onError)
    {
        this.onError = onError;
        return this;
    }

    /// <param name="token">When cancelled, FFmpeg is ended and the run throws <see cref="OperationCanceledException"/>.</param>
    /// <param name="timeout">Accepted for the sake of the signature: with its standard input being a pipe, FFmpeg cannot be asked to stop, so it is killed at once.</param>
    public FFMpegArgumentProcessor CancellableThrough(CancellationToken token, int timeout = 0)
    {
        cancellation = token;
        return this;
    }

    /// <returns>Whether FFmpeg ended with exit code 0.</returns>
    /// <exception cref="FFMpegException">FFmpeg was not found; or, where <paramref name="throwOnError"/> says so, it ended with another exit code.</exception>
    public async Task<bool> ProcessAsynchronously(bool throwOnError = true, FFOptions? ffMpegOptions = null)
    {
        var source = inputs.Inputs.OfType<PipeInput>().SingleOrDefault()?.Source;
        var ffmpeg = new ChildProcess("ffmpeg", ArgumentList, ffMpegOptions ?? new())
        {
            Feed = source is null ? null : source.WriteAsync,
            OnErrorLine = onError,
        };
        try
        {
            foreach (var input in inputs.Inputs) input.Prepare();
            var ended = await ffmpeg.RunAsync(cancellation).ConfigureAwait(false);
            if (ended.ExitCode != 0 && throwOnError)
                throw new FFMpegException(FFMpegExceptionType.Process, ended.Describe("ffmpeg"), null, ended.ErrorText);
            return ended.ExitCode == 0;
        }
        catch (ProgramNotFoundException e)
        {
            throw new FFMpegException(FFMpegExceptionType.Operation, "ffmpeg was not found on your system", e);
        }
        finally
        {
            foreach (var input in inputs.Inputs) input.CleanUp();
        }
    }
}
