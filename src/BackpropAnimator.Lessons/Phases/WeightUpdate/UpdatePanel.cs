using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The update of one weight written out line by line, with symbols and then with its numbers. Where the panel has no room for all
/// lines, they come page by page.
/// </summary>
internal sealed class UpdatePanel
{
    readonly LessonStage stage;
    readonly LearningStep step;
    readonly Edge edge;
    readonly UpdateNumerals numerals;
    readonly ImmutableArray<ImmutableArray<UpdateLine>> pages;

    public UpdatePanel(LessonStage stage, LearningStep step, Edge edge)
    {
        (this.stage, this.step, this.edge, numerals) = (stage, step, edge, UpdateNumerals.For(step, edge));
        var gradient = step.Batch.Count == 1
            ? @"\frac{\partial L}{\partial w}"
            : $@"\tfrac{{1}}{{{step.Batch.Count}}} \sum \frac{{\partial L}}{{\partial w}}";
        pages = Paged(step.WorkingOf(new WeightAddress(edge.Layer, edge.From, edge.To), "w", gradient));
    }

    /// <summary>How many lines each page has.</summary>
    public ImmutableArray<int> LinesPerPage => [.. pages.Select(page => page.Length)];

    /// <param name="page">Which page is open.</param>
    /// <param name="opacity">Of the whole page.</param>
    /// <param name="rules">When its lines appear with symbols.</param>
    /// <param name="numbers">When the numbers follow.</param>
    /// <param name="t">Seconds, as in the intervals.</param>
    public void Draw(FrameBuilder frame, int page, double opacity, Interval rules, Interval numbers, double t) => stage.Formulas.DrawAll(
        frame, [.. pages[page].Select((line, i) => ClausesOf(line, Turn(rules, i, page), Turn(numbers, i, page), opacity, t))]);

    // One line after the other.
    Interval Turn(Interval beat, int line, int page)
    {
        var lines = (double)pages[page].Length;
        return beat.Share(line / lines, (line + 1) / lines);
    }

    Clause[] ClausesOf(UpdateLine line, Interval rule, Interval numbers, double opacity, double t)
    {
        var isLast = line == pages[^1][^1];
        Clause first = new($"{line.Result.Symbol} {line.Relation} {line.Formula}", Shown(rule, 0.2, 0.9));
        Clause outcome = new(
            numerals.Outcome(line), Shown(numbers, 0.6, 0.9), isLast ? "result" : null,
            isLast ? numbers.Share(0.6, 1).At(t, Easing.Pulse) : 0);
        if (line.Operands.Length == 1) return [first, outcome];
        Clause substituted = new($"= {numerals.Substituted(line)}", Shown(numbers, 0.1, 0.5));
        return isLast ? [first, substituted, outcome, LearningRate(0.75 * Shown(numbers, 0.1, 0.5))] : [first, substituted, outcome];

        double Shown(Interval beat, double from, double to) => beat.Share(from, to).At(t, Easing.InOutCubic) * opacity;
    }

    Clause LearningRate(double opacity)
    {
        var schedule = step.Rule.Schedule is ConstantRate ? "" : $@" \text{{ ({step.Rule.Schedule.Name} schedule)}}";
        return new($@"\text{{with learning rate }} \eta = {UpdateNumerals.Given(step.LearningRate)}{schedule}", opacity);
    }

    // As many lines on a page as fit; the last line of all is what the others lead to.
    ImmutableArray<ImmutableArray<UpdateLine>> Paged(ImmutableArray<UpdateLine> lines)
    {
        var made = ImmutableArray.CreateBuilder<ImmutableArray<UpdateLine>>();
        ImmutableArray<UpdateLine> page = [];
        foreach (var line in lines)
        {
            if (page.Length > 0 && !Fits(page.Add(line), line == lines[^1]))
            {
                made.Add(page);
                page = [];
            }
            page = page.Add(line);
        }
        made.Add(page);
        return made.ToImmutable();
    }

    bool Fits(ImmutableArray<UpdateLine> page, bool withLast) => stage.Formulas.Fits([.. page.Select((line, i) =>
    {
        Clause[] clauses =
            [new($"{line.Result.Symbol} {line.Relation} {line.Formula}"), new($"= {numerals.Substituted(line)}"), new(numerals.Outcome(line))];
        return withLast && i == page.Length - 1 ? [.. clauses, LearningRate(1)] : clauses;
    })]);
}
