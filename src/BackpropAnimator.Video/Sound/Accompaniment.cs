using System.Collections.Immutable;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Video;

/// <summary>What goes with a video's pictures: what is heard and what is read. A format without a place for one leaves it out.</summary>
public sealed record Accompaniment
{
    /// <summary>What is heard. Its times are of the whole, whatever parts of it the video shows.</summary>
    public Soundtrack Sound { get; init; } = new();

    /// <summary>What is read, in the order of time; of the whole too.</summary>
    public ImmutableArray<SubtitleCue> Subtitles { get; init; } = [];

    /// <summary>The language of both, as BCP 47 calls it: <c>en</c>, <c>pt-BR</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>How long the whole lasts, in seconds.</summary>
    public required double Length { get; init; }

    /// <summary>The stretches of the whole that the video shows one after another, in seconds.</summary>
    public required ImmutableArray<Interval> Parts { get; init; }
}
