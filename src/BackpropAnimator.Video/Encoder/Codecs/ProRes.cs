using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video.Encoder.Codecs;

/// <summary>ProRes, for editing programs: every picture on its own, in ten bits. 422 HQ, or 4444 with an alpha channel.</summary>
internal sealed class ProRes(bool transparent) : Codec
{
    // A fixed step keeps the quality and is five times as fast as seeking the step that fills a bit rate; lessons stay below the profile's rate by far.
    const string Quality = "-qscale:v 3";

    public override string Encoder => "prores_ks";
    public override PixelLayout Layout => PixelLayout.Bgra;
    public override int BytesPerPixel => 75;

    // The vendor's name is what some programs look for before they take their own fast path. Our alpha has eight bits.
    public override string Arguments(VideoSettings settings, FrameRate rate) =>
        $"{EncoderArguments.ToBt709} -c:v {Encoder} {OneThread} {(transparent ? "-profile:v 4444 -pix_fmt yuva444p10le -alpha_bits 8" : "-profile:v hq -pix_fmt yuv422p10le")} " +
        $"{Quality} -vendor apl0 {EncoderArguments.Bt709}";
}
