namespace BackpropAnimator.Lessons;

/// <summary>What is wrong with a text on screen.</summary>
public enum LayoutProblemKind
{
    /// <summary>It reaches beyond the safe area, where players and projectors cut the picture.</summary>
    OutsideSafeArea,

    /// <summary>It lies over another text.</summary>
    Overlap,

    /// <summary>It is set smaller than can be read on a phone.</summary>
    TooSmall,

    /// <summary>The edge of a panel or of a unit runs through it.</summary>
    Cut,

    /// <summary>Its colour is too near that of its ground.</summary>
    LowContrast,
}

/// <summary>A text that viewers would have trouble with.</summary>
/// <param name="Phase">The phase's index in <see cref="Lesson.Chapters"/>.</param>
/// <param name="Time">When it is first seen, in seconds from the lesson's start.</param>
/// <param name="Text">The text; of a formula its source.</param>
/// <param name="Other">The other text of an overlap; null for every other kind.</param>
/// <param name="Message">One line that says what is wrong, with sizes in stage units: 1080 on the picture's shorter side.</param>
public sealed record LayoutProblem(int Phase, double Time, LayoutProblemKind Kind, string Text, string? Other, string Message);
