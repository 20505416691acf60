namespace BackpropAnimator.Speech;

/// <summary>What an engine may take for one piece of text.</summary>
internal sealed record SpeechLimits
{
    /// <summary>An engine that takes longer is stopped; each letter adds to it.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan TimePerLetter { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>Ten minutes of speech in 48 kHz stereo are 110 MB: more is none.</summary>
    public long Bytes { get; init; } = 128L << 20;

    public TimeSpan TimeFor(string words) => Time + TimePerLetter * words.Length;
}
