using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video.Encoder.Codecs;

/// <summary>APNG: every pixel as it was painted.</summary>
internal sealed class Apng(bool transparent) : Codec
{
    public override string Encoder => "apng";
    public override PixelLayout Layout => PixelLayout.Bgra;
    public override int BytesPerPixel => 60;
    public override bool Joins => false;

    public override string Arguments(VideoSettings settings, FrameRate rate) => $"-c:v {Encoder} -pix_fmt {(transparent ? "rgba" : "rgb24")} -pred mixed";
}
