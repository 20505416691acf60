using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A lesson speaks its scene's language: every word of the program's own, and numbers.</summary>
public partial class LanguageTests
{
    // Written alike in every language, by those who know them.
    static readonly ImmutableHashSet<string> everywhere =
    [
        "sigmoid", "tanh", "relu", "softmax", "identity", "gelu", "swish", "elu", "softplus", "leaky", "Sigmoid", "Softmax", "ReLU", "Adam",
        "AdamW", "AdaGrad", "RMSprop", "Nesterov", "backprop",
    ];

    // Names of TeX that are no words to a viewer.
    [GeneratedRegex(@"\\(?:text|mathrm)\{(?<words>(?:[^{}\\]|\\.)*)\}")]
    private static partial Regex WordsOfFormula();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();

    // Lengths of TeX, such as 6.8em, are no numbers that one sees.
    [GeneratedRegex(@"\d\.\d+(?![\dep])")]
    private static partial Regex Decimal();

    public static TheoryData<string, string> ScenesInLanguages()
    {
        var all = new TheoryData<string, string>();
        foreach (var scene in SceneFiles.OfPhases)
            foreach (var language in new[] { "vi", "de" }) all.Add(scene, language);
        return all;
    }

    [Theory, MemberData(nameof(ScenesInLanguages))]
    public void No_English_word_of_the_programs_own_and_no_decimal_point_is_left_on_screen(string path, string language)
    {
        var (own, written) = (Words.Of(language), File.ReadAllText(Path.Combine(Repository.Root, path)));
        var lesson = LessonIn(path, language);
        var (ours, theirs) = (TextsOn(LessonIn(path, "en")), TextsOn(lesson));
        var known = own.Texts.SelectMany(WordsIn).ToHashSet();
        Assert.Equal(
            [], theirs.SelectMany(WordsIn).Intersect(ours.SelectMany(WordsIn)).Except(known).Except(everywhere)
                .Where(word => !written.Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal([], theirs.Where(text => !written.Contains(text, StringComparison.Ordinal) && Decimal().IsMatch(text)));
        Assert.All(lesson.Chapters, chapter => Assert.NotEqual("Introduction", chapter.Title));
    }

    [Theory, MemberData(nameof(PhaseScenes))]
    public void What_phases_say_in_long_words_has_room(string path)
    {
        var lesson = LessonIn(path, "de", "video.size=1920x1080");
        Assert.Equal(
            [],
            LayoutCheck.Run(lesson, Lessons.Fonts)
                .Select(p => FormattableString.Invariant($"{lesson.Chapters[p.Phase].Kind} {p.Time:0.00} s: {p.Message}")));
    }

    // Chinese and Japanese want a font that is not here; with that of Debian's fonts-noto-cjk they are well set too.
    public static TheoryData<string, string, string> ScenesInShapes()
    {
        var versions =
            from scene in SceneFiles.Paths
            from language in Words.Languages.Except(["en", "ja", "zh"])
            from size in new[] { "1920x1080", "1080x1920" }
            select (scene, language, size);
        var all = new TheoryData<string, string, string>();
        foreach (var (scene, language, size) in Thorough.Sample(versions, 4)
            .Append(("src/BackpropAnimator.Lessons/Phases/Scoreboard/scoreboard.yaml", "pt", "1080x1920")).Distinct())
            all.Add(scene, language, size);
        return all;
    }

    [Theory, MemberData(nameof(ScenesInShapes))]
    public void A_scene_has_room_for_the_words_of_every_language(string path, string language, string size)
    {
        var lesson = LessonIn(path, language, $"video.size={size}");
        Assert.Equal(
            [],
            LayoutCheck.Run(lesson, Lessons.Fonts)
                .Select(p => FormattableString.Invariant($"{lesson.Chapters[p.Phase].Kind} {p.Time:0.00} s: {p.Message}")));
    }

    [Theory]
    [InlineData("de", "0,50", "1,0{,}5")]
    [InlineData("en", "0.50", "1,0.5")]
    [InlineData("ja", "0.50", "1,0.5")]
    public void Numbers_are_written_as_the_language_writes_them(string language, string value, string inFormula)
    {
        using var scope = Words.Of(language).WriteNumbers();
        Assert.Equal(value, Numbers.Value(0.5));
        Assert.Equal(inFormula, "1," + Numbers.InFormula.Trimmed(0.5, 0, 2));
        Assert.Equal(value, Numbers.Plain(0.4999, 2));
    }

    [Fact]
    public void Numbers_in_a_row_are_told_from_decimals()
    {
        Example sample = new(Vector<double>.Build.Dense([0.5, 1]), Vector<double>.Build.Dense([0.0]));
        using var scope = Words.Of("fr").WriteNumbers();
        Assert.Equal("(0,5 ; 1)", SampleNames.InShort(sample));
    }

    [Fact]
    public void A_lesson_leaves_the_threads_culture_as_it_was()
    {
        var before = Numbers.Value(0.5);
        LessonIn("src/BackpropAnimator.Lessons/Phases/Forward/forward.yaml", "de").FrameAt(200);
        Assert.Equal(before, Numbers.Value(0.5));
    }

    [Theory]
    [InlineData("0.37", "0.11")]
    public void Digits_of_columns_stay_aligned_whatever_the_mark(string one, string other)
    {
        string Comma(string number) => number.Replace('.', ',');
        var widths = new[] { one, other }.Select(number => Lessons.Fonts.Shape(Comma(number), Face.Medium, 30).Width).Distinct();
        Assert.Single(widths);
    }

    [Theory]
    [InlineData("vi-VN", "vi")]
    [InlineData("PT-br", "pt")]
    [InlineData("zh-Hant-TW", "zh")]
    [InlineData("sw", "en")]
    public void A_tag_finds_the_words_of_the_language_that_it_narrows(string tag, string found) => Assert.Equal(found, Words.Of(tag).Tag);

    [Fact]
    public void There_are_eight_languages_and_each_is_called_by_its_name()
    {
        Assert.Equal("de en es fr ja pt vi zh", string.Join(' ', Words.Languages));
        Assert.Equal(8, Words.Languages.Select(tag => Words.Of(tag).Language.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("en", "overshoots: 1 step uphill", "overshoots: 2 steps uphill")]
    [InlineData("de", "schießt hinaus: 1 Schritt bergauf", "schießt hinaus: 2 Schritte bergauf")]
    [InlineData("ja", "行き過ぎ：1 歩が上り", "行き過ぎ：2 歩が上り")]
    public void What_is_counted_has_the_form_of_its_number(string language, string one, string two)
    {
        var words = Words.Of(language).Landscape;
        Assert.Equal((one, two), (words.Overshoots(1), words.Overshoots(2)));
    }

    [Fact]
    public void What_the_network_calls_its_parts_the_English_words_call_them_too()
    {
        var english = Words.Of("en");
        Assert.All(Loss.All, loss => Assert.Equal(loss.Label, english.Losses.Find(loss.Name)));
        Assert.All(LearningRateSchedule.All, schedule => Assert.Equal(schedule.Name, english.Schedules.Find(schedule.Name)));
        // Proper names are in no file.
        Assert.All(Optimizer.All, optimizer => Assert.Equal(optimizer.Label, english.NameOf(optimizer)));
        Assert.All(
            Optimizer.All.Where(optimizer => char.IsLower(optimizer.Label[0]) || optimizer.Label.Contains(' ', StringComparison.Ordinal)),
            optimizer => Assert.NotNull(english.Optimizers.Find(optimizer.Name)));
    }

    [Fact]
    public void A_language_without_words_is_told_of_at_its_line()
    {
        var result = SceneReader.Parse("language: sw\n" + Lessons.Sized("3-4-2"), "s.yaml", []);
        var problem = Assert.Single(LessonChecks.Run(result.Scene!, Lessons.Fonts));
        Assert.Equal(
            "s.yaml:1:11: warning: language: the program has no words of its own in 'sw', and shows English ones\n" +
                "  hint: there are: de, en, es, fr, ja, pt, vi, zh", problem.ToString());
    }

    [Fact]
    public void Words_that_no_font_has_are_an_error_at_the_languages_line()
    {
        var problem = Assert.Single(LessonChecks.Run(Lessons.Read("language: zh\n" + Lessons.Sized("3-4-2")), Lessons.Fonts));
        Assert.StartsWith("s.yaml:1:11: error: language: the program's own words: no font has '中' (U+4E2D, Han), nor ", problem.ToString());
        Assert.Contains("fonts-noto-cjk", problem.Hint);
    }

    [Fact]
    public void A_lesson_without_a_title_is_called_in_its_language()
    {
        var untitled = Lessons.Sized("3-4-2").Replace("title: Backpropagation — Gradient Flow\n", "", StringComparison.Ordinal);
        var text = "language: vi\n" + untitled;
        Assert.Equal("Lan truyền ngược", Lessons.Read(text).Title);
        Assert.Equal("Backpropagation", Lessons.Read("title: Backpropagation\n" + text).Title);
    }

    [Fact]
    public void The_worksheet_is_in_the_scenes_language_with_its_numbers()
    {
        var scene = Lessons.Read(Lessons.Sized("2-2-1"), "language=de");
        var sheet = Worksheet.Markdown(new LessonNumbers(scene), answers: true);
        Assert.Contains("## Gegeben", sheet, StringComparison.Ordinal);
        Assert.Contains("## Vorwärts: Schicht 1, verdeckt", sheet, StringComparison.Ordinal);
        Assert.Contains(@"\eta = 0{,}5", sheet, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d\.\d", sheet);
        var known = Words.Of("de").Texts.SelectMany(WordsIn).ToHashSet();
        var english = Worksheet.Markdown(new LessonNumbers(Lessons.Read(Lessons.Sized("2-2-1"))), answers: true);
        Assert.Equal(
            [], WordsIn(Plain(sheet)).Intersect(WordsIn(Plain(english))).Except(known).Except(everywhere)
                .Except(["Backpropagation", "Gradient", "Flow"]));

        static string Plain(string markdown) => Regex.Replace(markdown, @"\$[^$]*\$", " ");
    }

    // What lessons show of their own is all in them.
    public static TheoryData<string> PhaseScenes() => [.. SceneFiles.OfPhases];

    static Lesson LessonIn(string path, string language, params string[] overrides)
    {
        var result = SceneReader.Read(Path.Combine(Repository.Root, path), [$"language={language}", .. overrides]);
        return new(result.Scene!, Lessons.Fonts);
    }

    static IEnumerable<string> WordsIn(string text) => Word().Matches(text).Select(match => match.Value);

    // What is written in eight frames of each phase.
    static HashSet<string> TextsOn(Lesson lesson) =>
    [
        .. from chapter in lesson.Chapters
           from n in chapter.Frames(every: Math.Max(1, (chapter.EndFrame - chapter.FirstFrame) / 8))
           from item in lesson.FrameAt(n).Items
           from text in TextsOf(item)
           select text,
    ];

    static IEnumerable<string> TextsOf(DrawItem item) => item switch
    {
        TextLine line => [line.Text],
        FormulaText formula => TextsIn(formula.Source),
        FormulaMorph morph => TextsIn(morph.To),
        _ => [],
    };

    // Its words, and its numbers.
    static IEnumerable<string> TextsIn(string formula) =>
        WordsOfFormula().Matches(formula).Select(match => match.Groups["words"].Value)
            .Concat(Decimal().Matches(formula).Select(m => m.Value));
}
