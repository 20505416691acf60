namespace FFMpegCore.Pipes;

/// <summary>Writes an input's bytes into a pipe that FFmpeg reads.</summary>
public interface IPipeSource
{
    /// <summary>The options that describe the stream, in front of <c>-i</c>: <c>-f rawvideo -pixel_format …</c>.</summary>
    string GetStreamArguments();

    /// <summary>Writes the whole stream; the pipe is closed when the task has completed.</summary>
    Task WriteAsync(Stream outputStream, CancellationToken cancellationToken);
}
