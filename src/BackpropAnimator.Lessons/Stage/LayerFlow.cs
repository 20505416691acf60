using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What flows along the edges between two layers. Each edge's strength is its share of the most that any of them carries, 0 to 1.
/// </summary>
internal sealed class LayerFlow
{
    // In a crowd what carries less than this stays dark: light along every edge would be fog.
    const double FaintInCrowd = 0.2;

    const float Hairline = 3;

    readonly bool isCrowd;
    readonly float width;
    readonly ImmutableArray<Edge> edges;
    readonly ImmutableArray<double> strengths;

    /// <param name="layer">The one on the edges' left side.</param>
    /// <param name="carried">What an edge carries, of either sign.</param>
    /// <param name="passed">How much of what could flow has got this far, 0 to 1: a hairline where that is little.</param>
    public LayerFlow(NetworkLayout layout, int layer, Func<Edge, double> carried, double passed = 1)
    {
        width = (float)Math.Sqrt(passed);
        (isCrowd, edges) = (layout.IsCrowd(layer), layout.EdgesAfter(layer));
        ImmutableArray<double> amounts = [.. edges.Select(edge => Math.Abs(carried(edge)))];
        var most = Math.Max(1e-12, amounts.Max());
        strengths = [.. amounts.Select(amount => amount / most)];
    }

    /// <summary>Lights the edges, each as strongly as it carries.</summary>
    /// <param name="amount">How much of the light there is: 0 to 1.</param>
    public void Light(NetworkPose pose, double amount, SKColor color)
    {
        for (var i = 0; i < strengths.Length; i++)
        {
            ref var look = ref pose[edges[i]];
            (look.Light, look.LightColor) = (amount * LightOf(strengths[i]), color);
        }
    }

    double LightOf(double strength) =>
        strength == 0
            ? 0
            : isCrowd
            ? 0.56 * Math.Max(0, (strength - FaintInCrowd) / (1 - FaintInCrowd))
            : 0.14 + 0.42 * strength;

    /// <summary>The packets of a wave that travels along all edges at once.</summary>
    /// <param name="view">Where the network stands.</param>
    /// <param name="progress">Where they are, as a share of the way from the layer to the next, or back: 0 to 1.</param>
    /// <param name="amount">How visible they are: 0 to 1.</param>
    public IEnumerable<Comet> PacketsIn(NetworkView view, double progress, SKColor color, bool backwards = false, double amount = 1) =>
        progress is <= 0 or >= 1 ? [] : PacketsIn(view, _ => progress, strengths.Length, color, backwards, amount);

    /// <summary>The packets of a wave that travels along some edges after others.</summary>
    /// <param name="view">Where the network stands.</param>
    /// <param name="progress">Where each is, as a share of its way: 0 to 1.</param>
    /// <param name="atOnce">How many travel at the same time.</param>
    /// <param name="amount">How visible they are: 0 to 1.</param>
    /// <param name="tail">How long their tails are, in lengths of a usual one.</param>
    public IEnumerable<Comet> PacketsIn(
        NetworkView view, Func<Edge, double> progress, int atOnce, SKColor color, bool backwards = false, double amount = 1,
        double tail = 1)
    {
        for (var i = 0; i < strengths.Length; i++)
        {
            // Nothing flows where nothing is carried: out of a silent unit, or back into one.
            if (strengths[i] == 0 || amount <= 0) continue;
            var (from, to) = view.Layout.Ends(edges[i]);
            var route = backwards ? new Route(to, from) : new Route(from, to);
            if (Packets.Along(route, progress(edges[i]), strengths[i], color.Faded(amount), view.Palette, atOnce, tail) is { } packet)
                yield return width == 1 ? packet : packet with { Width = Math.Max(Hairline, packet.Width * width) };
        }
    }
}
