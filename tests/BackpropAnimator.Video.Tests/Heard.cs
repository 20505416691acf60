using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Video.Tests;

/// <summary>What FFmpeg decodes of a video's sound.</summary>
sealed partial class Heard
{
    const int Rate = 48_000;

    readonly float[] samples;

    Heard(float[] samples) => this.samples = samples;

    /// <summary>As one channel.</summary>
    public static Heard In(string file, string filters = "anull")
    {
        var start = new ProcessStartInfo(
            "ffmpeg", ["-v", "error", "-i", file, "-af", filters, "-ac", "1", "-ar", $"{Rate}", "-f", "f32le", "-"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return new(MemoryMarshal.Cast<byte, float>(output.ToArray()).ToArray());
    }

    public double Seconds => (double)samples.Length / Rate;

    /// <summary>How long a stream lasts as its file says, in seconds.</summary>
    /// <param name="stream"><c>a</c> or <c>v</c>.</param>
    public static double LengthOf(string file, string stream = "a")
    {
        var told = Tool.Text("ffprobe", "-v", "error", "-select_streams", stream, "-show_entries", "stream=duration:stream_tags=DURATION",
            "-of", "csv=p=0", file).Trim().Split(',').Last(text => text.Any(char.IsDigit));
        return told.Contains(':')
            ? TimeSpan.Parse(told[..16], CultureInfo.InvariantCulture).TotalSeconds
            : double.Parse(told, CultureInfo.InvariantCulture);
    }

    /// <summary>The root of the mean square between two times, in decibels of full scale.</summary>
    public double Level(double from, double to)
    {
        var part = samples[(int)(from * Rate)..(int)(to * Rate)];
        return 20 * Math.Log10(Math.Sqrt(part.Average(sample => (double)sample * sample)) + 1e-9);
    }

    /// <summary>When it is first louder than this after a time, in seconds.</summary>
    public double Onset(double after, double level = 0.02) =>
        (double)Array.FindIndex(samples, (int)(after * Rate), sample => Math.Abs(sample) > level) / Rate;

    /// <summary>Loudness in LUFS and true peak in dBTP, as <c>ebur128</c> sums them up.</summary>
    public static (double Loudness, double Peak) Measure(string file)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "ffmpeg", ["-hide_banner", "-nostats", "-i", file, "-af", "ebur128=framelog=verbose:peak=true", "-vn", "-f", "null", "-"])
        {
            RedirectStandardError = true,
        })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        var summary = Summary().Match(said);
        Assert.True(summary.Success, said);
        return (Number(1), Number(2));

        double Number(int group) => double.Parse(summary.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Summary:.*\bI: +(-?[\d.]+) LUFS.*Peak: +(-?[\d.]+) dBFS", RegexOptions.Singleline)]
    private static partial Regex Summary();
}
