using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using BackpropAnimator.Drawing;
using BackpropAnimator.Files;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Video.Chunks;

/// <summary>
/// Names chunks by all that their pictures depend on, so that chunks of the same name are equal. All settings are in the name: no rule
/// says which of them matter.
/// </summary>
/// <param name="encoder">FFmpeg's arguments and which FFmpeg it is.</param>
internal sealed class ChunkKeys(string encoder, FontShelf fonts)
{
    // The code that turns frames into planes. A module's version differs when its code differs.
    static readonly Assembly[] PaintingCode =
    [
        typeof(Frame).Assembly, typeof(FontShelf).Assembly, typeof(SKCanvas).Assembly, typeof(HarfBuzzSharp.Font).Assembly,
        typeof(ChunkKeys).Assembly,
    ];

    readonly byte[] everyChunk = Encoding.UTF8.GetBytes(
        $"{encoder}\n{fonts.Fingerprint}\n{string.Join('\n', PaintingCode.Select(a => a.ManifestModule.ModuleVersionId))}\n");

    /// <returns>64 hexadecimal digits.</returns>
    public string KeyOf(ImmutableArray<Frame> frames)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(everyChunk);
        foreach (var frame in frames)
        {
            var fingerprint = frame.Fingerprint();
            hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<Fingerprint>(in fingerprint)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Names some frames of a video by what all are made from, without a look at them.</summary>
    /// <returns>64 hexadecimal digits.</returns>
    public string NameOf(string identity, FrameRange range)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(everyChunk);
        hash.AppendData(Encoding.UTF8.GetBytes($"{identity}\n{range.First} {range.Count}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Names a finished file by all that it is made of.</summary>
    /// <param name="parts">The keys of what it holds, its tags and its format.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string KeyOfFile(params IEnumerable<string> parts) =>
        TextHash.Of(string.Join('\n', parts));
}
