using System.Collections.Concurrent;

namespace SkiaSharp;

/// <summary>A glyph's coverage around its origin, at one size and one of four positions within a pixel.</summary>
/// <param name="Glyph">The glyph.</param>
/// <param name="Scale">Device pixels a font unit.</param>
/// <param name="Phase">The origin's x within its pixel, in quarters.</param>
/// <param name="Luminance">The step of <see cref="TextContrast"/>.</param>
/// <param name="Antialias">Whether pixels may be partly covered.</param>
readonly record struct GlyphMaskKey(ushort Glyph, float Scale, byte Phase, byte Luminance, bool Antialias);

/// <summary>A typeface's glyph masks, shared by all threads.</summary>
sealed class GlyphMaskCache
{
    // Text that changes its size in every frame would fill memory with masks that are never needed again.
    const int MostBytes = 16 << 20;

    readonly ConcurrentDictionary<GlyphMaskKey, MaskBuffer> _masks = new();
    int _bytes;

    public bool TryGet(GlyphMaskKey key, out MaskBuffer mask) => _masks.TryGetValue(key, out mask);

    public void Add(GlyphMaskKey key, MaskBuffer mask)
    {
        if (Interlocked.Add(ref _bytes, mask.Bytes.Length) > MostBytes)
        {
            _masks.Clear();
            Interlocked.Exchange(ref _bytes, mask.Bytes.Length);
        }
        _masks[key] = mask;
    }
}
