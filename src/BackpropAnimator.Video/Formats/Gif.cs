using System.Collections.Immutable;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video;

/// <summary>GIF (GIF89a): a picture that moves, over and over.</summary>
[Listed(40)]
public sealed record Gif : OutputFormat
{
    const int Hundredths = 100;

    public override string Name => "gif";
    public override string Title => "GIF";
    public override string Description => "256 colours, for places that take nothing else";
    public override ImmutableArray<string> Extensions => [".gif"];
    public override ImmutableArray<Codec> Codecs => [new GifCodec()];

    // Browsers show a frame of one hundredth of a second for ten.
    public override int? HighestRate => 50;

    public override int? TicksPerSecond => Hundredths;

    // A frame lasts until the next one, and the last one as long as this says.
    internal override string FileArguments(FrameRate rate, int frameCount) =>
        $"-final_delay {NearestTick(frameCount, Hundredths, rate) - NearestTick(frameCount - 1, Hundredths, rate)} -loop 0 -f gif";
}

/// <summary>Pictures of 256 colours: one palette for the whole video, found in a pass of its own.</summary>
public sealed record GifCodec : Codec
{
    public override string Name => "gif";
    public override string Title => "GIF";
    public override string Description => "256 colours, the same for all frames";
    public override string Encoder => "gif";
    public override Alpha Alpha => Alpha.OnOrOff;
    public override bool HasQuality => false;
    public override bool WantsEvenSides => false;

    internal override ChunkContainer? Chunks(bool transparent) => null;

    internal override PixelLayout Layout(VideoSettings settings) =>
        settings.Kind.Transparent ? PixelLayout.MattedBgra(settings.Matte) : PixelLayout.Bgra;

    internal override int BytesPerPixel(bool transparent) => 60;

    internal override double SecondsPerMegapixel => 0.02;

    // What moves counts, and not the ground that stays.
    internal override string PaletteArguments(bool transparent) =>
        $"-vf palettegen=stats_mode=diff:reserve_transparent={(transparent ? 1 : 0)} -frames:v 1 -c:v png -f image2pipe";

    // An ordered pattern stays where it is from frame to frame: only what moves is stored, and nothing crawls.
    internal override string Arguments(VideoSettings settings, FrameRate rate) =>
        $"-lavfi paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle:alpha_threshold=128 -c:v {Encoder}";
}
