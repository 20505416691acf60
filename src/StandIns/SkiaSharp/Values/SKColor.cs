using System.Globalization;

namespace SkiaSharp;

/// <summary>A colour of 8 bits a channel, not premultiplied; the integer form is 0xAARRGGBB.</summary>
public readonly struct SKColor : IEquatable<SKColor>
{
    readonly uint _argb;

    public static readonly SKColor Empty;

    public SKColor(uint value) => _argb = value;
    public SKColor(byte red, byte green, byte blue, byte alpha) => _argb = (uint)(alpha << 24 | red << 16 | green << 8 | blue);
    public SKColor(byte red, byte green, byte blue) : this(red, green, blue, 255) { }

    public byte Alpha => (byte)(_argb >> 24);
    public byte Red => (byte)(_argb >> 16);
    public byte Green => (byte)(_argb >> 8);
    public byte Blue => (byte)_argb;

    public SKColor WithRed(byte red) => new(red, Green, Blue, Alpha);
    public SKColor WithGreen(byte green) => new(Red, green, Blue, Alpha);
    public SKColor WithBlue(byte blue) => new(Red, Green, blue, Alpha);
    public SKColor WithAlpha(byte alpha) => new(Red, Green, Blue, alpha);

    public static SKColor Parse(string hexString) =>
        TryParse(hexString, out var color) ? color : throw new ArgumentException("Invalid hexadecimal color string.", nameof(hexString));

    /// <summary>Reads RGB, ARGB, RRGGBB and AARRGGBB, with or without a leading '#'.</summary>
    public static bool TryParse(string hexString, out SKColor color)
    {
        color = Empty;
        var digits = hexString.AsSpan().Trim().TrimStart('#');
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
        switch (digits.Length)
        {
            case 3: color = FromNibbles(value | 0xF000); return true;
            case 4: color = FromNibbles(value); return true;
            case 6: color = new(value | 0xFF000000); return true;
            case 8: color = new(value); return true;
            default: return false;
        }
    }

    static SKColor FromNibbles(uint argb) =>
        new((byte)((argb >> 8 & 15) * 17), (byte)((argb >> 4 & 15) * 17), (byte)((argb & 15) * 17), (byte)((argb >> 12) * 17));

    public static implicit operator SKColor(uint color) => new(color);
    public static explicit operator uint(SKColor color) => color._argb;
    public static bool operator ==(SKColor left, SKColor right) => left._argb == right._argb;
    public static bool operator !=(SKColor left, SKColor right) => left._argb != right._argb;

    public bool Equals(SKColor other) => _argb == other._argb;
    public override bool Equals(object obj) => obj is SKColor color && Equals(color);
    public override int GetHashCode() => _argb.GetHashCode();
    public override string ToString() => $"#{_argb:x8}";
}
