using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Where the numbers beside the edges between two layers stand: all of them in one column, where the edges cross it with the most even
/// distances; or, where that is too close, those of the edges into one unit, near where these fan out.
/// </summary>
internal readonly record struct EdgeLabels
{
    /// <summary>The plates of labels, in stage units: "−0.83" for a weight, "+0.040" for its gradient.</summary>
    public const float WeightWidth = 70, GradientWidth = 86;

    const float LargestHeight = 31, SmallestHeight = 25, LeastApart = 32;

    // Where the column stands, as a share of the way from left to right, and the least distance between its rows.
    readonly float share, rowGap;

    // From one layer's middle to the other's, and how far labels keep from either.
    readonly float width, left, right;

    // How far apart the units of the left layer stand.
    readonly float sourceGap;

    EdgeLabels(float share, float rowGap, float width, float left, float right, float sourceGap) =>
        (this.share, this.rowGap, this.width, this.left, this.right, this.sourceGap) = (share, rowGap, width, left, right, sourceGap);

    /// <param name="edges">The ends of the edges, in the layers' middles.</param>
    /// <param name="left">How far labels keep from the middle of the layer on the left.</param>
    /// <param name="right">The same of the layer on the right.</param>
    /// <param name="labelWidth">The width of the labels that have to fit.</param>
    /// <param name="sourceGap">How far apart the units of the layer on the left stand.</param>
    public static EdgeLabels InColumn(
        IReadOnlyList<(SKPoint From, SKPoint To)> edges, float left, float right, float labelWidth, float sourceGap)
    {
        var width = edges[0].To.X - edges[0].From.X;
        var (from, to) = ((left + labelWidth / 2) / width, 1 - (right + labelWidth / 2) / width);
        if (from > to) from = to = (from + to) / 2;
        // Near the middle is better where it makes little difference.
        static float FromMiddle(float at) => MathF.Abs(at - 0.5f) * 4;
        // For n units facing m > n at the same distance the best is 1 / (n + 1) of the way from the larger layer.
        var (best, bestGap, bestScore) = (from, -1f, float.MinValue);
        var (spanFrom, spanTo) = (SpanOf(edge => edge.From.Y), SpanOf(edge => edge.To.Y));
        var ys = new float[edges.Count];
        foreach (var at in Steps(from, to).OrderBy(FromMiddle))
        {
            // No gap is wider than all are on average: with many edges few places have to be looked at.
            var widest = ys.Length == 1 ? sourceGap : (spanFrom + (spanTo - spanFrom) * at) / (ys.Length - 1);
            if (widest - FromMiddle(at) < bestScore) continue;
            for (var i = 0; i < ys.Length; i++) ys[i] = NetworkLayout.Along(edges[i].From, edges[i].To, at).Y;
            Array.Sort(ys);
            var gap = ys.Length == 1 ? sourceGap : float.MaxValue;
            for (var i = 1; i < ys.Length; i++) gap = Math.Min(gap, ys[i] - ys[i - 1]);
            var score = gap - FromMiddle(at);
            if (score > bestScore || (score == bestScore && at < best)) (best, bestGap, bestScore) = (at, gap, score);
        }
        return new(best, bestGap, width, left, right, sourceGap);

        float SpanOf(Func<(SKPoint From, SKPoint To), float> y) => edges.Max(y) - edges.Min(y);
    }

    static IEnumerable<float> Steps(float from, float to)
    {
        for (var at = from; at <= to + 1e-4f; at += 0.005f) yield return at;
    }

    /// <summary>The same for the edges into one unit at a time: as near to where they start as their labels allow.</summary>
    public EdgeLabels NearSources()
    {
        var first = (left + GradientWidth / 2) / width;
        var last = 1 - (right + GradientWidth / 2) / width;
        return new(Math.Clamp(first, 0, Math.Max(0.5f, last)), rowGap, width, left, right, sourceGap);
    }

    /// <summary>The labels of a gap on its way from one place to another.</summary>
    public static EdgeLabels Between(EdgeLabels a, EdgeLabels b, float share)
    {
        return new(
            At(a.share, b.share), At(a.rowGap, b.rowGap), At(a.width, b.width), At(a.left, b.left), At(a.right, b.right),
            At(a.sourceGap, b.sourceGap));

        float At(float from, float to) => from + (to - from) * share;
    }

    /// <summary>The least width of a gap in which the edges into one unit can carry a weight and, in its place, a gradient.</summary>
    /// <param name="left">How far labels keep from the middle of the layer on the left.</param>
    /// <param name="right">The same of the layer on the right.</param>
    /// <param name="sourceGap">How far apart the units of the layer on the left stand.</param>
    public static float WidthFor(float left, float right, float sourceGap)
    {
        var fanned = (left + GradientWidth / 2) / Math.Max(0.1f, 1 - (SmallestHeight + 0.5f) / sourceGap);
        return Math.Max(fanned, left + GradientWidth + right);
    }

    /// <summary>Whether every edge can carry a label without touching another's.</summary>
    public bool Fit => rowGap >= SmallestHeight && Room >= WeightWidth;

    /// <summary>Whether labels of all edges at once stand far enough apart that each is seen to belong to its edge.</summary>
    public bool StandApart => Fit && rowGap >= LeastApart;

    /// <summary>Whether every edge can carry a gradient's label, which is wider, in its weight's place.</summary>
    public bool GradientsFit => Fit && Room >= GradientWidth;

    /// <summary>Whether, where not every edge can carry a label, at least those that lead to one unit can.</summary>
    public bool FocusFit => !Fit && (1 - share) * sourceGap >= SmallestHeight && Room >= GradientWidth;

    /// <summary>How high a label's plate is.</summary>
    public float Height => Math.Min(LargestHeight, (Fit ? rowGap : (1 - share) * sourceGap) - 1);

    /// <summary>The middle of a label on an edge: its weight's, and in that's place its gradient's or its change's.</summary>
    public SKPoint On(SKPoint from, SKPoint to) => NetworkLayout.Along(from, to, share);

    /// <summary>How far to the right of the left layer's middle the labels begin and end.</summary>
    public (float Left, float Right) Column => (share * width - GradientWidth / 2, share * width + GradientWidth / 2);

    float Room => width - left - right;
}
