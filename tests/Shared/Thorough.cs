namespace BackpropAnimator.Tests;

/// <summary>How much a test tries: a sample in every run, and everything with <c>./test --thorough</c>.</summary>
static class Thorough
{
    /// <summary>Whether BACKPROP_THOROUGH is 1.</summary>
    public static bool IsAskedFor { get; } = Environment.GetEnvironmentVariable("BACKPROP_THOROUGH") == "1";

    /// <summary>How many cases to try.</summary>
    public static int Cases(int usually, int thoroughly) => IsAskedFor ? thoroughly : usually;

    /// <summary>The step through a sequence of frames: usually so many at a time, and 1 when thoroughness is asked for.</summary>
    public static int Every(int usually) => IsAskedFor ? 1 : usually;

    /// <summary>So many of the cases, from all over them and the same in every run; all of them when thoroughness is asked for.</summary>
    public static IReadOnlyList<T> Sample<T>(IEnumerable<T> cases, int usually)
    {
        var all = cases.ToArray();
        if (IsAskedFor) return all;
        new Random(1).Shuffle(all);
        return all[..Math.Min(usually, all.Length)];
    }
}
