using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>What the network is trained on: a truth table, rows written out, or a CSV file.</summary>
public sealed record DataScript : ScriptElement
{
    [Description("A truth table of two inputs and one target.")]
    [ShortForm]
    public DataSetKind? Set { get; init; }

    [Description("Samples written out, each with its input and target.")]
    [ShortForm, Count(1, 10_000)]
    public ImmutableArray<ExampleScript> Rows { get; init; } = [];

    [Description("A CSV file beside the scene, a sample in each line. Commas, semicolons or tabs separate its columns, which the first " +
        "line may name; decimals may have commas where fields do not.")]
    [NotWords]
    public string? Csv { get; init; }

    [Description("The CSV columns that are the input; without a header x1, x2 and so on. Left out, the columns that are not targets.")]
    [Count(1, 1000)]
    [NotWords]
    public ImmutableArray<string> Inputs { get; init; } = [];

    [Description("The CSV columns that are the target: one for each output, or one of classes. Left out, the only column of words; where " +
        "there is none the columns that `inputs` leaves, the last ones where it is left out too.")]
    [Count(1, 1000)]
    [NotWords]
    public ImmutableArray<string> Targets { get; init; } = [];

    [Description("Whether every input is turned into its z-score, (x − mean) / standard deviation over the samples trained on. What is " +
        "then shown is the number that the network sees.")]
    public bool Standardize { get; init; }

    [Description("The share of the samples that the network is trained on, drawn at random; the others test it. Left out, it is trained " +
        "on all.")]
    [Limits(0, 1, MoreThanMin = true, LessThanMax = true)]
    public double? Split { get; init; }

    [Description("What the samples trained on are drawn from, with `split`. Left out, the network's seed.")]
    [Limits(0, int.MaxValue)]
    public int? Seed { get; init; }

    /// <summary>The data itself, wherever it comes from, or the part of it that the network is trained on; one sample or more.</summary>
    public ImmutableArray<ExampleScript> Samples { get; init; } = [];

    /// <summary>The part of the data that training does not see; empty where the data is not split.</summary>
    public ImmutableArray<ExampleScript> TestSamples { get; init; } = [];
}

/// <summary>A truth table of two inputs and one target.</summary>
public enum DataSetKind
{
    [Description("1 when both inputs are 1")]
    And,

    [Description("1 when either input is 1")]
    Or,

    [Description("1 when the inputs differ")]
    Xor,
}

/// <summary>One input with the output that is wanted for it.</summary>
public sealed record ExampleScript : ScriptElement
{
    /// <summary>The largest size of a number; more is a slip of the hand, and overflows somewhere.</summary>
    internal const double Largest = 1e6;

    [Description("One number for each unit of the input layer.")]
    [Limits(-Largest, Largest)]
    public required ImmutableArray<double> Input { get; init; }

    [Description("One number for each unit of the output layer: the right answer.")]
    [Limits(-Largest, Largest)]
    public required ImmutableArray<double> Target { get; init; }
}
