using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>How one unit looks at one moment.</summary>
public struct UnitLook()
{
    /// <summary>0: not there; 1: full size. May overshoot while it pops in.</summary>
    public double Presence { get; set; } = 1;
    /// <summary>1 as usual; less steps back behind what matters now.</summary>
    public double Opacity { get; set; } = 1;
    public string Value { get; set; } = "";
    public double ValueOpacity { get; set; }
    /// <summary>How far the activation fills the ring, from 0 to 1.</summary>
    public double Level { get; set; }
    /// <summary>How brightly that shines: 1 while numbers go forward, less once they come back.</summary>
    public double LevelLight { get; set; } = 1;
    /// <summary>How far δ fills the ring the other way round, from 0 to 1: its share of the largest in the network.</summary>
    public double Blame { get; set; }
    /// <summary>The strength of the light around it, 0 to 1.</summary>
    public double Light { get; set; }
    public SKColor LightColor { get; set; }
    public string Delta { get; set; } = "";
    /// <summary>What δ is written in; left out, the colour of the way back.</summary>
    public SKColor? DeltaColor { get; set; }
    public double DeltaOpacity { get; set; }
    /// <summary>A drawn lock: the slope lets almost nothing through.</summary>
    public double Lock { get; set; }
    /// <summary>How far the lock has sprung open: the loss's own slope cancels the one that locks.</summary>
    public double Opened { get; set; }
    /// <summary>How far it is marked as dead: off for every sample, so that nothing can reach it any more.</summary>
    public double Dead { get; set; }
    /// <summary>A coloured ring that points this unit out.</summary>
    public double Mark { get; set; }
    public SKColor MarkColor { get; set; }
    /// <summary>A second mark, which shares the ring with the first.</summary>
    public double SecondMark { get; set; }
    public SKColor SecondMarkColor { get; set; }

    /// <summary>Lights it, unless a brighter light is on it already.</summary>
    internal void Shine(double light, SKColor color)
    {
        if (light > Light) (Light, LightColor) = (light, color);
    }

    /// <summary>Takes away what the backward wave has left at it.</summary>
    /// <param name="left">How much of it stays, 0 to 1.</param>
    internal void CoolDown(double left) => (LevelLight, Blame) = (1 + (LevelLight - 1) * left, Blame * left);
}

/// <summary>How one edge looks at one moment.</summary>
public struct EdgeLook()
{
    /// <summary>How much of it is drawn, from its start: 0 to 1.</summary>
    public double Growth { get; set; } = 1;
    /// <summary>Tells its thickness, and is what its label says.</summary>
    public double Weight { get; set; }
    /// <summary>How far a negative weight is told from a positive one by dashes, 0 to 1.</summary>
    public double SignShown { get; set; }
    public double Opacity { get; set; } = 1;
    /// <summary>The strength of the light along it, 0 to 1.</summary>
    public double Light { get; set; }
    public SKColor LightColor { get; set; }
    /// <summary>The light that numbers going forward have left along it, 0 to 1.</summary>
    public double Afterglow { get; set; }
    /// <summary>The fire that the backward wave has left along it, 0 to 1: it stays, and what is written stands on it.</summary>
    public double Fire { get; set; }
    /// <summary>How far the backward wave has come along it, from its end to its start: 0 to 1.</summary>
    public double FireReached { get; set; }
    public double LabelOpacity { get; set; }
    public SKColor? LabelColor { get; set; }
    public double Gradient { get; set; }
    /// <summary>What the gradient's label says; null for the gradient itself.</summary>
    public string? GradientText { get; set; }
    public double GradientOpacity { get; set; }
    public SKColor GradientColor { get; set; }
    /// <summary>How far the gradient's label stands clear of the light along its edge: 0 is on it, 1 above it, −1 below.</summary>
    public double GradientClear { get; set; }
    /// <summary>By how much an update has changed its weight, in words; it floats off in the gradient's place.</summary>
    public string ChangeText { get; set; } = "";
    public double ChangeOpacity { get; set; }
    /// <summary>How far it has risen, in stage units.</summary>
    public float ChangeRise { get; set; }
    /// <summary>By how much |w| has grown, as a share of the most that any weight's did: −1 to 1.</summary>
    public double Step { get; set; }
    /// <summary>How much of the old width is still seen, 0 to 1.</summary>
    public double Ghost { get; set; }

    /// <summary>Among many edges, lights one that is spoken of, and dims one that is not.</summary>
    /// <param name="isMeant">Whether this edge is spoken of.</param>
    /// <param name="amount">How far, 0 to 1.</param>
    internal void Spotlight(bool isMeant, double amount, SKColor color)
    {
        const double light = 0.5, dimmed = 0.6;
        if (!isMeant) Opacity *= 1 - dimmed * amount;
        else if (light * amount > Light) (Light, LightColor) = (light * amount, color);
    }
}

/// <summary>
/// How every unit and edge of the network looks at one moment. A phase takes the pose it starts from and changes what moves.
/// </summary>
public sealed class NetworkPose
{
    readonly NetworkLayout layout;

    public NetworkPose(NetworkLayout layout)
    {
        this.layout = layout;
        (Units, Edges) = (new UnitLook[layout.Units.Length], new EdgeLook[layout.Edges.Length]);
        Array.Fill(Units, new());
        Array.Fill(Edges, new());
    }

    NetworkPose(NetworkPose other) => (layout, Units, Edges, Names) = (other.layout, [.. other.Units], [.. other.Edges], other.Names);

    /// <summary>In the order of <see cref="NetworkLayout.Units"/>.</summary>
    public UnitLook[] Units { get; }

    /// <summary>In the order of <see cref="NetworkLayout.Edges"/>.</summary>
    public EdgeLook[] Edges { get; }

    /// <summary>How much of the layers' names shows.</summary>
    public double Names { get; set; } = 1;

    public ref UnitLook this[Unit unit] => ref Units[layout.IndexOf(unit)];

    public ref EdgeLook this[Edge edge] => ref Edges[layout.IndexOf(edge)];

    /// <summary>Sets the opacity of every unit and of every edge.</summary>
    public void Fade(double units, double edges)
    {
        foreach (ref var look in Units.AsSpan()) look.Opacity = units;
        foreach (ref var look in Edges.AsSpan()) look.Opacity = edges;
    }

    /// <summary>The same pose, to be changed without changing this one.</summary>
    public NetworkPose Copy() => new(this);
}
