using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Which class a network sees in each point of its input plane, and how sure it is. The network is asked on a coarse grid, and z of its
/// outputs is interpolated between: it is smooth where outputs themselves jump from one class to another.
/// </summary>
internal sealed class DecisionMap
{
    // Points at which the network is asked, and points of the painted picture, along either side.
    const int Asked = 56, Painted = 192;

    // How much of a class's colour its ground has where the network hardly prefers it, where it is sure, and how fast it gets there.
    const double Least = 0.14, Strongest = 0.46, Gamma = 0.7;

    const int Shades = 256;

    readonly TargetClasses classes;

    // For each class, over the painted points: what the largest of decides, and how large its share is, 0 to 1.
    readonly double[][] scores, shares;

    public DecisionMap(DenseNetwork network, InputPlane plane, TargetClasses classes)
    {
        this.classes = classes;
        var (xs, ys) = plane.Grid(Asked);
        var z = OutputField.PreActivations(network, xs, ys).Select(field => Enlargement.Of(field, Painted, Painted)).ToArray();
        var activation = network.Layers[^1].Activation;
        shares = OutputField.Activations(activation, z);
        scores = z;
        if (!classes.IsOneOutput) return;
        // Where z = 0 gives the cut, as with sigmoid and tanh, z tells the two sides apart; elsewhere the output itself does.
        var isCutAt0 = activation.ValuesAt(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(1))[0] == classes.Cut;
        var above = isCutAt0 ? z[0] : [.. shares[0].Select(a => a - classes.Cut)];
        scores = [[.. above.Select(score => -score)], above];
        var share = Array.ConvertAll(shares[0], a => Math.Clamp(0.5 + (a - classes.Cut) / (2 * classes.Reach), 0, 1));
        shares = [[.. share.Select(s => 1 - s)], share];
    }

    /// <summary>The plane in the colours of the classes, paler where the network is less sure.</summary>
    public Raster Paint(Palette palette)
    {
        var shades = classes.Colors.Select(color => ShadesOf(color, palette.Background)).ToArray();
        var pixels = new byte[Painted * Painted * 4];
        var colors = MemoryMarshal.Cast<byte, uint>(pixels.AsSpan());
        for (var n = 0; n < colors.Length; n++)
        {
            var (winner, second) = (0, 1);
            if (shares[1][n] > shares[0][n]) (winner, second) = (1, 0);
            for (var k = 2; k < shares.Length; k++)
                if (shares[k][n] > shares[winner][n]) (winner, second) = (k, winner);
                else if (shares[k][n] > shares[second][n]) second = k;
            var sure = Math.Clamp(shares[winner][n] - shares[second][n], 0, 1);
            colors[n] = shades[winner][(int)(sure * (Shades - 1))];
        }
        return new(Painted, Painted, ImmutableCollectionsMarshal.AsImmutableArray(pixels));
    }

    /// <summary>Where a picture of <see cref="Paint"/> is laid, so that its outermost points lie on the edges of an area.</summary>
    public static SKRect RasterRect(SKRect area)
    {
        area.Inflate(area.Width / (2 * (Painted - 1)), area.Height / (2 * (Painted - 1)));
        return area;
    }

    /// <summary>The borders between classes, as lines through an area that the plane fills.</summary>
    public IEnumerable<Points> Borders(SKRect area)
    {
        var lead = new double[Painted * Painted];
        var rival = new int[Painted * Painted];
        for (var k = 0; k < scores.Length - 1; k++)
        {
            for (var n = 0; n < lead.Length; n++)
            {
                var best = k == 0 ? 1 : 0;
                for (var j = 0; j < scores.Length; j++)
                    if (j != k && scores[j][n] > scores[best][n]) best = j;
                (lead[n], rival[n]) = (scores[k][n] - scores[best][n], best);
            }
            // A border is drawn once: by the first of the two classes.
            var own = k;
            foreach (var line in ContourLines.Of(lead, Painted, at => rival[at] > own))
                yield return Points.Create([.. line.Select(At)]);
        }

        SKPoint At(SKPoint point) =>
            new(area.Left + area.Width * point.X / (Painted - 1), area.Top + area.Height * point.Y / (Painted - 1));
    }

    static uint[] ShadesOf(SKColor color, SKColor ground) =>
    [
        .. Enumerable.Range(0, Shades).Select(n =>
        {
            var shade = ground.Mixed(color, Least + (Strongest - Least) * Math.Pow(n / (Shades - 1.0), Gamma));
            return (uint)(shade.Blue | shade.Green << 8 | shade.Red << 16 | 0xFF << 24);
        }),
    ];
}
