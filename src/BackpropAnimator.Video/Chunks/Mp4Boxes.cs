using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BackpropAnimator.Video.Chunks;

/// <summary>The little that we know about an MP4 file's boxes (ISO/IEC 14496-12).</summary>
internal static class Mp4Boxes
{
    // length, "free", SHA-256
    const int SealLength = 8 + SHA256.HashSizeInBytes;

    /// <summary>A box that players skip, with the hash of the bytes before it: a damaged file is told from a whole one.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> file)
    {
        var seal = new byte[SealLength];
        BinaryPrimitives.WriteInt32BigEndian(seal, SealLength);
        "free"u8.CopyTo(seal.AsSpan(4));
        SHA256.HashData(file, seal.AsSpan(8));
        return seal;
    }

    /// <summary>Whether a file is as it was when its seal was made.</summary>
    public static bool IsSealed(ReadOnlySpan<byte> file) =>
        file.Length >= SealLength && Seal(file[..^SealLength]).AsSpan().SequenceEqual(file[^SealLength..]);

    /// <summary>How many frames a file with one track holds: the count in its table of sample sizes (8.7.3.2).</summary>
    public static int CountFrames(ReadOnlySpan<byte> file)
    {
        // type, version and flags, common size, count
        var table = file.LastIndexOf("stsz"u8);
        return table < 0 || table + 16 > file.Length ? 0 : BinaryPrimitives.ReadInt32BigEndian(file[(table + 12)..]);
    }
}
