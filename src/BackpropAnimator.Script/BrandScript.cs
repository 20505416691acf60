using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script.Data;

namespace BackpropAnimator.Script;

/// <summary>A picture in a corner of every frame.</summary>
public sealed record LogoScript : ScriptElement
{
    [Description("A PNG or JPEG file beside the scene; PNG may be transparent.")]
    [ShortForm, NotWords]
    public required string Image { get; init; }

    [Description("Where it stands: in the row of the headings, or in that of the captions.")]
    public Corner Corner { get; init; } = Corner.BottomRight;

    [Description("How high it is, in 1080ths of the picture's shorter side. A wide one is made as low as its row needs.")]
    [Limits(24, 62)]
    public double Size { get; init; } = 56;

    /// <summary>The bytes of <see cref="Image"/>; empty where there is no such picture.</summary>
    public ImmutableArray<byte> ImageBytes { get; init; } = [];

    internal LogoScript WithFiles(SceneFiles files) =>
        Image is null ? this : this with { ImageBytes = files.ReadImage(Image, PositionOf(nameof(Image))) };
}

/// <summary>Faint words or a faint picture at the edge of every frame.</summary>
public sealed record WatermarkScript : ScriptElement
{
    [Description("A few words, such as who made the lesson.")]
    [ShortForm]
    public string? Text { get; init; }

    [Description("A PNG or JPEG file beside the scene instead of words.")]
    [NotWords]
    public string? Image { get; init; }

    [Description("Where it stands, beyond headings and captions.")]
    public Corner Corner { get; init; } = Corner.BottomLeft;

    [Description("How much of it shows, from faint to 1.")]
    [Limits(0.1, 1)]
    public double Opacity { get; init; } = 0.55;

    /// <summary>The bytes of <see cref="Image"/>; empty where there is no such picture.</summary>
    public ImmutableArray<byte> ImageBytes { get; init; } = [];

    internal WatermarkScript WithFiles(SceneFiles files) =>
        Image is null ? this : this with { ImageBytes = files.ReadImage(Image, PositionOf(nameof(Image))) };
}

/// <summary>A corner of the picture.</summary>
public enum Corner
{
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}
