using System.Collections.Immutable;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What the phases so far have left on stage. The state that a phase starts from follows from the script alone,
/// so that any frame can be drawn without the ones before it.
/// </summary>
/// <param name="Step">The numbers on stage: one example through the network as it is now, and the update that follows.</param>
public sealed record StageState(LearningStep Step)
{
    /// <summary>The losses before each of the updates that the lesson has made so far.</summary>
    public ImmutableArray<double> EarlierLosses { get; init; } = [];
    /// <summary>Units that training has left off for every sample: nothing goes in or out of them any more.</summary>
    public ImmutableHashSet<Unit> Dead { get; init; } = [];

    public bool IsGrown { get; init; }
    /// <summary>Values stand in the units, weights beside the edges.</summary>
    public bool HasActivations { get; init; }
    /// <summary>Targets stand beside the outputs, and the loss in its box.</summary>
    public bool HasLoss { get; init; }
    /// <summary>δ stands above the units, and ∂L/∂w on the edges, in the place of the weights.</summary>
    public bool HasGradients { get; init; }
    /// <summary>Whether the legend of gradients is shown; where the panel has grown, it has no room.</summary>
    public bool ShowsLegend => HasGradients && !WritesLarge;
    /// <summary>The same with the network grown, and without any number on it or around it.</summary>
    public StageState Bare => this with { IsGrown = true, HasActivations = false, HasLoss = false, HasGradients = false };

    /// <summary>Which of the things around the network want room.</summary>
    public StageSetting Setting =>
        WritesLarge ? StageSetting.AboveLargePanel
        : HasLoss || HasGradients ? StageSetting.WithLoss : HasActivations ? StageSetting.AbovePanel : StageSetting.Alone;

    /// <summary>The panel that formulas are written in is open.</summary>
    public bool HasPanel { get; init; }

    /// <summary>The panel has grown for something that is written out large.</summary>
    public bool WritesLarge { get; init; }

    /// <summary>
    /// Where the network stands aside, beside what a phase shows, for a next phase that does so too; null where it does not.
    /// </summary>
    public NetworkLayout? Aside { get; init; }
    /// <summary>The network has left the stage to a phase that needed all of it.</summary>
    public bool IsCleared { get; init; }
}
