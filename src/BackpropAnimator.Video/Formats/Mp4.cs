using System.Collections.Immutable;

namespace BackpropAnimator.Video;

/// <summary>MP4 (ISO/IEC 14496-14).</summary>
[Listed(10)]
public sealed record Mp4 : IsoFormat
{
    public override string Name => "mp4";
    public override string Title => "MP4";
    public override string Description => "for every player";
    public override ImmutableArray<string> Extensions => [".mp4", ".m4v"];
    public override ImmutableArray<Codec> Codecs => [new H264(), new H265(), new Av1(), new Vp9()];
    public override string? BrowsersType => "video/mp4";

    // VP9 has its alpha channel beside the picture's data, for which there is only a place in WebM.
    public override bool HoldsAlpha => false;
}
