using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What burns shimmers while one reads: small sparks come off the edges that the backward wave has set on fire, drift on towards where it
/// went, and go out. Each is where it is by its edge and the time alone.
/// </summary>
internal static class Sparks
{
    const int PerEdge = 3;

    // Seconds from one spark of a place to the next.
    const double Life = 2.6;

    // How far a spark drifts: a share of its edge, and stage units upwards.
    const double Drift = 0.14;
    const float Rise = 16;

    // Edges with less fire than this have none.
    const double LeastFire = 0.3;

    const float Radius = 13;

    /// <summary>The sparks of all edges that burn.</summary>
    /// <param name="t">Seconds.</param>
    /// <param name="amount">How visible they are, 0 to 1.</param>
    public static IEnumerable<DrawItem> Over(NetworkView view, NetworkPose pose, double t, double amount)
    {
        var (layout, palette) = (view.Layout, view.Palette);
        for (var i = 0; i < layout.Edges.Length && amount > 0; i++)
        {
            var (edge, look) = (layout.Edges[i], pose.Edges[i]);
            if (layout.IsCrowd(edge.Layer) || look.Fire * look.FireReached < LeastFire) continue;
            var (from, to) = layout.Ends(edge);
            for (var k = 0; k < PerEdge; k++)
            {
                // None is born together with its neighbour.
                var born = t / Life + (PerEdge * i + k) * Scatter.Golden;
                var lived = born - Math.Floor(born);
                // Every spark has a place of its own.
                var place = (Math.Floor(born) * 0.755 + i * 0.57 + k * 0.5) % 1;
                var light = Math.Pow(Math.Sin(Math.PI * lived), 2) * look.Fire * Math.Sqrt(look.Opacity) * amount;
                if (light <= 0.05) continue;
                var at = NetworkLayout.Along(to, from, (float)(0.06 + 0.8 * place + Drift * lived));
                yield return new Glow(
                    new(at.X, at.Y - Rise * (float)lived), Radius, palette.Backward.Faded(0.9 * light),
                    palette.CoreOf(palette.Backward), palette.GlowBlend)
                    {
                        Role = RoleOf.Spark,
                    };
            }
        }
    }
}
