using System.Collections.Frozen;
using System.ComponentModel;
using System.Diagnostics;
using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video;

/// <summary>What the FFmpeg of this system is able to do, as it says itself.</summary>
/// <param name="Version">Such as <c>7.1.1-1</c>.</param>
/// <param name="Encoders">The names of its encoders, such as <c>libx264</c>.</param>
public sealed record FFmpegInfo(string Version, FrozenSet<string> Encoders)
{
    /// <summary>Differs when another FFmpeg, or another version of it, is on the search path; empty if there is none. Nothing is started to find out.</summary>
    public static string Installed => FFmpegProgram.Identify("");

    /// <summary>Asks the <c>ffmpeg</c> of a folder; null when there is none, or when what is called so is not FFmpeg.</summary>
    /// <param name="folder">Empty for the search path.</param>
    public static async Task<FFmpegInfo?> AskAsync(string folder = "", CancellationToken cancellation = default)
    {
        var ffmpeg = Path.Combine(folder, "ffmpeg");
        var version = await VersionOfAsync(ffmpeg, cancellation).ConfigureAwait(false);
        if (version is null || await OutputAsync(ffmpeg, ["-hide_banner", "-encoders"], cancellation).ConfigureAwait(false) is not { } list) return null;
        // Lines such as " V....D libx264   libx264 H.264 / AVC …" after a legend that ends with dashes.
        var encoders = list.Split('\n').SkipWhile(line => !line.Contains("------", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 1).Select(words => words[1]);
        return new(version, encoders.ToFrozenSet());
    }

    /// <summary>The version of <c>ffmpeg</c> or <c>ffprobe</c>, by name on the search path or with its folder; null when there is none.</summary>
    public static async Task<string?> VersionOfAsync(string program, CancellationToken cancellation = default) =>
        (await OutputAsync(program, ["-version"], cancellation).ConfigureAwait(false))?.Split(' ') is [_, "version", var version, ..] ? version : null;

    static async Task<string?> OutputAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await errors.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
