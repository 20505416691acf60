using System.Buffers.Binary;

namespace BackpropAnimator.Video.Tests;

/// <summary>Sound files to be heard in tests: 16 bits, one channel.</summary>
static class Wav
{
    /// <param name="wave">From seconds to −1…1.</param>
    public static string Write(string path, double seconds, Func<double, double> wave, int rate = 22050)
    {
        var samples = (int)(seconds * rate);
        var bytes = new byte[44 + 2 * samples];
        "RIFF"u8.CopyTo(bytes);
        Put(4, bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        Put(16, 16);
        Put(20, 1 | 1 << 16);
        Put(24, rate);
        Put(28, 2 * rate);
        Put(32, 2 | 16 << 16);
        "data"u8.CopyTo(bytes.AsSpan(36));
        Put(40, 2 * samples);
        for (var i = 0; i < samples; i++)
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(44 + 2 * i), (short)(32767 * wave((double)i / rate)));
        File.WriteAllBytes(path, bytes);
        return path;

        void Put(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);
    }

    /// <summary>As spiky as a voice: clicks of a throat at 110 a second that ring in a mouth, in five syllables a second.</summary>
    /// <param name="level">Its highest peak.</param>
    public static double Voice(double t, double level = 0.5)
    {
        var sinceClick = t % (1 / 110.0);
        var syllable = Math.Pow(Math.Cos(Math.PI / 2 * (t * 5 % 1)), 2);
        return level * syllable * Math.Exp(-sinceClick * 400) * Math.Sin(Math.Tau * 900 * sinceClick);
    }

    public static double Tone(double t, double hertz, double level) => level * Math.Sin(Math.Tau * hertz * t);
}
