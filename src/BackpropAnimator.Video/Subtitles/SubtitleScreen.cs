using System.Collections.Immutable;

namespace BackpropAnimator.Video;

/// <summary>What is read at a time.</summary>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds; later than <paramref name="Start"/>.</param>
/// <param name="Lines">One or two.</param>
public sealed record SubtitleScreen(double Start, double End, ImmutableArray<string> Lines);
