using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

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
        // Where the gradient has a line of its own, it saves height for the others.
        var slope = step.Rule.IsPlain ? @"\frac{\partial L}{\partial w}" : @"\partial L / \partial w";
        var gradient = step.Batch.Count == 1 ? slope : $@"\tfrac{{1}}{{{step.Batch.Count}}} \sum {slope}";
        pages = Paged(step.WorkingOf(edge.Address(), "w", gradient));
    }

    /// <summary>How many lines each page has.</summary>
    public ImmutableArray<int> LinesPerPage => [.. pages.Select(page => page.Length)];

    /// <param name="page">Which page is open.</param>
    /// <param name="opacity">Of the whole page.</param>
    /// <param name="rules">When its lines appear with symbols.</param>
    /// <param name="numbers">When the numbers follow.</param>
    /// <param name="t">Seconds, as in the intervals.</param>
    public void Draw(FrameBuilder frame, int page, double opacity, Interval rules, Interval numbers, double t) => stage.Formulas.DrawAll(
        frame, SentencesOf(pages[page], i => new(Turn(rules, i, page), Turn(numbers, i, page), opacity, t)));

    // One line after the other.
    Interval Turn(Interval beat, int line, int page)
    {
        var lines = (double)pages[page].Length;
        return beat.Share(line / lines, (line + 1) / lines);
    }

    /// <summary>How far a line has appeared: its symbols, its numbers, what comes out.</summary>
    readonly record struct Appearance(Interval Rule, Interval Numbers, double Opacity, double Time)
    {
        public static Appearance Whole => new(new(0, 0), new(0, 0), 1, 1);

        public double Formula => Shown(Rule, 0.2, 0.9);

        public double Substituted => Shown(Numbers, 0.1, 0.5);

        public double Outcome => Shown(Numbers, 0.6, 0.9);

        public double Pulse => Numbers.Share(0.6, 1).At(Time, Easing.Pulse);

        double Shown(Interval beat, double from, double to) => beat.Share(from, to).At(Time, Easing.InOutCubic) * Opacity;
    }

    // A line is a sentence, but for equations that follow each other: where it is wide, they stand side by side.
    Clause[][] SentencesOf(ImmutableArray<UpdateLine> page, Func<int, Appearance> appearance)
    {
        List<Clause[]> sentences = [];
        for (var i = 0; i < page.Length; i++)
        {
            var isBeside = stage.Layout.IsWide && i > 0 && IsEquation(page[i]) && IsEquation(page[i - 1]);
            var clauses = ClausesOf(page[i], isBeside ? @"\quad " : "", appearance(i));
            if (isBeside) sentences[^1] = [.. sentences[^1], .. clauses];
            else sentences.Add(clauses);
        }
        return [.. sentences];

        static bool IsEquation(UpdateLine line) => line is { Relation: "=", Result.Kind: UpdateNumberKind.Computed };
    }

    Clause[] ClausesOf(UpdateLine line, string space, Appearance shown)
    {
        var isLast = line.Result.Kind == UpdateNumberKind.Weight;
        Clause first = new($"{space}{line.Result.Symbol} {line.Relation} {line.Formula}", shown.Formula);
        Clause outcome = new(numerals.Outcome(line), shown.Outcome, isLast ? "result" : null, isLast ? shown.Pulse : 0);
        // A name for a number has nothing to be worked out.
        if (line.Operands.Length == 1) return [first, outcome];
        // What goes on after a break begins with its sign.
        var substituted = numerals.Substituted(line).Split(UpdateLine.Break)
            .Select((piece, i) => new Clause(i == 0 ? $"= {piece}" : $"{{}}{piece}", shown.Substituted) { GoesOn = i > 0 });
        Clause[] sentence = [first, .. substituted, outcome];
        return isLast ? [.. sentence, LearningRate(0.75 * shown.Substituted)] : sentence;
    }

    Clause LearningRate(double opacity)
    {
        var schedule = step.Rule.Schedule is ConstantRate
            ? ""
            : " " + Formula.Words(stage.Words.Panel.Schedule(stage.Words.NameOf(step.Rule.Schedule)));
        var with = Formula.Words(stage.Words.Panel.LearningRate);
        return new($@"{with} \eta = {UpdateNumerals.Given(step.LearningRate)}{schedule}", opacity);
    }

    // As many lines on a page as there is room for.
    ImmutableArray<ImmutableArray<UpdateLine>> Paged(ImmutableArray<UpdateLine> lines)
    {
        var made = ImmutableArray.CreateBuilder<ImmutableArray<UpdateLine>>();
        ImmutableArray<UpdateLine> page = [];
        foreach (var line in lines)
        {
            if (page.Length > 0 && !stage.Formulas.Fits(SentencesOf(page.Add(line), _ => Appearance.Whole)))
            {
                made.Add(page);
                page = [];
            }
            page = page.Add(line);
        }
        made.Add(page);
        return made.ToImmutable();
    }
}
