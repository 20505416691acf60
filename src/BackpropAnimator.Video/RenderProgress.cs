namespace BackpropAnimator.Video;

/// <summary>How far a render has come, told once a frame.</summary>
/// <param name="FramesDone">Frames that the encoder has taken, or pictures written.</param>
public readonly record struct RenderProgress(int FramesDone, int FrameCount);
