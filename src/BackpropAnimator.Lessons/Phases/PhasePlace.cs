using BackpropAnimator.Script;
using BackpropAnimator.Speech;

namespace BackpropAnimator.Lessons;

/// <summary>Where a phase stands in its lesson.</summary>
/// <param name="Stage">What it shares with the others: the lesson's numbers, layout, palette, fonts and views.</param>
/// <param name="Before">What the phases before have left on stage.</param>
/// <param name="Own">The phase's own kind.</param>
/// <param name="Next">The kind of the phase after it; null at the lesson's end.</param>
public sealed record PhasePlace(LessonStage Stage, StageState Before, PhaseKind Own, PhaseKind? Next)
{
    /// <summary>The phase whose picture is on stage when this one begins, for one that holds it; null for the first.</summary>
    internal Phase? Held { get; init; }

    /// <summary>What is said in the phase; null for nothing.</summary>
    internal SpokenPart? Spoken { get; init; }

    /// <summary>Whether the phase after this one holds the same picture on.</summary>
    internal bool IsHeldOn { get; init; }

    /// <summary>Whether the lesson ends with this phase.</summary>
    public bool IsLast => Next is null;

    /// <summary>Whether the next phase begins with the network in its place.</summary>
    public bool NetworkIsNext => Next is { Opening: PhaseOpening.Network };

    /// <summary>Whether the network stands aside in this phase and stays there for the next.</summary>
    public bool AsideIsNext => IsAside(Own) && Next is { } next && IsAside(next);

    /// <summary>Whether it stays aside for the next, which has it in another place.</summary>
    public bool AsideMoves =>
        AsideIsNext && (Own.Opening == PhaseOpening.AsideElsewhere || Next is { Opening: PhaseOpening.AsideElsewhere });

    static bool IsAside(PhaseKind kind) => kind.Opening is PhaseOpening.Aside or PhaseOpening.AsideElsewhere;
}
