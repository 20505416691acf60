using System.Collections.Immutable;

namespace BackpropAnimator.Video;

/// <summary>Apple's VideoToolbox (https://developer.apple.com/documentation/videotoolbox).</summary>
[Listed(40)]
public sealed record VideoToolbox : HardwareEncoder
{
    public override string Name => "videotoolbox";
    public override string Title => "VideoToolbox";
    public override string Needs => "a Mac with Apple silicon";
    public override ImmutableArray<Codec> Codecs => [new H264(), new H265()];
    public override bool HasPresets => false;

    // Its quality goes the other way, from 1 to 100.
    private protected override string QualityArguments(Codec codec, VideoSettings settings) =>
        $"-q:v {Math.Clamp((int)Math.Round(100 - settings.Crf * 99.0 / VideoSettings.CoarsestCrf), 1, 100)}";
}
