namespace BackpropAnimator.Files;

/// <summary>What the folders for temporary files are called, wherever the program makes them.</summary>
internal static class TemporaryNames
{
    /// <summary>What all of them are called, with more after it: a later render removes, after a day, what a killed one has left.</summary>
    public const string Prefix = "backprop-animator-";
}
