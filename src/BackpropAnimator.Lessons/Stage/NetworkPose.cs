using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>How one unit looks at one moment.</summary>
internal struct UnitLook()
{
    /// <summary>0: not there; 1: full size. May overshoot while it pops in.</summary>
    public double Presence = 1;
    /// <summary>1 as usual; less steps back behind what matters now.</summary>
    public double Opacity = 1;
    public string Value = "";
    public double ValueOpacity;
    /// <summary>How far the activation fills the ring, from 0 to 1.</summary>
    public double Level;
    /// <summary>The strength of the light around it, 0 to 1.</summary>
    public double Light;
    public SKColor LightColor;
    public string Delta = "";
    public double DeltaOpacity;
    /// <summary>A drawn lock: the slope lets almost nothing through.</summary>
    public double Lock;
    /// <summary>How far the lock has sprung open: the loss's own slope cancels the one that locks.</summary>
    public double Opened;
    /// <summary>How far it is marked as dead: off for every sample, so that nothing can reach it any more.</summary>
    public double Dead;
    /// <summary>A coloured ring that points this unit out.</summary>
    public double Mark;
    public SKColor MarkColor;
}

/// <summary>How one edge looks at one moment.</summary>
internal struct EdgeLook()
{
    /// <summary>How much of it is drawn, from its start: 0 to 1.</summary>
    public double Growth = 1;
    /// <summary>Tells its thickness, and is what its label says.</summary>
    public double Weight;
    /// <summary>How far a negative weight is told from a positive one by dashes, 0 to 1.</summary>
    public double SignShown;
    public double Opacity = 1;
    /// <summary>The strength of the light along it, 0 to 1.</summary>
    public double Light;
    public SKColor LightColor;
    public double LabelOpacity;
    public SKColor? LabelColor;
    public double Gradient;
    /// <summary>What the gradient's label says; null for the gradient itself.</summary>
    public string? GradientText;
    public double GradientOpacity;
    public SKColor GradientColor;
}

/// <summary>How every unit and edge of the network looks at one moment. A phase takes the pose it starts from and changes what moves.</summary>
internal sealed class NetworkPose
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
