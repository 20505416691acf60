using System.Numerics;
using System.Runtime.InteropServices;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>128 bits that stand for a value, the same in every run of the program.</summary>
public readonly record struct Fingerprint(ulong High, ulong Low)
{
    public override string ToString() => $"{High:x16}{Low:x16}";
}

/// <summary>
/// Gathers fields into a <see cref="Fingerprint"/>: two lanes of multiply-and-rotate, finished as in MurmurHash3 (Appleby, 2011).
/// </summary>
internal struct FingerprintBuilder
{
    ulong a = 0x9E3779B97F4A7C15, b = 0xC2B2AE3D27D4EB4F, count;

    public FingerprintBuilder() { }

    public void Add(ulong value)
    {
        count++;
        a = BitOperations.RotateLeft((a ^ value) * 0x87C37B91114253D5, 31) + b;
        b = BitOperations.RotateLeft((b ^ value) * 0x4CF5AD432745937F, 27) + a;
    }

    public void Add(float value) => Add((ulong)BitConverter.SingleToUInt32Bits(value));

    public void Add(bool value) => Add(value ? 1UL : 2UL);

    public void Add(SKColor color) => Add((ulong)(uint)color);

    public void Add(SKPoint point) => Add((ulong)BitConverter.SingleToUInt32Bits(point.X) << 32 | BitConverter.SingleToUInt32Bits(point.Y));

    public void Add(SKRect rect)
    {
        Add(new SKPoint(rect.Left, rect.Top));
        Add(new SKPoint(rect.Right, rect.Bottom));
    }

    public void Add(ReadOnlySpan<char> text)
    {
        Add((ulong)text.Length);
        var whole = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var four in whole) Add(four);
        foreach (var letter in text[(whole.Length * 4)..]) Add((ulong)letter);
    }

    public void Add(FormulaStyle style)
    {
        Add(style.Color);
        Add(style.Opacity);
        foreach (var name in style.Parts.Names)
        {
            var part = style.Parts[name]!;
            Add(name);
            Add(part.Color is null);
            Add(part.Color ?? default);
            Add(part.Opacity);
            Add(part.Scale);
            Add(part.Box ?? default);
            Add(part.Underline ?? default);
            Add(part.Strike);
        }
    }

    public void Add(ReadOnlySpan<SKPoint> points)
    {
        Add((ulong)points.Length);
        foreach (var point in points) Add(point);
    }

    public readonly Fingerprint ToFingerprint() => new(Finish(a ^ count), Finish(b + a));

    static ulong Finish(ulong h)
    {
        h = (h ^ h >> 33) * 0xFF51AFD7ED558CCD;
        h = (h ^ h >> 33) * 0xC4CEB9FE1A85EC53;
        return h ^ h >> 33;
    }
}
