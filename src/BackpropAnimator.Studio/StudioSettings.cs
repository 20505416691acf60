using System.Collections.Immutable;
using BackpropAnimator.Script.Phases;
using BackpropAnimator.Video;

namespace BackpropAnimator.Studio;

/// <summary>Which scene a studio shows, and how it is read.</summary>
/// <param name="Scene">The scene's file.</param>
public sealed record StudioSettings(string Scene)
{
    /// <summary>The port on 127.0.0.1; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The shape of the picture, such as 9:16, until another one is chosen on the page; null for the scene's own.</summary>
    public string? Aspect { get; init; }

    /// <summary>The picture's shorter side, such as 720p; null for the scene's own.</summary>
    public string? Quality { get; init; }

    /// <summary>Changes in the form <c>phases.backward.duration=20s</c>, applied in order whenever the scene is read.</summary>
    public ImmutableArray<string> Overrides { get; init; } = [];

    /// <summary>Whether the scene may name files outside its folder.</summary>
    public bool AllowOutside { get; init; }

    /// <summary>Loads the assemblies with phases that the scene names; null where it may name none.</summary>
    public IPhaseLoader? Plugins { get; init; }

    /// <summary>Whether what the scene has to say is said: its phases then last as long as their words.</summary>
    public bool Speaks { get; init; } = true;

    /// <summary>The folder with recordings; null for none.</summary>
    public string? TakesFolder { get; init; }

    /// <summary>Where files that are asked for on the page are written.</summary>
    public string OutputFolder { get; init; } = "output";

    /// <summary>How videos are rendered, and where speech and chunks are kept.</summary>
    public RenderOptions Rendering { get; init; } = new();
}
