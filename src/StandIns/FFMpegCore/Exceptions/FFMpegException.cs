namespace FFMpegCore.Exceptions;

/// <summary>FFmpeg could not be started (<see cref="FFMpegExceptionType.Operation"/>) or ended with an error (<see cref="FFMpegExceptionType.Process"/>).</summary>
public class FFMpegException : Exception
{
    public FFMpegException(FFMpegExceptionType type, string message, Exception? innerException = null, string ffMpegErrorOutput = "")
        : base(message, innerException)
    {
        Type = type;
        FFMpegErrorOutput = ffMpegErrorOutput;
    }

    public FFMpegExceptionType Type { get; }

    /// <summary>The last lines that FFmpeg wrote to its standard error.</summary>
    public string FFMpegErrorOutput { get; }
}
