using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Makes a class a phase of lessons. It extends <see cref="Phase{TOptions}"/>, has a constructor with the options and a
/// <see cref="PhasePlace"/>,
/// and a <see cref="System.ComponentModel.DescriptionAttribute"/> with a sentence on what it shows.
/// </summary>
/// <param name="name">
/// What scenes call it, in snake_case; its options are called after it: <c>trace_weight</c> has <c>TraceWeightOptions</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PhaseAttribute(string name) : Attribute
{
    // An attribute cannot leave a value out.
    internal const PhaseOpening ByBaseClass = (PhaseOpening)(-1);

    public string Name { get; } = name;

    /// <summary>Where it stands in lists of all phases: lower numbers first, then by name.</summary>
    public int Place { get; init; } = int.MaxValue;

    /// <summary>The phase that must come somewhere before it; null for none.</summary>
    public string? Needs { get; init; }

    /// <summary>Whether the scene must have data for it.</summary>
    public bool NeedsData { get; init; }

    /// <summary>
    /// How the stage is when the phase begins, where that is not what its base class says: <see cref="Phase{TOptions}"/> begins with the
    /// network, <see cref="SoloPhase{TOptions}"/> with a cleared stage, and <see cref="AsidePhase{TOptions}"/> with the network aside.
    /// </summary>
    public PhaseOpening Opening { get; init; } = ByBaseClass;
}

/// <summary>
/// Names a moment of a phase, so that what is said can be timed by it: a mark such as <c>{wave}</c> lets it fall on a word. When it is,
/// <see cref="Phase.Moments"/> says. Moments stand in the order of time.
/// </summary>
/// <param name="name">What marks call it, in snake_case.</param>
/// <param name="description">What happens then, as a clause without a full stop.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MomentAttribute(string name, string description) : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;
}

/// <summary>Marks phases that begin with a cleared stage.</summary>
internal interface IOpensCleared;

/// <summary>Marks phases that begin with the network aside.</summary>
internal interface IOpensAside;
