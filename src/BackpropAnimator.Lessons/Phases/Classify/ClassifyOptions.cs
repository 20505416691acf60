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
    [Description("The drawn picture that the network is shown.")]
    public PictureKind Picture { get; init; } = PictureKind.Cat;

    [Description("A PNG or JPEG file beside the scene to show instead of a drawn picture.")]
    public string? Image { get; init; }

    [Description("What the outputs stand for, in their order. Left out, the network's classes; where it has none, cat, dog and truck.")]
    [Count(2, 10)]
    public ImmutableArray<string> Classes { get; init; } = [];

    [Description("The class that the picture really belongs to. Left out, the name of the drawn picture.")]
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

    /// <summary>The name of the right class; null when nothing says it.</summary>
    public string? RightClass => Truth ?? (Image is null ? SnakeCase.Of(Picture.ToString()) : null);

    /// <inheritdoc/>
    public override ImmutableArray<string> OutputNames => Classes;

    /// <inheritdoc/>
    public override PhaseOptions CompletedFrom(Scene scene) => !Classes.IsEmpty ? this : this with
    {
        Classes = scene.Network.OutputNames.IsEmpty ? ["cat", "dog", "truck"] : scene.Network.OutputNames,
    };

    /// <inheritdoc/>
    public override ImmutableArray<byte> FileBytes => ImageBytes;

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
