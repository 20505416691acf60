using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video.Encoder.Codecs;

/// <summary>GIF: one palette for the whole video, found in a pass of its own.</summary>
internal sealed class Gif(bool transparent) : Codec
{
    public override string Encoder => "gif";
    public override PixelLayout Layout => PixelLayout.Bgra;
    public override int BytesPerPixel => 60;
    public override bool Joins => false;

    /// <summary>From frames to the picture of their 256 colours. What moves counts, and not the ground that stays.</summary>
    public string PaletteArguments => $"-vf palettegen=stats_mode=diff:reserve_transparent={(transparent ? 1 : 0)} -frames:v 1 -c:v png -f image2pipe";

    // An ordered pattern stays where it is from frame to frame: only what moves is stored, and nothing crawls.
    public override string Arguments(VideoSettings settings, FrameRate rate) =>
        $"-lavfi paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle:alpha_threshold=128 -c:v {Encoder}";
}
