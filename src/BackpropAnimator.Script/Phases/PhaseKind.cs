using System.Collections.Immutable;
using BackpropAnimator.Script.Keys;

namespace BackpropAnimator.Script;

/// <summary>
/// What can be said of a kind of phase without an example of it. How it is drawn is a matter of the lesson, which extends this.
/// </summary>
public class PhaseKind
{
    readonly Lazy<PhaseOptions> defaults;
    readonly Lazy<ElementShape> shape;

    /// <param name="name">The kind's name in a scene file, such as <c>chain_rule</c>.</param>
    /// <param name="summary">What the phase shows, in a sentence.</param>
    /// <param name="options">The record of its options, called after it: <c>ChainRuleOptions</c>.</param>
    /// <exception cref="ArgumentException">The options are not called after the kind, or cannot be made without arguments.</exception>
    public PhaseKind(string name, string summary, Type options)
    {
        if (!options.IsSubclassOf(typeof(PhaseOptions)) || options.GetConstructor([]) is null)
            throw new ArgumentException(
                $"{options} are no options of a phase: let it be a record that extends PhaseOptions and has no arguments.",
                nameof(options));
        if (PhaseOptions.KindOf(options) != name)
            throw new ArgumentException(
                $"The phase '{name}' has options called {options.Name}; let both have one name, as in 'chain_rule' and ChainRuleOptions.",
                nameof(options));
        (Name, Summary) = (name, summary);
        defaults = new(() => (PhaseOptions)Activator.CreateInstance(options)!);
        shape = new(() => new(options));
    }

    /// <summary>The kind's name in a scene file, such as <c>chain_rule</c>.</summary>
    public string Name { get; }

    /// <summary>What the phase shows, in a sentence.</summary>
    public string Summary { get; }

    /// <summary>Where it stands in lists of all kinds: lower numbers first, then by name.</summary>
    public int Place { get; init; } = int.MaxValue;

    /// <summary>The kind that must come somewhere before it, or null.</summary>
    public string? Needs { get; init; }

    /// <summary>Whether the scene must have data for it.</summary>
    public bool NeedsData { get; init; }

    /// <summary>The moments that marks in what is said can call by name, in the order of time.</summary>
    public ImmutableArray<PhaseMoment> Moments { get; protected init; } = [PhaseMoment.Complete];

    /// <summary>How the stage is when it begins.</summary>
    public PhaseOpening Opening { get; init; }

    /// <summary>
    /// Tells a version of a kind that is no part of this program from its other versions; empty where the program's own version does.
    /// </summary>
    public string Revision { get; protected init; } = "";

    /// <summary>A phase of this kind as it is without any option; options that are required are empty.</summary>
    public PhaseOptions Defaults => defaults.Value;

    /// <summary>The folder that holds everything about it, beside those of the other kinds: <c>ChainRule</c>.</summary>
    public string Folder => PhaseOptions.BareName(Defaults.GetType());

    internal ElementShape Shape => shape.Value;

    public override string ToString() => Name;
}

/// <summary>Something that happens in a phase at one time, or at several.</summary>
/// <param name="Name">What marks call it, in snake_case. Its second mark is its second time, and so on.</param>
/// <param name="Description">What happens then.</param>
public sealed record PhaseMoment(string Name, string Description)
{
    /// <summary>What every phase has.</summary>
    public static PhaseMoment Complete { get; } = new("complete", "all that the phase has to show is there");
}

/// <summary>How the stage is when a phase begins.</summary>
public enum PhaseOpening
{
    /// <summary>The network stands in its place.</summary>
    Network,

    /// <summary>The network has stepped aside, and stands beside what the phase shows.</summary>
    Aside,

    /// <summary>The same in a place of the phase's own.</summary>
    AsideElsewhere,

    /// <summary>The network is off the stage.</summary>
    Cleared,

    /// <summary>There is no network yet: the phase grows it.</summary>
    Ungrown,
}

/// <summary>The kinds of phases that a scene can have.</summary>
public sealed class PhaseCatalog
{
    readonly Dictionary<string, PhaseKind> byName = [];

    /// <exception cref="ArgumentException">Two kinds have the same name.</exception>
    public PhaseCatalog(IEnumerable<PhaseKind> kinds)
    {
        var sorted = kinds.ToArray();
        Array.Sort(sorted, (one, other) =>
            one.Place != other.Place ? one.Place.CompareTo(other.Place) : string.CompareOrdinal(one.Name, other.Name));
        foreach (var kind in sorted)
            if (!byName.TryAdd(kind.Name, kind)) throw new ArgumentException($"There are two phases called '{kind.Name}'.", nameof(kinds));
        All = [.. sorted];
    }

    /// <summary>Every kind, in the order in which a lesson would have them.</summary>
    public ImmutableArray<PhaseKind> All { get; }

    /// <summary>Their names, in the same order.</summary>
    public ImmutableArray<string> Names => [.. All.Select(kind => kind.Name)];

    /// <summary>The kind of a name; null when there is none.</summary>
    public PhaseKind? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The kinds of this catalogue and further ones.</summary>
    /// <exception cref="ArgumentException">Two kinds have the same name.</exception>
    public PhaseCatalog With(IEnumerable<PhaseKind> further) => new([.. All, .. further]);
}
