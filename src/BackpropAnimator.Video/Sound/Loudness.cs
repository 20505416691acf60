using System.Globalization;

namespace BackpropAnimator.Video.Sound;

/// <summary>Loudness by EBU R 128, as FFmpeg's <c>ebur128</c> measures it while sound passes by.</summary>
/// <remarks>
/// Its companion <c>loudnorm</c> is not used to reach a loudness: where peaks leave no room, as with every voice, it pulls all down with
/// them and stays more than 1 LU below. A gain into a limiter, measured again, gets there, and takes a tenth of the time.
/// </remarks>
internal static class Loudness
{
    /// <summary>Of a finished video, in LUFS: what platforms on the web bring everything to.</summary>
    public const double OfVideos = -16;

    // Below EBU R 128's absolute gate nothing counts as heard.
    const double Gate = -70;

    const string Key = "lavfi.r128.I";

    /// <summary>A filter that passes sound on and writes its loudness so far into a file.</summary>
    /// <param name="file">A name in FFmpeg's working folder, of letters alone.</param>
    public static string Meter(string file) => $"ebur128=metadata=1,ametadata=mode=print:key={Key}:file={file}";

    /// <summary>What a meter wrote at last: the loudness of all that passed, in LUFS; null for silence.</summary>
    public static double? Read(string file)
    {
        var last = File.ReadLines(file).LastOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal));
        var value = last is null ? double.NaN : double.Parse(last[(Key.Length + 1)..], CultureInfo.InvariantCulture);
        return value > Gate ? value : null;
    }

    /// <summary>A share of an amplitude in decibels.</summary>
    public static double Decibels(double share) => 20 * Math.Log10(share);
}
