namespace BackpropAnimator.Video;

/// <summary>A part of the video that players list and jump to. It ends where the next one starts.</summary>
/// <param name="FirstFrame">Its first frame, from 0.</param>
public sealed record Chapter(string Title, int FirstFrame);
