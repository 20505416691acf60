using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Pairs what two formulas have in common. Named parts pair by name: the first occurrence with the first, the second with the second.
/// Unnamed terms pair where both formulas have the same signs in the same order between them ("=" and "·" stay "=" and "·").
/// Ink goes with the innermost of these around it; what is left over has no partner.
/// </summary>
internal static class PartMatching
{
    public static ImmutableArray<PartMove> Between(FormulaInk from, FormulaInk to)
    {
        var named = NamedPairs(from, to);
        var pairs = named.Concat(TermPairs(from, to, named)).ToArray();
        var fromMembers = Members(from, [.. pairs.Select(pair => pair.From)]);
        var toMembers = Members(to, [.. pairs.Select(pair => pair.To)]);
        return [.. pairs.Select(pair => MoveOf(pair.From, pair.To))];

        PartMove MoveOf(int start, int end)
        {
            var (old, its) = (from.Only(fromMembers[start].Contains), to.Only(toMembers[end].Contains));
            return new(
                fromMembers[start], toMembers[end], PartAnchor.Of(from.Owners[start]), PartAnchor.Of(to.Owners[end]),
                SameShape.Holds(old, its), IsStruck: its.Strokes.Length > old.Strokes.Length);
        }
    }

    static HashSet<(int From, int To)> NamedPairs(FormulaInk from, FormulaInk to)
    {
        var ends = Named(to).ToLookup(it => it.Name, it => it.Owner);
        return [.. Named(from).GroupBy(it => it.Name, it => it.Owner).SelectMany(starts => starts.Zip(ends[starts.Key]))];
    }

    static IEnumerable<(string Name, int Owner)> Named(FormulaInk ink) =>
        from i in Enumerable.Range(0, ink.Owners.Length)
        let name = ink.Owners[i].Name
        where name is not null && name[0] != '#'
        select (name, i);

    /// <summary>The unnamed pairs of the longest common subsequence of both formulas' terms.</summary>
    static List<(int From, int To)> TermPairs(FormulaInk from, FormulaInk to, HashSet<(int From, int To)> named)
    {
        var (a, b) = (Terms(from), Terms(to));
        bool Same(int i, int j) => named.Contains((a[i].Owner, b[j].Owner)) || (a[i].Signs is not null && a[i].Signs == b[j].Signs);

        var lengths = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
            for (var j = b.Count - 1; j >= 0; j--)
                lengths[i, j] = Same(i, j) ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);

        var pairs = new List<(int From, int To)>();
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (Same(i, j))
            {
                if (a[i].Signs is not null) pairs.Add((a[i].Owner, b[j].Owner));
                (i, j) = (i + 1, j + 1);
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) i++;
            else j++;
        }
        return pairs;
    }

    /// <summary>The outermost parts from left to right; those without a name with the glyphs that they consist of.</summary>
    static List<(int Owner, string? Signs)> Terms(FormulaInk ink)
    {
        var terms = new List<(int, string?)>();
        var isInside = new bool[ink.Owners.Length];
        for (var i = 1; i < ink.Owners.Length; i++)
        {
            var owner = ink.Owners[i];
            isInside[i] = isInside[owner.Parent] || ink.Owners[owner.Parent].Name is not null;
            if (isInside[i] || owner.Name is null) continue;
            terms.Add((i, owner.Name[0] == '#' ? string.Join(' ', ink.Glyphs[owner.Glyphs].Select(it => it.Glyph.Glyph)) : null));
        }
        return terms;
    }

    /// <summary>For each anchor: itself and what is inside it, but for other anchors and what is inside those.</summary>
    static ImmutableArray<int>[] Members(FormulaInk ink, HashSet<int> anchors)
    {
        var belongsTo = new int[ink.Owners.Length];
        var members = new ImmutableArray<int>[ink.Owners.Length];
        for (var i = 0; i < members.Length; i++)
        {
            var parent = ink.Owners[i].Parent;
            belongsTo[i] = anchors.Contains(i) ? i : parent < 0 ? -1 : belongsTo[parent];
            members[i] = [];
            if (belongsTo[i] >= 0) members[belongsTo[i]] = members[belongsTo[i]].Add(i);
        }
        return members;
    }
}

/// <summary>A part that both formulas have, on its way from its place in one to its place in the other.</summary>
/// <param name="From">Its middle on its baseline in the first formula, from that formula's baseline start; its size in stage units
/// per em.</param>
/// <param name="To">The same in the second formula.</param>
/// <param name="IsSame">Whether it consists of the same glyphs in the same arrangement, but for size and new strokes across it.</param>
/// <param name="IsStruck">Whether the second formula strikes it out and the first does not.</param>
internal sealed record PartMove(
    ImmutableArray<int> FromOwners, ImmutableArray<int> ToOwners, PartAnchor From, PartAnchor To, bool IsSame, bool IsStruck)
{
    /// <summary>Where the first formula's ink is at a progress, growing or shrinking to the size that it will have.</summary>
    /// <param name="way">From the first formula's baseline start to the second one's.</param>
    public Placement At(float progress, SKPoint way) =>
        Placement.Moving(From.Point, Between(From.Point, To.Point + way, progress), Size(progress) / From.Size);

    float Size(float progress) => From.Size + (To.Size - From.Size) * progress;

    static SKPoint Between(SKPoint start, SKPoint end, float progress) =>
        new(start.X + (end.X - start.X) * progress, start.Y + (end.Y - start.Y) * progress);
}

internal readonly record struct PartAnchor(SKPoint Point, float Size)
{
    public static PartAnchor Of(InkOwner part) => new(new(part.Bounds.MidX, part.Origin.Y), part.Scale > 0 ? part.Scale : 1);
}
