using BackpropAnimator.Video;

namespace BackpropAnimator.Studio.Rendering;

/// <summary>How far a file that was asked for has come.</summary>
internal enum RenderState
{
    Waiting,
    Running,
    Finished,
    Cancelled,
    Failed,
}

/// <summary>A file that was asked for: how far it is, and how it ended.</summary>
/// <param name="Id">Another one for each file that was asked for.</param>
/// <param name="File">Where it is written.</param>
internal sealed record RenderJob(int Id, string Title, string File)
{
    public RenderState State { get; init; }

    public RenderProgress Progress { get; init; }

    /// <summary>Why it failed; null for one that has not.</summary>
    public string? Words { get; init; }

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsOver => State is RenderState.Finished or RenderState.Cancelled or RenderState.Failed;
}
