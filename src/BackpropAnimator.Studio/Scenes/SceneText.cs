using System.Collections.Immutable;
using BackpropAnimator.Script;

namespace BackpropAnimator.Studio.Scenes;

/// <summary>What the scene says at one time: the file, and what has been changed in the studio since.</summary>
/// <param name="Revision">Another one whenever something that the lesson is made of has changed, files beside the scene included.</param>
/// <param name="Saved">The file's text; null where it cannot be had.</param>
/// <param name="Draft">The text that is shown: with the changes that have not been saved; null where there is none.</param>
/// <param name="FileProblems">Why the file cannot be had.</param>
internal sealed record SceneText(int Revision, string? Saved, string? Draft, ImmutableArray<Diagnostic> FileProblems)
{
    /// <summary>Whether changes wait for a file that cannot be changed as it is now.</summary>
    public bool HasChanges { get; init; }

    public bool IsChanged => HasChanges || Draft != Saved;
}
