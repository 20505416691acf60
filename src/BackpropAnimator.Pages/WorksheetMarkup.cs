using System.Globalization;
using System.Xml.Linq;
using BackpropAnimator.Lab;
using BackpropAnimator.Lessons;
using BackpropAnimator.Typesetting;
using static BackpropAnimator.Pages.Markup;

namespace BackpropAnimator.Pages;

/// <summary>The worksheet as a form: a field for each blank, which knows its answer.</summary>
internal sealed class WorksheetMarkup(LessonNumbers numbers, Words words)
{
    public IEnumerable<XElement> All()
    {
        yield return Element("p", Class("lead"), words.Worksheet.Lead);
        yield return Element("p", Class("progress"), new XAttribute("aria-live", "polite"));
        var given = Worksheet.GivenIn(numbers, words);
        yield return Element("details", Element("summary", words.Worksheet.Given), given.Select(Explained));
        foreach (var exercise in new Exercises(numbers, words.Worksheet, words).All())
            yield return Element(
                "details", Class("exercise"),
                Element("summary", Element("span", exercise.Title), Element("span", Class("score"))),
                Explained(exercise.Explanation),
                Element("ol", exercise.Blanks.Select(Field)));
    }

    // A matrix may be wider than a phone.
    static XElement Explained(string text) =>
        Element("div", Class("scroll"), new XAttribute("tabindex", 0), Element("p", WithFormulas(text)));

    XElement Field(Blank blank) => Element(
        "li", Class("blank"),
        Element(
            "label", Element("span", FormulaMarkup.Of($"{blank.Symbol} = {blank.Formula} =")),
            new XElement(
                "input", new XAttribute("type", "text"), new XAttribute("autocomplete", "off"),
                new XAttribute("aria-label", RichText.Parse($"${blank.Symbol} = {blank.Formula}$").InWords),
                new XAttribute("data-answer", NumberJson.Exact(blank.Value)), new XAttribute("data-written", WrittenAnswer(blank)))),
        Element("output"),
        blank.Substituted is { } formula
            ? Element("details", Class("hint"), Element("summary", words.Page.Hint), FormulaMarkup.Of(formula))
            : null,
        Element("button", new XAttribute("type", "button"), words.Page.ShowAnswer));

    static string WrittenAnswer(Blank blank) => blank.Value.ToString("G6", CultureInfo.InvariantCulture);
}
