namespace BackpropAnimator.Video;

/// <summary>Text that is read while it is heard or seen: a whole sentence or caption, which is split into lines and screens later.</summary>
/// <param name="Start">When the text begins, in seconds from the first frame of the whole video.</param>
/// <param name="End">When it is over: after <paramref name="Start"/>.</param>
/// <param name="Text">Plain text without marks and markup; a line break in it is kept.</param>
public sealed record SubtitleCue(double Start, double End, string Text);
