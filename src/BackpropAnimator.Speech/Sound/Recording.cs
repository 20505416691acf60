namespace BackpropAnimator.Speech.Sound;

/// <summary>Sound of one channel.</summary>
/// <param name="Rate">Samples per second.</param>
/// <param name="Samples">Each from −1 to 1.</param>
internal sealed record Recording(int Rate, ReadOnlyMemory<float> Samples)
{
    // Of the loudest sample: 40 dB below it nobody hears a voice.
    const float SilenceShare = 0.01f;

    // What is softer than this is silence, however soft all of it is.
    const float SoftestVoice = 0.0005f;

    // Seconds that stay around a voice: it sets in and dies away.
    const double Onset = 0.01, Decay = 0.03;

    /// <summary>Seconds.</summary>
    public double Length => (double)Samples.Length / Rate;

    /// <summary>The same without silence at its ends; empty where nothing is to be heard.</summary>
    public Recording Trimmed()
    {
        var samples = Samples.Span;
        var peak = 0f;
        foreach (var sample in samples) peak = Math.Max(peak, Math.Abs(sample));
        if (peak < SoftestVoice) return this with { Samples = default };
        var silence = Math.Max(peak * SilenceShare, SoftestVoice / 2);
        int first = 0, end = samples.Length;
        while (Math.Abs(samples[first]) < silence) first++;
        while (Math.Abs(samples[end - 1]) < silence) end--;
        first = Math.Max(0, first - (int)(Onset * Rate));
        end = Math.Min(samples.Length, end + (int)(Decay * Rate));
        return this with { Samples = Samples[first..end] };
    }

    /// <summary>The quietest moment near another one: a pause between words.</summary>
    /// <param name="time">Seconds from the start.</param>
    /// <param name="reach">How far it may be away, in seconds.</param>
    public double QuietestNear(double time, double reach)
    {
        const double Window = 0.04;
        var (best, least) = (time, double.MaxValue);
        for (var at = Math.Max(0, time - reach); at <= Math.Min(Length, time + reach); at += Window / 2)
        {
            var energy = Energy(at, at + Window) * (1 + Math.Abs(at - time) / reach);
            if (energy < least) (best, least) = (at, energy);
        }
        // The next word sets in after the pause.
        return best;
    }

    /// <summary>The mean square of the samples between two times.</summary>
    public double Energy(double from, double to)
    {
        var (first, end) = (Math.Clamp((int)(from * Rate), 0, Samples.Length), Math.Clamp((int)(to * Rate), 0, Samples.Length));
        if (end <= first) return 0;
        var sum = 0.0;
        foreach (var sample in Samples.Span[first..end]) sum += sample * sample;
        return sum / (end - first);
    }
}
