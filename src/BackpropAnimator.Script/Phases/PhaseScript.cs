using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>One part of the lesson. Each kind is a record of its own whose properties are the kind's options.</summary>
public abstract record PhaseScript : ScriptElement
{
    private protected PhaseScript(string kind, double seconds) => (Kind, Name, Duration) = (kind, kind, seconds);

    /// <summary>The kind's name in a scene file, such as <c>chain_rule</c>.</summary>
    public string Kind { get; }

    /// <summary>Whether the network stands on the stage when the phase begins; not so where the phase grows it or has the stage to itself.</summary>
    public virtual bool StartsWithNetwork => !StandsBesideNetwork;

    /// <summary>Whether the network steps aside for the phase, to stand beside what it shows. It then does not begin with the network in its own place.</summary>
    public virtual bool StandsBesideNetwork => false;

    /// <summary>The networks that the phase sets side by side, each the scene's own with some keys changed; most kinds have none.</summary>
    public virtual ImmutableArray<VariantScript> Variants => [];

    /// <summary>The phase with every value that follows from the rest of the scene.</summary>
    internal virtual PhaseScript CompletedFrom(Scene scene) => this;

    /// <summary>Seconds.</summary>
    [Description("How long the phase lasts.")]
    [ShortForm, Duration, Limits(0, 3600, MoreThanMin = true)]
    public double Duration { get; init; }

    [Description("One or two lines at the bottom of the picture.")]
    public string? Caption { get; init; }

    [Description("A heading to show instead of the phase's own.")]
    public string? Title { get; init; }

    [Description("What overrides call this phase, so that a repeated kind can be told apart. Left out, its kind.")]
    [Word]
    public string Name { get; init; }
}
