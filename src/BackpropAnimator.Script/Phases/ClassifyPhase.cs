using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("A picture goes into the network as a grid of brightness values, and every output is a class with its probability: which one wins?")]
public sealed record ClassifyPhase() : PhaseScript("classify", seconds: 12)
{
    [Description("The drawn picture that the network is shown.")]
    public PictureKind Picture { get; init; } = PictureKind.Cat;

    [Description("A PNG or JPEG file beside the scene to show instead of a drawn picture.")]
    public string? Image { get; init; }

    [Description("What the outputs stand for, in their order.")]
    [Count(2, 10)]
    public ImmutableArray<string> Classes { get; init; } = ["cat", "dog", "truck"];

    [Description("The class that the picture really belongs to. Left out, the name of the drawn picture.")]
    public string? Truth { get; init; }

    [Description("Which state of the network is asked.")]
    public NetworkStateKind Network { get; init; } = NetworkStateKind.Current;

    [Description("How many fields wide the grid is on which brightness is measured; the network has one input for each field. Left out, as many as make the fields squarest.")]
    [Limits(1, 100)]
    public int? Columns { get; init; }

    [Description("How bright the light on the picture is: 1 as it is, 0.8 a little dim. The network sees the picture in that light.")]
    [Limits(0.1, 1)]
    public double Light { get; init; } = 1;

    /// <summary>The bytes of <see cref="Image"/>, a PNG or JPEG file by its first bytes; empty where there is none.</summary>
    public ImmutableArray<byte> ImageBytes { get; init; } = [];

    /// <summary>The name of the right class; null when nothing says it.</summary>
    public string? RightClass => Truth ?? (Image is null ? Diagnostics.SnakeCase.Of(Picture.ToString()) : null);

    public override bool StartsWithNetwork => false;
}
