using System.Collections.Frozen;
using System.ComponentModel;
using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video;

/// <summary>What the FFmpeg of this system is able to do, as it says itself.</summary>
/// <param name="Version">Such as <c>7.1.1-1</c>.</param>
/// <param name="Encoders">The names of its encoders, such as <c>libx264</c>.</param>
public sealed record FFmpegInfo(string Version, FrozenSet<string> Encoders)
{
    /// <summary>
    /// Differs when another FFmpeg, or another version of it, is on the
    /// search path; empty if there is none. Nothing is started to find out.
    /// </summary>
    public static string Installed => FFmpegProgram.Identify("");

    /// <summary>The hardware that it has an encoder of a codec for, whether this machine has that hardware or not.</summary>
    public IEnumerable<HardwareEncoder> HardwareFor(Codec codec) =>
        HardwareEncoder.All.Where(hardware => hardware.Codecs.Contains(codec) && Encoders.Contains(hardware.EncoderOf(codec)));

    /// <summary>Asks the <c>ffmpeg</c> of a folder; null when there is none, or when what is called so is not FFmpeg.</summary>
    /// <param name="folder">Empty for the search path.</param>
    public static async Task<FFmpegInfo?> AskAsync(string folder = "", CancellationToken cancellation = default)
    {
        var about = await AnswerAsync(folder, ["-version"], cancellation).ConfigureAwait(false);
        if (about?.Split(' ') is not [_, "version", var version, ..]) return null;
        var list = await AnswerAsync(folder, ["-hide_banner", "-encoders"], cancellation).ConfigureAwait(false);
        if (list is null) return null;
        // Lines such as " V....D libx264   libx264 H.264 / AVC …" after a legend that ends with dashes.
        var encoders = list.Split('\n').SkipWhile(line => !line.Contains("------", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 1)
            .Select(words => words[1]);
        return new(version, encoders.ToFrozenSet());
    }

    static async Task<string?> AnswerAsync(string folder, string[] question, CancellationToken cancellation)
    {
        if (FFmpegProgram.Find(folder) is not { } path) return null;
        try
        {
            var (exitCode, answer, _) = await FFmpegProcess.RunBareAsync(path, question, cancellation).ConfigureAwait(false);
            return exitCode == 0 ? answer : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
