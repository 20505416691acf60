using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Pairs the parts of two formulas by name. Ink goes with the innermost part around it that both formulas have. Where a name occurs several
/// times, the first occurrence pairs with the first, the second with the second; what is left over fades like everything unnamed.
/// </summary>
internal static class PartMatching
{
    public static ImmutableArray<PartMove> Between(FormulaInk from, FormulaInk to)
    {
        var (fromNames, toNames) = (Occurrences(from), Occurrences(to));
        var common = fromNames.Keys.Where(toNames.ContainsKey).ToHashSet();
        var (fromMembers, toMembers) = (Members(from, common), Members(to, common));

        var moves = ImmutableArray.CreateBuilder<PartMove>();
        foreach (var name in common.Order(StringComparer.Ordinal))
        {
            var (starts, ends) = (fromNames[name], toNames[name]);
            foreach (var (start, end) in starts.Zip(ends))
            {
                var (leaving, arriving) = (fromMembers[start], toMembers[end]);
                moves.Add(new(
                    leaving, arriving, PartAnchor.Of(from.Owners[start]), PartAnchor.Of(to.Owners[end]),
                    SameShape.Holds(from, leaving, to, arriving)));
            }
        }
        return moves.ToImmutable();
    }

    static Dictionary<string, List<int>> Occurrences(FormulaInk ink)
    {
        var byName = new Dictionary<string, List<int>>();
        for (var i = 0; i < ink.Owners.Length; i++)
        {
            // Unnamed terms are numbered from left to right, which says nothing of what they are.
            if (ink.Owners[i].Name is not { } name || name[0] == '#') continue;
            if (!byName.TryGetValue(name, out var occurrences)) byName[name] = occurrences = [];
            occurrences.Add(i);
        }
        return byName;
    }

    /// <summary>For each owner that is a common part: itself and what is inside it, but for other common parts.</summary>
    static ImmutableArray<int>[] Members(FormulaInk ink, HashSet<string> common)
    {
        var belongsTo = new int[ink.Owners.Length];
        var members = new ImmutableArray<int>[ink.Owners.Length];
        for (var i = 0; i < members.Length; i++)
        {
            var owner = ink.Owners[i];
            var isCommon = owner.Name is { } name && common.Contains(name);
            belongsTo[i] = isCommon ? i : owner.Parent < 0 ? -1 : belongsTo[owner.Parent];
            members[i] = [];
            if (belongsTo[i] >= 0) members[belongsTo[i]] = members[belongsTo[i]].Add(i);
        }
        return members;
    }
}
