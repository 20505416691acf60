using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;
using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>classify</c>.</summary>
public sealed record ClassifyOptions() : PhaseOptions(seconds: 12), ICheckedWithFonts
{
    // What the pictures are called that the program draws.
    static readonly ImmutableArray<string> drawn = [.. Enum.GetValues<PictureKind>().Select(kind => SnakeCase.Of(kind.ToString()))];

    /// <summary>Null where the network is shown no drawn picture, but a file or numbers.</summary>
    [Description("The drawn picture that the network is shown. Left out, and `image` too, the numbers of `sample` are shown as a table; " +
        "but the cat where `classes` are of drawn pictures, or three outputs and the inputs have no names.")]
    public PictureKind? Picture { get; init; }

    [Description("A PNG or JPEG file beside the scene to show instead of a drawn picture.")]
    [NotWords]
    public string? Image { get; init; }

    [Description("Which sample of the data the network is shown where it is shown no picture, counted from 0. Left out, the `example`.")]
    [Limits(0, 1_000_000)]
    public int? Sample { get; init; }

    [Description("What the outputs stand for, in their order. Left out, `network.classes`; with a picture cat, dog and truck.")]
    [Count(2, 10)]
    public ImmutableArray<string> Classes { get; init; } = [];

    [Description("The class that it really belongs to. Left out, the name of the drawn picture, or the target's class.")]
    public string? Truth { get; init; }

    [Description("Which state of the network is asked.")]
    public NetworkStateKind Network { get; init; } = NetworkStateKind.Current;

    [Description("How many fields wide the grid is on which brightness is measured; the network has one input for each field. Left out, " +
        "as many as make the fields squarest.")]
    [Limits(1, 100)]
    public int? Columns { get; init; }

    [Description("How bright the light on the picture is: 1 as it is, 0.8 a little dim. The network sees the picture in that light.")]
    [Limits(0.1, 1)]
    public double Light { get; init; } = 1;

    /// <summary>The bytes of <see cref="Image"/>, a PNG or JPEG file by its first bytes; empty where there is none.</summary>
    public ImmutableArray<byte> ImageBytes { get; init; } = [];

    /// <summary>Whether the network is shown a picture, rather than numbers.</summary>
    public bool ShowsPicture => Picture is not null || Image is not null;

    /// <summary>The name of the right class; null when neither the scene nor a drawn picture says it.</summary>
    public string? RightClass => Truth ?? (Image is null && Picture is { } picture ? SnakeCase.Of(picture.ToString()) : null);

    /// <inheritdoc/>
    public override ImmutableArray<string> OutputNames => Classes;

    /// <inheritdoc/>
    public override ImmutableArray<byte> FileBytes => ImageBytes;

    /// <inheritdoc/>
    public override PhaseOptions CompletedFrom(Scene scene)
    {
        var network = scene.Network;
        var named = Classes.IsEmpty ? network.OutputNames : Classes;
        var areUnnamed = named.IsEmpty && network.Inputs.IsEmpty && network.Layers[^1] == drawn.Length;
        var inWords = drawn.ToDictionary(name => name, name => Words.Of(scene.Language).Pictures.Find(name)!);
        PictureKind? suitable = Image is null && (areUnnamed || named.Any(name => drawn.Contains(name) || inWords.ContainsValue(name)))
            ? PictureKind.Cat
            : null;
        var completed = this with { Picture = Picture ?? suitable };
        completed = completed with { Classes = named.IsEmpty && completed.ShowsPicture ? [.. drawn.Select(name => inWords[name])] : named };
        // A picture has its name in the language that the classes are named in.
        return completed is { Truth: null, RightClass: { } right } && inWords.TryGetValue(right, out var own)
            && completed.Classes.Contains(own)
            ? completed with { Truth = own }
            : completed;
    }

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(Scene scene, FontShelf fonts) =>
        ImageBytes.IsEmpty || Raster.Decode(ImageBytes.AsSpan(), Lessons.Picture.LongestSide) is not null
        ? []
        : [new(
            PositionOf(nameof(Image)), Severity.Error, $"image: '{Image}' is damaged, or of a kind that is not read",
            "save it anew as PNG")];

    /// <inheritdoc/>
    public override PhaseOptions WithFiles(SceneFiles files) =>
        Image is null ? this : this with { ImageBytes = files.ReadImage(Image, PositionOf(nameof(Image))) };

    /// <inheritdoc/>
    public override void Check(PhaseCheck check) => ClassifyChecks.Run(this, check);
}

/// <summary>A picture that the program draws itself.</summary>
public enum PictureKind
{
    [Description("a sitting cat")]
    Cat,

    [Description("a sitting dog")]
    Dog,

    [Description("a truck on a road")]
    Truck,
}

/// <summary>Which state of the scene's network a phase looks at.</summary>
public enum NetworkStateKind
{
    [Description("as the phases before have left it")]
    Current,

    [Description("after the whole training on the scene's data")]
    Trained,
}
