namespace SkiaSharp;

/// <summary>
/// Gaussian blur of a mask, by three box blurs in a row along x and then y (W3C Filter Effects, feGaussianBlur), in whole
/// numbers rounded once an axis. A blurred pixel depends on nothing farther than <see cref="Reach"/>.
/// </summary>
readonly struct MaskBlur
{
    const float WidestSigma = 135;    // as Skia limits it; the sums below still fit 32 bits

    readonly int _width, _offset1, _offset2, _lastWidth;

    public MaskBlur(float sigma)
    {
        // d = ⌊σ · 3√(2π)/4 + ½⌋ approximates a Gaussian by three boxes of width d.
        var d = Math.Max(1, (int)(Math.Min(sigma, WidestSigma) * 3 * Math.Sqrt(2 * Math.PI) / 4 + 0.5));
        // Three centred boxes where d is odd; where it is even, two that lean left and right and a centred one of d + 1.
        (_width, _lastWidth) = (d, d % 2 == 1 ? d : d + 1);
        (_offset1, _offset2) = ((d - 1) / 2, d / 2);
    }

    /// <summary>How many pixels light travels.</summary>
    public int Reach => _offset1 + _offset2 + _lastWidth / 2;

    /// <summary>The blurred mask, as large as the mask itself.</summary>
    public void Apply(MaskBuffer mask)
    {
        if (_width <= 1) return;
        var (w, h) = (mask.Bounds.Width, mask.Bounds.Height);
        uint[] line = new uint[Math.Max(w, h)], other = new uint[Math.Max(w, h)];
        var bytes = mask.Bytes;
        for (var y = 0; y < h; y++) BlurLine(bytes[(y * w)..], w, 1, line, other);
        for (var x = 0; x < w; x++) BlurLine(bytes[x..], h, w, line, other);
    }

    void BlurLine(Span<byte> bytes, int length, int stride, uint[] line, uint[] other)
    {
        for (var i = 0; i < length; i++) line[i] = bytes[i * stride];
        Box(line, other, length, _width, _offset1);
        Box(other, line, length, _width, _offset2);
        Box(line, other, length, _lastWidth, _lastWidth / 2);
        var total = (double)_width * _width * _lastWidth;
        for (var i = 0; i < length; i++) bytes[i * stride] = (byte)(other[i] / total + 0.5);
    }

    // Each entry becomes the sum of `width` entries, beginning `before` entries ahead of it.
    static void Box(uint[] source, uint[] target, int length, int width, int before)
    {
        uint sum = 0;
        for (var i = 0; i < Math.Min(width - before - 1, length); i++) sum += source[i];
        for (var i = 0; i < length; i++)
        {
            if (i + width - before - 1 < length) sum += source[i + width - before - 1];
            target[i] = sum;
            if (i - before >= 0) sum -= source[i - before];
        }
    }
}
