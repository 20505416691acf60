namespace BackpropAnimator.Cli.Doctor;

internal enum Health
{
    Ok,

    /// <summary>Something works less well, or not everything can be made.</summary>
    Limited,

    /// <summary>Nothing can be rendered.</summary>
    Broken,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Detail">What was found.</param>
/// <param name="Remedy">What to do about it; null where all is well.</param>
internal sealed record Finding(string Subject, Health Health, string Detail, string? Remedy = null);
