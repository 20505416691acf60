using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>What a scene file says, complete and checked: every default filled in, every number within its limits.</summary>
public sealed record Scene : ScriptElement
{
    internal const string DefaultLanguage = "en", DefaultTitle = "Backpropagation";

    [Description("The lesson's title, shown by the intro.")]
    public string Title { get; init; } = DefaultTitle;

    [Description("A sentence about the scene for those who browse scenes; not shown in the lesson.")]
    [NotWords]
    public string? Description { get; init; }

    [Description("The language that the lesson is in, as a tag such as `vi`: of the program's own words, of numbers, and of texts that " +
        "are written in several, such as `caption: { en: Look!, vi: Hãy nhìn! }`.")]
    [Language]
    public string Language { get; init; } = DefaultLanguage;

    [Description("The palette, and colours of your own.")]
    public ThemeScript Theme { get; init; } = new();

    [Description("The picture's size and rate, and the encoder's quality.")]
    public VideoScript Video { get; init; } = new();

    [Description("Who says what phases have to `say`: an engine, or keys and values.")]
    public VoiceScript Voice { get; init; } = new();

    [Description("Music that plays through the lesson, quieter while somebody speaks: a file, or keys and values.")]
    public MusicScript? Music { get; init; }

    [Description("Whether packets and what they reach make small, quiet sounds.")]
    public bool Sounds { get; init; }

    [Description("The network that the lesson is about.")]
    public required NetworkScript Network { get; init; }

    [Description("The example that goes through the network. Left out, the first of `data`.")]
    [Unless(nameof(Data))]
    public required ExampleScript Example { get; init; }

    [Description("What the network is trained on, by phases that train it.")]
    public DataScript? Data { get; init; }

    [Description("How the network is trained on the data.")]
    public TrainingScript Training { get; init; } = new();

    [Description("Claims about the lesson's numbers that must hold, such as `loss_after < loss_before`.")]
    [OneOrMany, Count(0, 100)]
    public ImmutableArray<ExpectationScript> Expect { get; init; } = [];

    [Description("The parts of the lesson, in order.")]
    [Count(1, 200)]
    public required ImmutableArray<PhaseOptions> Phases { get; init; }

    /// <summary>
    /// Phases of their authors' own, which are used only where the reader of the scene allows it: an assembly runs with its rights.
    /// </summary>
    [Description("Assemblies with phases of your own, as paths from the scene's folder, such as `./MyPhases.dll`. Needs " +
        "`--allow-plugins`, since they are programs.")]
    [OneOrMany, Count(0, 20), NotWords]
    public ImmutableArray<string> Use { get; init; } = [];

    /// <summary>
    /// What each output stands for, in the words of the first phase that names them, or else of the network; empty where nobody does.
    /// </summary>
    public ImmutableArray<string> OutputNames =>
        Phases.Select(phase => phase.OutputNames).FirstOrDefault(names => !names.IsEmpty, Network.OutputNames);

    /// <summary>A reference to a unit of the network: by the name of an input or output where it has one, and else by its layer.</summary>
    /// <param name="layer">From 0, the input.</param>
    /// <param name="unit">From 0.</param>
    public UnitReference ReferenceTo(int layer, int unit)
    {
        var names = layer == 0 ? Network.Inputs : layer == Network.Layers.Length - 1 ? OutputNames : [];
        return names.IsEmpty ? new(Network.LayerNames[layer], unit) : UnitReference.Named(names[unit]);
    }

    /// <summary>All that the timeline is made of: the phases, and the end card where there is one.</summary>
    public ImmutableArray<PhaseOptions> Parts => Theme.EndCard is { } card ? Phases.Add(card) : Phases;

    /// <summary>Whether anything is said in it.</summary>
    public bool Speaks => Parts.Any(part => part.Say is not null);

    /// <summary>What the parts of the timeline are called, each by a name of its own: the second 'forward' is 'forward 2'.</summary>
    public ImmutableArray<string> PhaseNames => NumberedNames.Of([.. Parts.Select(phase => phase.Name)]);

    /// <summary>
    /// The tags of the languages that the scene's texts are written in, its own first; empty where it was not read from a file.
    /// </summary>
    public ImmutableArray<string> WrittenLanguages { get; init; } = [];

    /// <summary>The kinds of phases that the scene was read with; null where it was not read from a file.</summary>
    public PhaseCatalog? Kinds { get; init; }
}
