using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script.Checks;
using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script;

/// <summary>
/// One phase of the lesson as the scene has it. Each kind is a record of its own, called after the kind (<c>chain_rule</c> has
/// <c>ChainRuleOptions</c>), whose properties with a description are the kind's keys.
/// </summary>
public abstract record PhaseOptions : ScriptElement
{
    const string Suffix = "Options";

    /// <param name="seconds">How long the phase lasts where the scene does not say.</param>
    protected PhaseOptions(double seconds)
    {
        Kind = KindOf(GetType());
        (Name, Duration) = (Kind, seconds);
    }

    /// <summary>The kind's name in a scene file, such as <c>chain_rule</c>.</summary>
    public string Kind { get; }

    /// <summary>Seconds.</summary>
    [Description("How long the phase lasts.")]
    [ShortForm, Duration, Limits(0, 3600, MoreThanMin = true)]
    public double Duration { get; init; }

    /// <summary>Whether the scene's file says how long the phase lasts.</summary>
    protected internal bool WritesDuration => Node is not (null or Yaml.MappingNode) || Has(nameof(Duration));

    [Description("One or two lines at the bottom of the picture. `$…$` is a formula, `*…*` slanted, `**…**` bold, and a line break is " +
        "one.")]
    [Inline]
    public string? Caption { get; init; }

    [Description("Several captions one after the other, instead of `caption`.")]
    [Count(1, 40)]
    public ImmutableArray<TimedCaptionScript> Captions { get; init; } = [];

    [Description("Arrows, highlights and labels on a unit, a weight or a part of a formula, each at its time.")]
    [Count(0, 40)]
    public ImmutableArray<NoteScript> Notes { get; init; } = [];

    /// <summary>What the phase says below its picture, in order of time, and where it is written.</summary>
    public ImmutableArray<(string Text, SourcePosition At)> CaptionTexts =>
        !Captions.IsEmpty ? [.. Captions.Select(caption => (caption.Text, caption.PositionOf(nameof(caption.Text))))]
        : string.IsNullOrWhiteSpace(Caption) ? []
        : [(Caption, PositionOf(nameof(Caption)))];

    /// <summary>The same with their times.</summary>
    /// <param name="secondsOf">When a moment of the phase comes, in seconds from its start.</param>
    public ImmutableArray<ShownCaption> CaptionsShown(Func<Moment, double> secondsOf)
    {
        double[] starts = Captions.IsEmpty ? [0] : [.. Captions.Select(caption => Math.Min(Duration, secondsOf(caption.At)))];
        return [.. CaptionTexts.Select((caption, i) =>
            new ShownCaption(caption.Text, starts[i], i + 1 < starts.Length ? starts[i + 1] : Duration, caption.At))];
    }

    [Description("What is said during the phase, which then lasts at least as long and a breath. Marks such as `{complete}` let the " +
        "phase's moments fall on words.")]
    public SayScript? Say { get; init; }

    [Description("A heading to show instead of the phase's own.")]
    public string? Title { get; init; }

    [Description("What overrides call this phase, so that a repeated kind can be told apart. Left out, its kind.")]
    [Word]
    public string Name { get; init; }

    /// <summary>The networks that the phase sets side by side, each the scene's own with some keys changed; most kinds have none.</summary>
    public virtual ImmutableArray<VariantScript> Variants => [];

    /// <summary>What the network's outputs stand for, where the phase names them; the whole lesson then calls them so.</summary>
    public virtual ImmutableArray<string> OutputNames => [];

    /// <summary>How the phase moves the lesson's network on.</summary>
    public virtual PhaseLearning LearningIn(Scene scene) => PhaseLearning.None;

    /// <summary>Whether the phase trains a network as the scene's <c>training</c> says, even where the scene has no data.</summary>
    public virtual bool UsesTraining => false;

    /// <summary>The bytes of the files that the phase names: they are a part of what the scene says.</summary>
    public virtual ImmutableArray<byte> FileBytes => [];

    /// <summary>The phase with every value that follows from the rest of the scene.</summary>
    public virtual PhaseOptions CompletedFrom(Scene scene) => this;

    /// <summary>The phase with what is in the files that it names.</summary>
    public virtual PhaseOptions WithFiles(SceneFiles files) => this;

    /// <summary>
    /// Reports what is wrong with the options among each other, or beside the rest of the scene; each key's own limits have been checked.
    /// </summary>
    public virtual void Check(PhaseCheck check)
    {
    }

    /// <summary>The kind that a record of options is called after.</summary>
    internal static string KindOf(Type options) => SnakeCase.Of(BareName(options));

    /// <summary>The same as a type or a folder is called: <c>ChainRule</c>.</summary>
    internal static string BareName(Type options) =>
        options.Name.EndsWith(Suffix, StringComparison.Ordinal) ? options.Name[..^Suffix.Length] : options.Name;
}

/// <summary>How a phase moves the lesson's network on.</summary>
/// <param name="Updates">How many plain steps of learning the network takes.</param>
/// <param name="Epochs">How often it is trained on the whole data; null where it is not.</param>
/// <param name="StepsAhead">How many steps the phase looks ahead, without leaving the network changed.</param>
public readonly record struct PhaseLearning(int Updates = 0, int? Epochs = null, int StepsAhead = 0)
{
    public static PhaseLearning None => default;
}

/// <summary>Holds the place of a phase whose kind is not known, so that the check of their order does not take it for missing.</summary>
internal sealed record UnknownPhase() : PhaseOptions(seconds: 1);
