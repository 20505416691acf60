using System.Collections.Immutable;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video;

/// <summary>APNG (PNG, third edition): a PNG that moves, over and over.</summary>
[Listed(50)]
public sealed record Apng : OutputFormat
{
    public override string Name => "apng";
    public override string Title => "APNG";
    public override string Description => "an animated PNG: lossless, and large";
    public override ImmutableArray<string> Extensions => [".apng", ".png"];
    public override ImmutableArray<Codec> Codecs => [new ApngCodec()];

    internal override string FileArguments(FrameRate rate, int frameCount) => "-plays 0 -f apng";
}

/// <summary>Every pixel as it was painted.</summary>
public sealed record ApngCodec : Codec
{
    public override string Name => "apng";
    public override string Title => "APNG";
    public override string Description => "lossless: every pixel as it was painted";
    public override string Encoder => "apng";
    public override Alpha Alpha => Alpha.Full;
    public override bool HasQuality => false;
    public override bool WantsEvenSides => false;

    internal override ChunkContainer? Chunks(bool transparent) => null;

    internal override PixelLayout Layout(VideoSettings settings) => PixelLayout.Bgra;

    internal override int BytesPerPixel(bool transparent) => 60;

    internal override double SecondsPerMegapixel => 0.05;

    internal override string Arguments(VideoSettings settings, FrameRate rate) =>
        $"-c:v {Encoder} -pix_fmt {(settings.Kind.Transparent ? "rgba" : "rgb24")} -pred mixed";
}
