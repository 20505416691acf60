using BackpropAnimator.Files;

namespace BackpropAnimator.Video;

/// <summary>Something around the program keeps a render from being finished: FFmpeg, the disk, a folder.</summary>
/// <remarks>The message is a sentence for the user, with the cause and what to do about it, and without control characters.</remarks>
public sealed class RenderException : Exception
{
    public RenderException(string message, Exception? inner = null) : base(PlainText.Of(message), inner) { }

    /// <summary>What keeps a place from being written, as a clause; null when something else is the matter.</summary>
    internal string? Obstacle { get; private init; }

    internal static RenderException FFmpegMissing(string program, string folder, Exception? inner = null) => new(
        folder.Length == 0
            ? $"The program '{program}' was not found; install FFmpeg (on Debian or Ubuntu: sudo apt install ffmpeg)."
            : $"The program '{program}' was not found in {folder}; install FFmpeg there or name the folder that has it.", inner);

    internal static RenderException EncoderMissing(string encoder, Exception? inner = null) =>
        new(
            $"This FFmpeg has no encoder '{encoder}'; install one that has it, or choose another format or codec "
            + "(backprop doctor lists what is there).", inner);

    internal static RenderException HardwareMissing(string encoder, Codec codec, IEnumerable<HardwareEncoder> there)
    {
        string[] names = [.. there.Select(hardware => hardware.Name)];
        var has = names.Length > 0 ? $"for {codec} it has --encoder {Enumeration.Of(names)}" : $"it has no hardware's for {codec}";
        return new($"This FFmpeg has no encoder '{encoder}'; {has}, and {codec.Encoder} without --encoder.");
    }

    internal static RenderException HardwareFailed(HardwareEncoder hardware, string said) => new(
        $"{hardware.Title} does not encode this here{(said.Length > 0 ? $": {said}" : "")}. It needs {hardware.Needs}; "
        + "leave --encoder out to encode on the processor.");

    internal static RenderException DiskFull(string path, Exception? inner) =>
        new($"The disk is full: {path} could not be written; free some space or choose another place for the file.", inner)
        {
            Obstacle = "the disk is full",
        };

    internal static RenderException BeingWritten(string target) =>
        new($"{target} is just being written by another render; wait until that is done or stop it, or choose another name for the file.");

    internal static RenderException ChunksMissing(int missing, int all, string? folder) => new(
        $"{missing} of {all} {(all == 1 ? "chunk is" : "chunks are")} not in {folder}; "
        + "render what is missing (backprop chunks … --render) and join again.");

    internal static RenderException CannotWrite(string path, string reason, Exception? inner) =>
        new($"Cannot write {path}: {reason.TrimEnd('.')}.", inner) { Obstacle = reason.TrimEnd('.') };
}
