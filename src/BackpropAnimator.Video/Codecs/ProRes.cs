using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video;

/// <summary>ProRes: 422 HQ, or 4444 with an alpha channel.</summary>
public sealed record ProRes : Codec
{
    // A fixed step keeps the quality and is five times as fast as seeking the step that fills a bit rate; lessons stay below the
    // profile's rate by far.
    const string Quality = "-qscale:v 3";

    public override string Name => "prores";
    public override string Title => "ProRes";
    public override string Description => "every picture on its own in ten bits, for editing programs";
    public override string Encoder => "prores_ks";
    public override Alpha Alpha => Alpha.Full;
    public override bool HasQuality => false;

    // MP4 has no place for it.
    internal override ChunkContainer Chunks(bool transparent) => ChunkContainer.Mov;

    internal override PixelLayout Layout(VideoSettings settings) => PixelLayout.Bgra;

    internal override int BytesPerPixel(bool transparent) => 75;

    internal override double SecondsPerMegapixel => 0.01;

    internal override string Arguments(VideoSettings settings, FrameRate rate)
    {
        // Our alpha has eight bits.
        var profile = settings.Kind.Transparent
            ? "-profile:v 4444 -pix_fmt yuva444p10le -alpha_bits 8"
            : "-profile:v hq -pix_fmt yuv422p10le";
        // The vendor's name is what some programs look for before they take their own fast path.
        return $"{EncoderArguments.ToBt709} -c:v {Encoder} {OneThread} {profile} {Quality} -vendor apl0 {EncoderArguments.Bt709}";
    }
}
