using System.Collections.Immutable;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Where a phase looks: the view leans to the weights that are spoken of, so that their numbers have room, and back. Everything else stays
/// in sight and steps back.
/// </summary>
internal sealed class Camera
{
    // Seconds that the view takes from one place to the next.
    const double Ease = 0.8;

    // By how much the gap that an author asks for grows, even where its numbers have room.
    const float LeanAsked = 1.4f;

    // How far what is not looked at steps back.
    const double DimmedUnits = 0.4, DimmedEdges = 0.55;

    readonly NetworkView usual;
    readonly NetworkLayout start;
    readonly ImmutableArray<Look> looks;

    // From its start on the view is at a gap between two layers, named by the one on its left; null for the whole network.
    sealed record Look(double Start, double Ease, int? Gap, NetworkLayout Layout);

    /// <param name="stage">Whose network it looks at.</param>
    /// <param name="settings">Where the network stands before the phase, and where in it: it moves there first.</param>
    /// <param name="asked">The gap that the scene's author wants to be looked at all along; null for none.</param>
    /// <param name="turns">For each gap that is spoken of the time when its turn begins, in order.</param>
    /// <param name="duration">Seconds of the phase; the view is back at its end.</param>
    /// <param name="until">When it goes back where that is earlier; null for the end.</param>
    public Camera(
        LessonStage stage, (StageSetting Found, StageSetting Own) settings, int? asked, IEnumerable<(int Gap, double Start)> turns,
        double duration, double? until)
    {
        usual = stage.NetworkIn(settings.Own);
        var layout = usual.Layout;
        start = stage.NetworkIn(settings.Found).Layout;
        var move = StageMove.In(settings.Found, settings.Own, duration);
        var ease = Math.Min(Ease, duration / 8);
        List<(double Start, int? Gap)> wanted = asked is not null
            ? [(0, asked)]
            : [.. turns.Select(turn => (turn.Start, layout.LacksRoom(turn.Gap) ? turn.Gap : (int?)null))];
        wanted.Add((until ?? duration - ease, null));
        List<Look> made = start == layout ? [] : [new(move.Start, move.Duration, null, layout)];
        foreach (var (turn, at) in wanted)
        {
            if (made.LastOrDefault() is { } last && last.Gap == at) continue;
            // Not before it has arrived.
            var from = Math.Max(turn, made.LastOrDefault() is { } before ? before.Start + before.Ease : 0);
            made.Add(new(from, ease, at, at is { } gap ? Leaning(gap) : layout));
        }
        looks = [.. made];

        NetworkLayout Leaning(int gap) => layout.LeaningTo(gap, asked is null ? 0 : LeanAsked * layout.GapAfter(gap));
    }

    /// <summary>The network as it is seen at a time.</summary>
    public NetworkView At(double t)
    {
        var (from, to, share) = Moving(t);
        return usual.In(NetworkLayout.Between(from, to, share));
    }

    /// <summary>Dims what is not looked at, and hides the numbers beside units and edges on their way to other places.</summary>
    public void Adjust(NetworkPose pose, double t)
    {
        var i = IndexAt(t);
        if (i < 0) return;
        var (last, next) = (i > 0 ? looks[i - 1].Gap : null, looks[i].Gap);
        var (from, to, share) = Moving(t);
        // Where each has its place beside its unit here and there, they go along.
        var deltasRide = from.HasDeltasAs(to);
        var read = from == to ? 1 : Math.Clamp(20 * Math.Abs(share - 0.5) - 9, 0, 1);
        foreach (var unit in usual.Layout.Units)
        {
            ref var look = ref pose[unit];
            look.Opacity *= 1 - DimmedUnits * Lookers(gap => unit.Layer != gap && unit.Layer != gap + 1);
            if (!deltasRide) look.DeltaOpacity *= read;
        }
        foreach (var edge in usual.Layout.Edges)
        {
            ref var look = ref pose[edge];
            look.Opacity *= 1 - DimmedEdges * Lookers(gap => edge.Layer != gap);
            look.LabelOpacity *= read;
            look.GradientOpacity *= read;
        }

        double Lookers(Func<int, bool> isAside)
        {
            double Part(int? gap) => gap is { } g && isAside(g) ? 1 : 0;
            return Part(last) * (1 - share) + Part(next) * share;
        }
    }

    (NetworkLayout From, NetworkLayout To, double Share) Moving(double t)
    {
        var i = IndexAt(t);
        if (i < 0) return (start, start, 1);
        var look = looks[i];
        // A network that moves as a whole is a large thing: it has no haste in the middle.
        Func<double, double> easing = i == 0 && look.Gap is null ? Easing.InOutSine : Easing.InOutCubic;
        var share = new Interval(look.Start, look.Start + look.Ease).At(t, easing);
        return (i > 0 ? looks[i - 1].Layout : start, look.Layout, share);
    }

    int IndexAt(double t)
    {
        var i = looks.Length - 1;
        while (i >= 0 && looks[i].Start > t) i--;
        return i;
    }
}
