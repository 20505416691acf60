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
            var (start, value) = CaseOf(cases, n);
            try
            {
                assert(value);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                cases.Sample(assert, seed: start, iter: 5000, threads: 1, print: print);
                throw;
            }
        }
    }

    /// <inheritdoc cref="Try"/>
    public static async Task TryAsync<T>(this Gen<T> cases, int count, Func<T, Task> assert)
    {
        for (var n = 1; n <= count; n++)
        {
            var (start, value) = CaseOf(cases, n);
            try
            {
                await assert(value);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                await cases.SampleAsync(assert, seed: start, iter: 500, threads: 1);
                throw;
            }
        }
    }

    static (string Start, T Value) CaseOf<T>(Gen<T> cases, int number)
    {
        var random = new PCG(1, (ulong)number);
        return (random.ToString(), cases.Generate(random, null, out _));
    }
}
