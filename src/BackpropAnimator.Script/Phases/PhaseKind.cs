using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using BackpropAnimator.Script.Keys;

namespace BackpropAnimator.Script;

/// <summary>What can be said of a kind of phase without an example of it.</summary>
public sealed class PhaseKind
{
    PhaseKind(PhaseScript defaults)
    {
        Defaults = defaults;
        Summary = defaults.GetType().GetCustomAttribute<DescriptionAttribute>()!.Description;
        Needs = defaults.GetType().GetCustomAttribute<NeedsAttribute>()?.Kind;
        NeedsData = defaults.GetType().IsDefined(typeof(NeedsDataAttribute));
        Shape = new(defaults.GetType());
    }

    /// <summary>Every kind, in the order in which a lesson would have them.</summary>
    public static ImmutableArray<PhaseKind> All { get; } =
    [
        new(new IntroPhase()),
        new(new ForwardPhase()),
        new(new LossPhase()),
        new(new BackwardPhase()),
        new(new ChainRulePhase()),
        new(new WeightUpdatePhase()),
        new(new OutroPhase()),
        new(new TrainPhase()),
        new(new InspectPhase()),
        new(new SlopePhase()),
        new(new CancelPhase()),
        new(new ComparePhase { Left = new(), Right = new() }),
        new(new VanishingPhase()),
        new(new FormulaPhase { Source = "" }),
        new(new MatrixPhase()),
        new(new OuterProductPhase()),
        new(new TraceWeightPhase()),
        new(new SweepPhase()),
        new(new ObjectivesPhase { Items = [] }),
        new(new QuestionPhase { Text = "", Answer = "" }),
        new(new ReferencesPhase { Items = [] }),
        new(new ClassifyPhase()),
        new(new ScoreboardPhase()),
        new(new ChainPhase()),
        new(new NudgePhase()),
        new(new LandscapePhase()),
        new(new TablePhase()),
    ];

    /// <summary>The kind's name in a scene file, such as <c>chain_rule</c>.</summary>
    public string Name => Defaults.Kind;

    /// <summary>A phase of this kind as it is without any option.</summary>
    public PhaseScript Defaults { get; }

    /// <summary>What the phase shows, in a sentence.</summary>
    public string Summary { get; }

    /// <summary>The kind that must come somewhere before it, or null.</summary>
    public string? Needs { get; }

    /// <summary>Whether the scene must have data for it.</summary>
    public bool NeedsData { get; }

    internal ElementShape Shape { get; }

    internal static ImmutableArray<string> Names => [.. All.Select(k => k.Name)];

    internal static PhaseKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);
}
