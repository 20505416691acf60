using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script.Data;

namespace BackpropAnimator.Script;

/// <summary>The last card of a lesson: a part of its timeline like a phase, but of the theme and not of what is taught.</summary>
public sealed record EndCardOptions() : PhaseOptions(seconds: 5)
{
    [Description("What stands below its title, a line each.")]
    [OneOrMany, Count(0, 6)]
    public ImmutableArray<string> Lines { get; init; } = [];

    [Description("A PNG or JPEG file beside the scene, above the title. Left out, the theme's logo.")]
    [NotWords]
    public string? Logo { get; init; }

    /// <summary>The bytes of the picture above the title; empty where there is none.</summary>
    public ImmutableArray<byte> LogoBytes { get; init; } = [];

    internal EndCardOptions WithFiles(SceneFiles files, LogoScript? logo) => this with
    {
        Say = Say?.WithFiles(files),
        LogoBytes = Logo is null ? logo?.ImageBytes ?? [] : files.ReadImage(Logo, PositionOf(nameof(Logo))),
    };
}
