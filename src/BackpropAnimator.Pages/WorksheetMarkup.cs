using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using BackpropAnimator.Lab;
using BackpropAnimator.Lessons;
using BackpropAnimator.Typesetting;
using static BackpropAnimator.Pages.Markup;

namespace BackpropAnimator.Pages;

/// <summary>
/// The worksheet as a form: a field for each blank, which knows its answer. It holds the whole sheet and the short one, which is shown
/// first: that asks for the numbers of one path and gives those of other units.
/// </summary>
internal sealed class WorksheetMarkup(LessonNumbers numbers, Words words)
{
    readonly Exercise[] exercises = [.. new Exercises(numbers, words.Worksheet, words).All()];

    /// <summary>Blanks that are written, by their names: the last one of a name, as an optimizer's lines repeat theirs.</summary>
    readonly Dictionary<string, (int Index, double Value)> before = [];

    int count;

    public IEnumerable<XElement> All()
    {
        Blank[] all = [.. exercises.SelectMany(exercise => exercise.Blanks)];
        var isShortened = all.Any(blank => blank.InShortSheet != InShortSheet.Asked);
        yield return Element("p", Class("lead"), words.Worksheet.Lead);
        yield return Element("p", Class("lead own"), words.Page.WorksheetOwn);
        yield return Element(
            "div", Class("sheet"), new XAttribute("data-sheet", NameOf(all)),
            Element(
                "div", Class("sheet-bar"),
                Element("p", Class("progress"), new XAttribute("aria-live", "polite")),
                isShortened ? WholeSwitch(all.Length) : null,
                Button("restart", words.Page.Reset)),
            Element(
                "details", new XAttribute("open", ""), Element("summary", words.Worksheet.Given),
                Worksheet.GivenIn(numbers, words).Select(Explained)),
            exercises.Select((exercise, i) => ExerciseOf(exercise, isOpen: i == 0)));
    }

    XElement WholeSwitch(int answers) => Element(
        "label", new XElement(
            "input", new XAttribute("type", "checkbox"), new XAttribute("id", "whole-sheet"), new XAttribute("autocomplete", "off")),
        Element("span", words.Page.WholeSheet(answers)));

    // A sheet's answers are kept under its name: one with other numbers is another sheet.
    static string NameOf(IEnumerable<Blank> blanks) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join(' ', blanks.Select(blank => NumberJson.Exact(blank.Value))))).AsSpan(0, 8));

    XElement ExerciseOf(Exercise exercise, bool isOpen)
    {
        Blank[] given = [.. exercise.Blanks.Where(blank => blank.InShortSheet == InShortSheet.Given)];
        return Element(
            "details",
            Class(exercise.Blanks.All(blank => blank.InShortSheet == InShortSheet.LeftOut) ? "exercise in-whole" : "exercise"),
            isOpen ? new XAttribute("open", "") : null,
            Element("summary", Element("span", exercise.Title), Element("span", Class("score"))),
            Explained(exercise.Explanation),
            given.Length == 0 ? null : Element(
                "p", Class("given-values in-short"), Element("span", words.Worksheet.Given),
                given.Select(blank => FormulaMarkup.Of($"{blank.Symbol} = {Tex.Number(blank.Value)}"))),
            Element("ol", exercise.Blanks.Select(Field)));
    }

    // A matrix may be wider than a phone.
    static XElement Explained(string text) =>
        Element("div", Class("scroll"), new XAttribute("tabindex", 0), Element("p", WithFormulas(text)));

    XElement Field(Blank blank)
    {
        var index = count++;
        var hint = blank.Substitution?.Invoke(operand => Hinted(blank, operand));
        before[blank.Symbol] = (index, blank.Value);
        return Element(
            "li", Class(blank.InShortSheet == InShortSheet.Asked ? "blank" : "blank in-whole"),
            blank.InShortSheet == InShortSheet.Given ? new XAttribute("data-given", "") : null,
            Element(
                "label", Element("span", Class("symbol"), FormulaMarkup.Of(blank.Symbol)),
                Element("span", Class("terms"), Terms($"= {blank.Formula}")), Element("span", Class("equals"), FormulaMarkup.Of("=")),
                new XElement(
                    "input", new XAttribute("type", "text"), new XAttribute("autocomplete", "off"),
                    new XAttribute("aria-label", RichText.Parse($"${blank.Symbol} = {blank.Formula}$").InWords),
                    new XAttribute("aria-describedby", $"verdict-{index}"),
                    new XAttribute("data-answer", NumberJson.Exact(blank.Value)),
                    new XAttribute("data-written", WrittenAnswer(blank)))),
            Element("output", new XAttribute("id", $"verdict-{index}")),
            hint is null ? null : Button(
                "hint", words.Page.Hint, new XAttribute("aria-expanded", "false"), new XAttribute("aria-controls", $"hint-{index}")),
            Button("show", words.Page.ShowAnswer),
            hint is null ? null : Element(
                "p", Class("hint-text"), new XAttribute("id", $"hint-{index}"), new XAttribute("hidden", ""), Terms($"= {hint}")));
    }

    // What an earlier blank asks for is named until that is answered: a hint tells no other answer. In m ← β m + …, m is what an optimizer
    // has remembered, and no answer.
    string Hinted(Blank blank, Operand operand) =>
        operand.Symbol != blank.Symbol && before.TryGetValue(operand.Symbol, out var asked) && asked.Value.Equals(operand.Value)
            ? $@"\part{{blank-{asked.Index}}}{{\part{{name}}{{{operand.Symbol}}}\part{{number}}{{{operand.Number}}}}}"
            : operand.Number;

    // The terms of a sum, a formula each, so that a line may end between them: browsers break none within a formula.
    static IEnumerable<XElement> Terms(string formula)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < formula.Length; i++)
        {
            if (formula[i] is '{' or '(') depth++;
            else if (formula[i] is '}' or ')') depth--;
            else if (depth == 0 && i > start && formula[i] == '+')
            {
                yield return Term(formula[start..i]);
                start = i;
            }
        }
        yield return Term(formula[start..]);
    }

    // A sign between nothing and its term still has its room on both sides.
    static XElement Term(string formula) => FormulaMarkup.Of($"{{}} {formula}");

    static XElement Button(string name, string text, params object[] more) =>
        Element("button", new XAttribute("type", "button"), Class(name), more, text);

    static string WrittenAnswer(Blank blank) => blank.Value.ToString("G6", CultureInfo.InvariantCulture);
}
