using System.Text.RegularExpressions;

namespace BackpropAnimator.Video.Encoder;

/// <summary>Turns FFmpeg's failures into sentences, by its exit code and what it said last.</summary>
internal static partial class FFmpegFailure
{
    const string NoSpaceLeft = "No space left on device";

    /// <param name="said">Its lines on standard error.</param>
    /// <param name="file">What it was to write.</param>
    /// <param name="hardware">What was to encode it; null for the processor, or where nothing was to be encoded.</param>
    public static RenderException Explain(int exitCode, IReadOnlyList<string> said, string file, HardwareEncoder? hardware = null)
    {
        if (IsDiskFull(said)) return RenderException.DiskFull(file, null);
        var unknown = said.Select(line => UnknownEncoder().Match(line)).FirstOrDefault(match => match.Success);
        if (unknown is not null) return RenderException.EncoderMissing(unknown.Groups[1].Value);
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            return RenderException.CannotWrite(file, "its folder was removed meanwhile", null);
        if (ReasonAt(file, said) is { } reason) return RenderException.CannotWrite(file, reason, null);
        if (hardware is not null) return RenderException.HardwareFailed(hardware, FirstLine(said));
        var last = LastLines(said);
        return new($"FFmpeg stopped with exit code {exitCode}{(last.Length > 0 ? $": {last}" : " and said nothing")}.");
    }

    /// <summary>
    /// Whether the disk was full. FFmpeg calls it a success when only the last of the file, its index, could not be written.
    /// </summary>
    public static bool IsDiskFull(IEnumerable<string> said) => said.Any(line => line.Contains(NoSpaceLeft, StringComparison.Ordinal));

    // As in "file:clip.mp4: Permission denied", whatever is before it.
    static string? ReasonAt(string file, IEnumerable<string> said) => said
        .Select(line => (line, at: line.LastIndexOf($"{file}: ", StringComparison.Ordinal)))
        .Where(found => found.at >= 0)
        .Select(found => found.line[(found.at + file.Length + 2)..].Trim())
        .LastOrDefault(reason => reason.Length > 0);

    static string LastLines(IEnumerable<string> said) =>
        string.Join(" / ", said.Select(line => line.Trim()).Where(line => line.Length > 0).TakeLast(3)).TrimEnd('.');

    // What it says first is the cause, the rest what came of it; and nobody needs the address of its part that says so.
    static string FirstLine(IEnumerable<string> said) =>
        Speaker().Replace(said.Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "", "").TrimEnd('.');

    [GeneratedRegex(@"^\[[^\]]*\] *")]
    private static partial Regex Speaker();

    [GeneratedRegex(@"Unknown encoder '([^']+)'")]
    private static partial Regex UnknownEncoder();
}
