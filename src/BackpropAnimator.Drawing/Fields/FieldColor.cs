using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>The colour of a stroke or of light, and how it is laid over pixels.</summary>
internal readonly struct FieldColor
{
    readonly Vector256<float> blue, green, red, bluer, greener, redder, bluest, greenest, reddest, alpha;
    readonly bool isAdded;

    /// <summary>A stroke's colour, the same all over.</summary>
    /// <param name="color">Its alpha is the stroke's opacity.</param>
    public static FieldColor OfStroke(SKColor color) => new(color, color, color, GlowBlend.Tint);

    /// <summary>The colours of light, from its hot middle to its rim.</summary>
    /// <param name="color">Its alpha is the light's strength.</param>
    /// <param name="core">The colour in the hot middle.</param>
    public static FieldColor OfLight(SKColor color, SKColor core, GlowBlend blend) => blend switch
    {
        GlowBlend.Add => new(color, core, Deep(color), blend),
        GlowBlend.Tint => new(color.Pure(), core, color.Pure(), blend),
        _ => throw new ArgumentOutOfRangeException(nameof(blend), blend, null),
    };

    FieldColor(SKColor color, SKColor core, SKColor rim, GlowBlend blend)
    {
        var strength = color.Alpha / 255f;
        (blue, green, red) = (Of(color.Blue), Of(color.Green), Of(color.Red));
        (bluer, greener, redder) = (Of(core.Blue - color.Blue), Of(core.Green - color.Green), Of(core.Red - color.Red));
        (bluest, greenest, reddest) = (Of(rim.Blue - color.Blue), Of(rim.Green - color.Green), Of(rim.Red - color.Red));
        alpha = Of(255);
        isAdded = blend == GlowBlend.Add;

        Vector256<float> Of(int channel) => Vector256.Create(channel * strength);
    }

    // Fire is white, yellow, orange and at its rim red: what is not the strongest channel fades out sooner.
    static SKColor Deep(SKColor color)
    {
        int most = Math.Max((byte)1, Math.Max(color.Red, Math.Max(color.Green, color.Blue)));
        return new(Of(color.Red), Of(color.Green), Of(color.Blue));

        byte Of(byte channel) => (byte)(channel * channel / most);
    }

    /// <summary>Whether it leaves everything as it is.</summary>
    public bool IsNothing => alpha[0] == 0;

    /// <summary>Lays colour over eight pixels.</summary>
    /// <param name="under">Premultiplied BGRA.</param>
    /// <param name="brightness">How much of the colour each gets, from 0 to 1.</param>
    /// <param name="hot">How far the colour has turned to the core's, from 0 to 1.</param>
    /// <param name="cool">How far it has turned to the rim's, from 0 to 1.</param>
    /// <param name="threshold">Added before rounding down.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<uint> Blend(Vector256<uint> under, Vector256<float> brightness, Vector256<float> hot, Vector256<float> cool,
        Vector256<float> threshold)
    {
        var (b, g, r) = (
            brightness * (hot * bluer + cool * bluest + blue), brightness * (hot * greener + cool * greenest + green),
            brightness * (hot * redder + cool * reddest + red));
        var a = brightness * alpha;
        if (isAdded) return Vector256.AddSaturate(Packed(b, g, r, a, threshold).AsByte(), under.AsByte()).AsUInt32();
        var through = Vector256<float>.One - a * (1 / 255f);
        return Packed(
            b + through * Channel(under, 0), g + through * Channel(under, 8),
            r + through * Channel(under, 16), a + through * Channel(under, 24), threshold);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Channel(Vector256<uint> pixels, int bit) =>
        Vector256.ConvertToSingle(((pixels >>> bit) & Vector256.Create(255u)).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<uint> Packed(
        Vector256<float> b, Vector256<float> g, Vector256<float> r, Vector256<float> a, Vector256<float> threshold) =>
        (Whole(b, threshold) | (Whole(g, threshold) << 8) | (Whole(r, threshold) << 16) | (Whole(a, threshold) << 24)).AsUInt32();

    // Positive numbers are rounded down by cutting them off.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> Whole(Vector256<float> channel, Vector256<float> threshold) =>
        Vector256.ConvertToInt32Native(Vector256.MinNative(Vector256.Create(255f), channel + threshold));
}
