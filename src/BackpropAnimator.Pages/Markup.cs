using System.Xml.Linq;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Pages;

/// <summary>Elements of a page. What a scene says becomes text in them, never markup.</summary>
internal static class Markup
{
    /// <summary>An element that has an end tag even where it is empty.</summary>
    public static XElement Element(string name, params object?[] content) => new(name, [.. content, ""]);

    public static XAttribute Class(string name) => new("class", name);

    /// <summary>Running text as authors write it, with formulas and stress.</summary>
    public static IEnumerable<object> Rich(string text)
    {
        var rich = RichText.Parse(text);
        foreach (var span in rich.Spans)
        {
            var letters = rich.Letters.Substring(span.Start, span.Length);
            yield return span switch
            {
                { Formula: { } formula } => FormulaMarkup.Of(formula),
                { Stress: Stress.Emphasis } => Element("em", letters),
                { Stress: Stress.Strong } => Element("strong", letters),
                _ => letters,
            };
        }
    }

    /// <summary>Text with formulas between dollars, as worksheets have it.</summary>
    public static IEnumerable<object> WithFormulas(string text)
    {
        foreach (var (i, part) in text.Split('$').Index())
            yield return i % 2 == 0 ? part : FormulaMarkup.Of(part);
    }

    /// <summary>As HTML reads it.</summary>
    public static string Text(IEnumerable<object> nodes) =>
        string.Concat(nodes.Select(node => node is XElement element
            ? element.ToString(SaveOptions.DisableFormatting)
            : new XText((string)node).ToString()));
}
