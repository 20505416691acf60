namespace FFMpegCore.Exceptions;

/// <summary>FFprobe could not be started, or could not read the file.</summary>
public class FFProbeException(string message, Exception? inner = null) : Exception(message, inner);
