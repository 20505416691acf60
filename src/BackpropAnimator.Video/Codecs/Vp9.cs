using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video;

/// <summary>VP9 by libvpx.</summary>
public sealed record Vp9 : Codec
{
    public override string Name => "vp9";
    public override string Title => "VP9";
    public override string Description => "what browsers play, with an alpha channel if wanted";
    public override string Encoder => "libvpx-vp9";
    public override Alpha Alpha => Alpha.Full;
    public override bool HasQuality => true;
    public override bool IsInBrowsers => true;

    internal override bool HeedsProcessor => false;

    // MP4 has no place for alpha.
    internal override ChunkContainer Chunks(bool transparent) => transparent ? ChunkContainer.WebM : ChunkContainer.Mp4;

    internal override PixelLayout Layout(VideoSettings settings) => settings.Kind.Transparent ? PixelLayout.Yuva420 : PixelLayout.Yuv420;

    // Alpha is a second stream with an encoder of its own.
    internal override int BytesPerPixel(bool transparent) => transparent ? 340 : 160;

    internal override double SecondsPerMegapixel => 0.0085;

    internal override string Arguments(VideoSettings settings, FrameRate rate)
    {
        var pixels = settings.Kind.Transparent ? "yuva420p" : "yuv420p";
        var lossless = settings.Crf == 0 ? " -lossless 1" : "";
        return $"-c:v {Encoder} {OneThread} -pix_fmt {pixels} -row-mt 0 {Speed(settings.Preset)} " +
            $"-b:v 0 -crf {OnScaleOf63(settings.Crf)}{lossless} -g {EncoderArguments.LongestGroup(rate)} {EncoderArguments.Bt709}";
    }

    // libvpx has two modes: realtime for the fastest presets, and good from where it takes no longer than the slowest realtime.
    static string Speed(X264Preset preset) => preset <= X264Preset.Faster
        ? $"-deadline realtime -cpu-used {8 - (int)preset}"
        : $"-deadline good -cpu-used {X264Preset.Veryslow - preset + 1}";
}
