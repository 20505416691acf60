using CsCheck;

namespace BackpropAnimator.Tests;

/// <summary>Tests of generated cases that give the same answer whenever they run.</summary>
static class GeneratedCases
{
    /// <summary>
    /// Tries so many cases of a generator, the same ones in every run, so that a change is judged by what it changes and not by the luck of
    /// the draw. The first that fails is made smaller for as long as smaller ones fail too.
    /// </summary>
    public static void Try<T>(this Gen<T> cases, int count, Action<T> assert, Func<T, string>? print = null)
    {
        for (var n = 1; n <= count; n++)
        {
            var random = new PCG(1, (ulong)n);
            var start = random.ToString();
            try
            {
                assert(cases.Generate(random, null, out _));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                cases.Sample(assert, seed: start, iter: 5000, threads: 1, print: print);
                throw;
            }
        }
    }
}
