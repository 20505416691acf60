using System.Collections.Immutable;

namespace BackpropAnimator.Video;

/// <summary>What is heard with a video, before it is mixed: a description, no samples.</summary>
/// <remarks>All times are seconds from the first frame of the whole video; an excerpt cuts its parts out of the finished mix.</remarks>
public sealed record Soundtrack
{
    /// <summary>What is said, in the order of time. Clips that overlap are heard together.</summary>
    public ImmutableArray<SpokenClip> Speech { get; init; } = [];

    /// <summary>What plays under it; null for nothing.</summary>
    public Music? Music { get; init; }

    /// <summary>Short synthesised sounds, in any order.</summary>
    public ImmutableArray<SoundEffect> Effects { get; init; } = [];

    /// <summary>Whether nothing at all is heard: the video then has no sound.</summary>
    public bool IsEmpty => Speech.IsEmpty && Effects.IsEmpty && Music is null;
}

/// <summary>Something said.</summary>
/// <param name="File">A sound file that FFmpeg reads: a WAV of any rate, mono or stereo.</param>
/// <param name="Start">When its first sample is heard, in seconds.</param>
public sealed record SpokenClip(string File, double Start);

/// <summary>A piece of music that plays from beginning to end, again and again, quieter while something is said.</summary>
/// <param name="File">A sound file that FFmpeg reads.</param>
/// <param name="Volume">How loud it plays where nobody speaks, as a part of the voice's loudness: from 0 to 1.</param>
public sealed record Music(string File, double Volume);

/// <summary>A short sound of the lesson's own.</summary>
/// <param name="Kind">What makes it.</param>
/// <param name="Time">When it begins, in seconds.</param>
public sealed record SoundEffect(SoundKind Kind, double Time);

/// <summary>What makes a short sound.</summary>
public enum SoundKind
{
    /// <summary>A packet sets off along an edge.</summary>
    Packet,

    /// <summary>Something arrives: a packet at its unit, a number at its place.</summary>
    Hit,
}
