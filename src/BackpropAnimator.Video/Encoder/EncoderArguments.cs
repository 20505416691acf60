using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Pixels;
using SkiaSharp;

namespace BackpropAnimator.Video.Encoder;

/// <summary>FFmpeg's options for what we send, and those that all encoders share.</summary>
internal static class EncoderArguments
{
    /// <summary>Players can jump to any place within this many seconds.</summary>
    public const int KeyframeSeconds = 4;

    /// <summary>How samples stand for colours, in what FFmpeg reads and in what it writes.</summary>
    public const string Bt709 = "-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 -chroma_sample_location center";

    /// <summary>From red, green and blue to BT.709, for encoders that take more bits a sample than our own conversion makes.</summary>
    /// <remarks>The pictures themselves are tagged too: prores_ks writes what they say, and not what its options say.</remarks>
    public const string ToBt709 = "-vf scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,"
        + "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709";

    /// <summary>The frames as they come through the pipe, in the layout that the encoder takes without conversion.</summary>
    public static string RawVideo(SKSizeI size, FrameRate rate, PixelLayout layout) =>
        $"-f rawvideo -pixel_format {layout.FFmpegName} -video_size {size.Width}x{size.Height} -framerate {rate}" +
        (layout.IsBt709 ? " " + Bt709 : "");

    /// <summary>From the encoder to the file that it writes: a chunk where there are chunks, else the finished video.</summary>
    public static string Output(VideoSettings settings, FrameRate rate, int frameCount)
    {
        var (format, codec, transparent) = settings.Kind;
        var file = codec.Chunks(transparent)?.Arguments(rate) ?? format.FileArguments(rate, frameCount);
        return $"{settings.Hardware?.Arguments(settings, rate) ?? codec.Arguments(settings, rate)} {file}";
    }

    /// <summary>Frames from one keyframe to the next at most.</summary>
    public static int LongestGroup(FrameRate rate) => Math.Max(1, (int)((long)KeyframeSeconds * rate.Numerator / rate.Denominator));

    public static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
