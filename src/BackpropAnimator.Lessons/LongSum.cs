using System.Collections.Immutable;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Which terms of a sum are written out: all of a short one; of a long one the largest, and what all others come to in one number, so that
/// what is on screen still adds up.
/// </summary>
internal sealed class LongSum
{
    /// <summary>Longer sums than this have their smaller terms put together.</summary>
    public const int MostTerms = 4;

    readonly ImmutableArray<int> written;

    /// <param name="count">How many terms there are.</param>
    /// <param name="value">What each of them comes to.</param>
    /// <param name="most">How many there is room for, what others come to among them.</param>
    public LongSum(int count, Func<int, double> value, int most = MostTerms)
    {
        ImmutableArray<double> values = [.. Enumerable.Range(0, count).Select(value)];
        // Of terms that come to nothing one is left where there is nothing else.
        var telling = Enumerable.Range(0, count).OrderByDescending(i => Math.Abs(values[i])).ThenBy(i => i).Take(most - 1).ToList();
        written = count <= most
            ? [.. Enumerable.Range(0, count)]
            : [.. telling.Where((i, place) => place == 0 || values[i] != 0).Order()];
        Others = count - written.Length;
        Rest = Enumerable.Range(0, count).Except(written).Sum(i => values[i]);
    }

    /// <summary>How many terms are put together.</summary>
    public int Others { get; }

    /// <summary>What they come to; 0 where there are none.</summary>
    public double Rest { get; }

    /// <summary>The terms, the last of which may be all others together; each begins with its number and has no sign before it.</summary>
    /// <param name="term">A term as it is written.</param>
    /// <param name="decimals">With how many decimals what the others come to is written.</param>
    /// <param name="words">What says how many the others are.</param>
    public ImmutableArray<string> Write(Func<int, string> term, int decimals, Words words) =>
        Others == 0 ? [.. written.Select(term)] : [.. written.Select(term), RestInFormula(decimals, words)];

    /// <summary>The terms that are written out, without the others.</summary>
    public IEnumerable<string> WriteAlone(Func<int, string> term) => written.Select(term);

    /// <summary>The sum of the numbers that are on screen.</summary>
    /// <param name="value">What a term comes to as it is written.</param>
    /// <param name="decimals">As in <see cref="Write"/>.</param>
    public double Add(Func<int, double> value, int decimals) => written.Sum(value) + Rounded.AsWritten(Rest, decimals);

    /// <summary>"[6 more: 0.03]": how many the others are, and what they come to.</summary>
    public string RestInFormula(int decimals, Words words) =>
        $"[{Formula.Words(words.Formula.More(Others))}{Numbers.InFormula.Rounded(Rest, decimals)}]";
}
