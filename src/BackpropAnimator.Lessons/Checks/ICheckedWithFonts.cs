using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>Options of a phase of which reading the scene cannot tell everything: formulas must be set, and images decoded.</summary>
public interface ICheckedWithFonts
{
    /// <summary>What is wrong with them.</summary>
    /// <param name="scene">The scene that they are in.</param>
    /// <param name="fonts">What the lesson would be made with.</param>
    IEnumerable<Diagnostic> Check(Scene scene, FontShelf fonts);
}
