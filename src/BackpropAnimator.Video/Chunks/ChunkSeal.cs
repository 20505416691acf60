using System.Security.Cryptography;

namespace BackpropAnimator.Video.Chunks;

/// <summary>The hash of a chunk at its end, in a place that players skip: a damaged file is told from a whole one.</summary>
internal static class ChunkSeal
{
    /// <summary>Appends the seal to an unsealed chunk.</summary>
    public static void Append(FileStream chunk)
    {
        chunk.Position = 0;
        var hash = SHA256.HashData(chunk);
        var header = HeaderFor(chunk);
        chunk.Position = chunk.Length;
        chunk.Write([.. header, .. hash]);
    }

    /// <summary>Copies what a sealed file holds, without its seal.</summary>
    public static void CopyContent(FileStream chunk, Stream to)
    {
        var left = chunk.Length - HeaderFor(chunk).Length - SHA256.HashSizeInBytes;
        var buffer = new byte[1 << 16];
        chunk.Position = 0;
        for (int read; left > 0 && (read = chunk.Read(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)))) > 0; left -= read)
            to.Write(buffer.AsSpan(0, read));
        to.Flush();
    }

    /// <summary>Whether a chunk is as it was when it was sealed.</summary>
    public static bool IsWhole(FileStream chunk)
    {
        var header = HeaderFor(chunk);
        var content = chunk.Length - header.Length - SHA256.HashSizeInBytes;
        if (content < 0) return false;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        chunk.Position = 0;
        for (var left = content; left > 0;)
        {
            var read = chunk.Read(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
            if (read == 0) return false;
            hash.AppendData(buffer.AsSpan(0, read));
            left -= read;
        }
        var seal = new byte[header.Length + SHA256.HashSizeInBytes];
        chunk.ReadExactly(seal);
        return seal.AsSpan().SequenceEqual([.. header, .. hash.GetHashAndReset()]);
    }

    /// <summary>A check of a chunk: it must hold so many frames.</summary>
    public static Action<FileStream> HasFrames(int wanted) => chunk =>
    {
        var frames = WebMElements.IsWebM(chunk) ? WebMElements.CountBlocks(chunk) : Mp4Index.Read(chunk)?.Frames ?? 0;
        if (frames != wanted) throw new RenderException($"FFmpeg wrote {frames} frames instead of {wanted}.");
    };

    /// <summary>A check of a sound: it must last so long, to some packets at its ends.</summary>
    /// <param name="samples">Of each channel.</param>
    public static Action<FileStream> HasSound(long samples, SoundCodec codec) => sound =>
    {
        var packets = WebMElements.IsWebM(sound) ? WebMElements.CountBlocks(sound) : Mp4Index.ReadSound(sound)?.Frames ?? 0;
        var written = (long)packets * codec.SamplesPerPacket;
        if (Math.Abs(written - samples) > 3 * codec.SamplesPerPacket)
            throw new RenderException($"FFmpeg wrote {written} samples of sound instead of {samples}.");
    };

    static byte[] HeaderFor(FileStream chunk) =>
        WebMElements.IsWebM(chunk) ? WebMElements.Skipped(SHA256.HashSizeInBytes) : Mp4Box.Skipped(SHA256.HashSizeInBytes);
}
