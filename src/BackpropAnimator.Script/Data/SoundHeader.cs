namespace BackpropAnimator.Script.Data;

/// <summary>What the first bytes of a sound file say, before anything of it is decoded.</summary>
internal static class SoundHeader
{
    /// <summary>How many bytes tell.</summary>
    public const int Length = 12;

    /// <summary>Whether a file begins as WAV, FLAC, Ogg, MP3 or M4A does.</summary>
    public static bool IsSound(ReadOnlySpan<byte> file) =>
        (file.StartsWith("RIFF"u8) && file[8..].StartsWith("WAVE"u8)) || file.StartsWith("fLaC"u8) || file.StartsWith("OggS"u8)
        || file.StartsWith("ID3"u8) || IsMpegFrame(file) || file[4..].StartsWith("ftyp"u8);

    // Eleven bits that are set, and a layer (ISO/IEC 11172-3, 2.4.1.3).
    static bool IsMpegFrame(ReadOnlySpan<byte> file) => file[0] == 0xFF && (file[1] & 0xE0) == 0xE0 && (file[1] & 0x06) != 0;
}
