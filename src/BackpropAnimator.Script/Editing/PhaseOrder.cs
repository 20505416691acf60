namespace BackpropAnimator.Script.Editing;

/// <summary>Finds a phase again in another version of its scene.</summary>
internal static class PhaseOrder
{
    /// <summary>Where a phase is now, by the name that it has among the others; null where it is gone.</summary>
    /// <param name="phase">Where it was, from 0.</param>
    public static int? Now(string before, string now, int phase, SceneEditor editor)
    {
        var (then, today) = (editor.PhaseNames(before), editor.PhaseNames(now));
        if (phase >= then.Length) return null;
        return today.IndexOf(then[phase]) is >= 0 and var index ? index : null;
    }
}
