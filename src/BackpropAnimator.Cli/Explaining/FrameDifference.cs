using System.Runtime.InteropServices;
using BackpropAnimator.Drawing;

namespace BackpropAnimator.Cli.Explaining;

/// <summary>What a viewer reads in one frame and not in another.</summary>
internal static class FrameDifference
{
    const int MostNamed = 2;

    /// <returns>Empty where both frames say the same.</returns>
    public static string InWords(Frame before, Frame after)
    {
        var (gone, came) = (Without(TextsOf(before), TextsOf(after)), Without(TextsOf(after), TextsOf(before)));
        // What was there has most likely become the text in the same place of the order.
        var words = gone.Zip(came, (old, now) => $"{old} is now {now}")
            .Concat(came.Skip(gone.Count).Select(now => $"{now} is new"))
            .Concat(gone.Skip(came.Count).Select(old => $"{old} is gone")).ToList();
        var named = string.Join(", ", words.Take(MostNamed));
        return words.Count > MostNamed ? $"{named} and other texts" : named;
    }

    static IEnumerable<string> TextsOf(Frame frame) => frame.Items.Select(item => item switch
    {
        TextLine line => $"\"{line.Text}\"",
        FormulaText formula => $"\"{formula.Source}\"",
        FormulaMorph morph => $"\"{morph.To}\"",
        _ => null,
    }).OfType<string>();

    // Equal texts may be there several times.
    static List<string> Without(IEnumerable<string> texts, IEnumerable<string> others)
    {
        var counts = new Dictionary<string, int>();
        foreach (var other in others) CollectionsMarshal.GetValueRefOrAddDefault(counts, other, out _)++;
        return [.. texts.Where(text => --CollectionsMarshal.GetValueRefOrAddDefault(counts, text, out _) < 0)];
    }
}
