using System.Collections.Immutable;

namespace BackpropAnimator.Video;

/// <summary>QuickTime.</summary>
[Listed(30)]
public sealed record Mov : IsoFormat
{
    public override string Name => "mov";
    public override string Title => "MOV";
    public override string Description => "QuickTime, for editing programs";
    public override ImmutableArray<string> Extensions => [".mov"];
    public override ImmutableArray<Codec> Codecs => [new ProRes(), new H264(), new H265()];

    // FFmpeg leaves a description out of it.
    internal override string DescriptionTag => "comment";
}
