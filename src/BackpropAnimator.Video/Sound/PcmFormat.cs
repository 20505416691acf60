namespace BackpropAnimator.Video.Sound;

/// <summary>The samples that sound is computed in: 32-bit floats, which no loud moment overflows, without a header.</summary>
internal static class PcmFormat
{
    /// <summary>Samples a second of each channel: what Opus works at, and every player takes.</summary>
    public const int Rate = 48_000;

    /// <summary>FFmpeg's options for reading such a file.</summary>
    public static string Input(int channels) => $"-f f32le -ar {Rate} -ac {channels}";

    /// <summary>FFmpeg's options for writing one.</summary>
    public const string Output = "-c:a pcm_f32le -f f32le";

    /// <summary>The sample at a time.</summary>
    public static long SampleAt(double seconds) => (long)Math.Round(seconds * Rate, MidpointRounding.AwayFromZero);

    /// <summary>FFmpeg's name for so many channels.</summary>
    public static string Layout(int channels) => channels == 1 ? "mono" : "stereo";
}
