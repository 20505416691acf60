using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

/// <summary>How far colours are apart for viewers with and without all three kinds of cones.</summary>
internal static class ColorVision
{
    // Machado, Oliveira & Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency", severity 1.0:
    // what is left of linear RGB without red, green or blue cones.
    public static readonly double[][] Everything = [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        Protanopia = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        Deuteranopia = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        Tritanopia = [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]];

    public static readonly double[][][] All = [Everything, Protanopia, Deuteranopia, Tritanopia];

    /// <summary>ΔE in CIELAB (CIE 1976): a difference of 2.3 is just seen.</summary>
    /// <param name="seen">What of linear RGB a viewer sees.</param>
    public static double Difference(SKColor a, SKColor b, double[][] seen) =>
        Math.Sqrt(Lab(a, seen).Zip(Lab(b, seen), (x, y) => (x - y) * (x - y)).Sum());

    static double[] Lab(SKColor color, double[][] seen)
    {
        double[] linear = [Linear(color.Red), Linear(color.Green), Linear(color.Blue)];
        var left = Times(seen, linear).Select(x => Math.Clamp(x, 0, 1)).ToArray();
        var xyz = Times([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], left);
        var f = xyz.Zip([0.9505, 1, 1.089], (x, white) => x / white)
            .Select(x => x > 0.008856 ? Math.Cbrt(x) : 7.787 * x + 16 / 116.0).ToArray();
        return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])];
    }

    static double[] Times(double[][] matrix, double[] v) => [.. matrix.Select(row => row.Zip(v, (a, b) => a * b).Sum())];

    static double Linear(byte channel) => channel <= 10 ? channel / 255.0 / 12.92 : Math.Pow((channel / 255.0 + 0.055) / 1.055, 2.4);
}
