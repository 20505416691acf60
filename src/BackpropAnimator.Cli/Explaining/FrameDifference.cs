using System.Runtime.InteropServices;
using BackpropAnimator.Drawing;

namespace BackpropAnimator.Cli.Explaining;

/// <summary>What two frames differ in, item by item, in words.</summary>
internal static class FrameDifference
{
    const int MostNamed = 3;

    public static string InWords(Frame before, Frame after)
    {
        if (before.Stage != after.Stage) return "the picture's shape";
        if (before.Backdrop != after.Backdrop) return "the ground";
        List<DrawItem> gone = Without(before.Items, after.Items), came = Without(after.Items, before.Items);
        if (gone.Count == 0 && came.Count == 0) return "the order of items";

        var words = new List<string>();
        foreach (var item in gone)
        {
            // What was there has most likely become the next of its kind.
            if (came.Find(other => other.GetType() == item.GetType()) is { } other)
            {
                came.Remove(other);
                words.Add(Change(item, other));
            }
            else words.Add($"{Name(item)} gone");
        }
        words.AddRange(came.Select(item => $"{Name(item)} new"));
        var named = string.Join(", ", words.Take(MostNamed));
        return words.Count > MostNamed ? $"{named} and {words.Count - MostNamed} more" : named;
    }

    static string Change(DrawItem before, DrawItem after) =>
        (Text(before), Text(after)) is ({ } old, { } now) && old != now ? $"\"{old}\" became \"{now}\"" : $"{Name(after)} changed";

    static string Name(DrawItem item) => Text(item) is { } text ? $"{item.GetType().Name} \"{text}\"" : item.GetType().Name;

    static string? Text(DrawItem item) => item switch
    {
        TextLine line => line.Text,
        FormulaText formula => formula.Source,
        FormulaMorph morph => $"{morph.From} → {morph.To}",
        _ => null,
    };

    // Equal items may be there several times.
    static List<DrawItem> Without(IEnumerable<DrawItem> items, IEnumerable<DrawItem> others)
    {
        var counts = new Dictionary<DrawItem, int>();
        foreach (var other in others) CollectionsMarshal.GetValueRefOrAddDefault(counts, other, out _)++;
        return [.. items.Where(item => --CollectionsMarshal.GetValueRefOrAddDefault(counts, item, out _) < 0)];
    }
}
