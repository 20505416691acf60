namespace BackpropAnimator.Video;

/// <summary>How far a render has come.</summary>
/// <param name="FramesDone">Frames that the encoder has taken or that were reused, or pictures written.</param>
/// <param name="FramesReused">How many of these came from the cache.</param>
public readonly record struct RenderProgress(int FramesDone, int FrameCount, int FramesReused = 0);
