using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace BackpropAnimator.Video.Sound;

/// <summary>Makes the short sounds, from sines alone.</summary>
internal static class EffectSynthesis
{
    // Samples at a time: a second.
    const int BlockLength = PcmFormat.Rate;

    /// <summary>Writes all effects as one channel.</summary>
    /// <param name="samples">How many the file has in the end.</param>
    public static void Write(ImmutableArray<SoundEffect> effects, long samples, Stream file)
    {
        var waves = Enum.GetValues<SoundKind>().ToDictionary(kind => kind, WaveOf);
        var starts = effects.OrderBy(effect => effect.Time)
            .Select(effect => (At: PcmFormat.SampleAt(effect.Time), Wave: waves[effect.Kind])).ToArray();
        var block = new float[BlockLength];
        var first = 0;
        for (long from = 0; from < samples; from += BlockLength)
        {
            Array.Clear(block);
            while (first < starts.Length && starts[first].At + Longest <= from) first++;
            for (var i = first; i < starts.Length && starts[i].At < from + BlockLength; i++)
                Add(starts[i].Wave, starts[i].At - from, block);
            file.Write(MemoryMarshal.AsBytes(block.AsSpan(0, (int)Math.Min(BlockLength, samples - from))));
        }
    }

    // No wave is longer, in samples.
    const int Longest = PcmFormat.Rate / 5;

    static void Add(float[] wave, long at, float[] block)
    {
        for (var i = (int)Math.Max(0, -at); i < wave.Length && at + i < block.Length; i++) block[at + i] += wave[i];
    }

    static float[] WaveOf(SoundKind kind) => kind switch
    {
        // A breath that rises.
        SoundKind.Packet => Wave(0.16, 0.016, t => 520 + 700 * t, attack: 0.03, halfLife: 0.035),
        // A drop that falls.
        SoundKind.Hit => Wave(0.2, 0.022, t => 880 - 260 * t, attack: 0.003, halfLife: 0.03),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <param name="seconds">At most a fifth.</param>
    /// <param name="level">Its peak, 0 to 1.</param>
    /// <param name="hertz">Its pitch at a time.</param>
    static float[] Wave(double seconds, double level, Func<double, double> hertz, double attack, double halfLife)
    {
        var wave = new float[(int)(seconds * PcmFormat.Rate)];
        var phase = 0.0;
        for (var i = 0; i < wave.Length; i++)
        {
            var t = (double)i / PcmFormat.Rate;
            phase += Math.Tau * hertz(t) / PcmFormat.Rate;
            // It ends in silence, so that nothing clicks.
            var fade = Math.Min(1, t / attack) * Math.Pow(0.5, t / halfLife) * (1 - t / seconds);
            wave[i] = (float)(level * fade * (Math.Sin(phase) + 0.25 * Math.Sin(2 * phase)));
        }
        return wave;
    }
}
