using System.Buffers.Binary;

namespace BackpropAnimator.Speech.Sound;

/// <summary>Reads and writes WAV files: RIFF with PCM or floating-point samples.</summary>
internal static class Wav
{
    const int LowestRate = 4000, HighestRate = 192_000, MostChannels = 8;
    const ushort Pcm = 1, Float = 3, Extensible = 0xFFFE;

    /// <summary>The sound in a WAV file, its channels mixed into one.</summary>
    /// <exception cref="SpeechException">There is none; the message goes on after the file's name or "its file".</exception>
    public static Recording Read(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty) throw new SpeechException("is empty");
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
            throw new SpeechException("is no WAV file", "convert it: ffmpeg -i take.m4a take.wav");
        Format? format = null;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var name = file[at..(at + 4)];
            var size = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var body = file[(at + 8)..];
            var isData = name.SequenceEqual("data"u8);
            // A program that writes to a pipe cannot go back to say how much it was.
            if (size < body.Length && !(isData && size == 0)) body = body[..(int)size];
            if (name.SequenceEqual("fmt "u8)) format = FormatOf(body);
            if (isData) return Decode(body, format ?? throw new SpeechException("is a WAV file that does not tell its format"));
            at += 8 + body.Length + (body.Length & 1);
        }
        throw new SpeechException("is a WAV file without sound");
    }

    /// <summary>A WAV file of one channel and 16 bits.</summary>
    public static byte[] Write(Recording sound)
    {
        const int Header = 44, Bytes = 2;
        var file = new byte[Header + Bytes * sound.Samples.Length];
        var at = file.AsSpan();
        "RIFF"u8.CopyTo(at);
        BinaryPrimitives.WriteInt32LittleEndian(at[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(at[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(at[20..], Pcm);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(at[24..], sound.Rate);
        BinaryPrimitives.WriteInt32LittleEndian(at[28..], Bytes * sound.Rate);
        BinaryPrimitives.WriteUInt16LittleEndian(at[32..], Bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(at[34..], 8 * Bytes);
        "data"u8.CopyTo(at[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[40..], Bytes * sound.Samples.Length);
        var samples = sound.Samples.Span;
        for (var i = 0; i < samples.Length; i++)
        {
            var sample = (short)Math.Round(Math.Clamp(samples[i], -1, 1) * short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(at[(Header + Bytes * i)..], sample);
        }
        return file;
    }

    static Format FormatOf(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < 16) throw new SpeechException("is a WAV file that does not tell its format");
        var coding = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (coding == Extensible && chunk.Length >= 26) coding = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        var format = new Format(
            coding, BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]), BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]),
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]));
        if (format.Rate is < LowestRate or > HighestRate)
            throw new SpeechException($"says that it has {format.Rate} samples a second; {LowestRate} to {HighestRate} are taken");
        if (format.Channels is 0 or > MostChannels)
            throw new SpeechException($"says that it has {format.Channels} channels; 1 to {MostChannels} are taken");
        if (format is not ({ Coding: Pcm, Bits: 8 or 16 or 24 or 32 } or { Coding: Float, Bits: 32 or 64 }))
            throw new SpeechException("is a WAV file of a kind that is not taken", "convert it: ffmpeg -i take.wav -c:a pcm_s16le new.wav");
        return format;
    }

    static Recording Decode(ReadOnlySpan<byte> data, Format format)
    {
        var width = format.Bits / 8;
        var samples = new float[data.Length / (width * format.Channels)];
        for (var i = 0; i < samples.Length; i++)
        {
            var sum = 0f;
            for (var c = 0; c < format.Channels; c++)
            {
                var sample = SampleAt(data[((i * format.Channels + c) * width)..], format);
                if (!float.IsFinite(sample)) throw new SpeechException("has samples in it that are no numbers");
                sum += sample;
            }
            samples[i] = Math.Clamp(sum / format.Channels, -1, 1);
        }
        return new((int)format.Rate, samples);
    }

    static float SampleAt(ReadOnlySpan<byte> at, Format format) => (format.Coding, format.Bits) switch
    {
        (Pcm, 8) => (at[0] - 128) / 128f,
        (Pcm, 16) => BinaryPrimitives.ReadInt16LittleEndian(at) / 32768f,
        (Pcm, 24) => (at[0] << 8 | at[1] << 16 | at[2] << 24) / 2147483648f,
        (Pcm, 32) => BinaryPrimitives.ReadInt32LittleEndian(at) / 2147483648f,
        (Float, 32) => BinaryPrimitives.ReadSingleLittleEndian(at),
        (Float, 64) => (float)BinaryPrimitives.ReadDoubleLittleEndian(at),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    readonly record struct Format(ushort Coding, ushort Channels, uint Rate, ushort Bits);
}
