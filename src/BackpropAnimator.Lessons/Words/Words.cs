using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The words that lessons show of their own, in one language: <c>words.Landscape.Step(3, 40)</c>. The files <c>Words/*.yaml</c> hold them,
/// one for each language, and a generator makes the properties and methods of the English one.
/// </summary>
internal sealed partial class Words
{
    readonly string[] texts;
    readonly string[] countedAsOne;

    Words(string tag, string[] texts)
    {
        (Tag, this.texts) = (tag, texts);
        countedAsOne = Language.CountsAsOne.Split(' ');
        Culture = CultureOf(Language);
    }

    /// <summary>The tags of all languages that there are words in.</summary>
    public static partial ImmutableArray<string> Languages { get; }

    /// <summary>The language's tag, such as "vi".</summary>
    public string Tag { get; }

    /// <summary>All texts, with numbers in braces where values go.</summary>
    public IReadOnlyCollection<string> Texts => texts;

    /// <summary>How numbers are written.</summary>
    public CultureInfo Culture { get; }

    /// <summary>
    /// The words of a language, or of the one that it is a kind of: "vi-VN" has those of "vi"; English where there are none.
    /// </summary>
    /// <param name="tag">A BCP 47 tag.</param>
    public static Words Of(string tag) => Find(tag) ?? Find("en")!;

    /// <summary>The same; null where there are none.</summary>
    public static Words? Find(string tag)
    {
        for (var shorter = tag.ToLowerInvariant(); ; shorter = shorter[..shorter.LastIndexOf('-')])
        {
            if (TextsOf(shorter) is { } texts) return new(shorter, texts);
            if (!shorter.Contains('-', StringComparison.Ordinal)) return null;
        }
    }

    /// <summary>What a lesson without a title is called.</summary>
    /// <param name="tag">Its language.</param>
    public static string TitleIn(string tag) => Of(tag).Titles.Lesson;

    /// <summary>What viewers call an optimizer.</summary>
    public string NameOf(Optimizer optimizer) => Optimizers.Find(optimizer.Name) ?? optimizer.Label;

    /// <summary>What viewers call a loss.</summary>
    public string NameOf(Loss loss) => Losses.Find(loss.Name) ?? loss.Label;

    /// <summary>What a loss is called where one is chosen among all: two of them share a name.</summary>
    public string KindOf(Loss loss) => LossKinds.Find(loss.Name) ?? NameOf(loss);

    /// <summary>What viewers call a schedule of the learning rate.</summary>
    public string NameOf(LearningRateSchedule schedule) => Schedules.Find(schedule.Name) ?? schedule.Name;

    /// <summary>Has <see cref="Numbers"/> write as this language does until the result is disposed of.</summary>
    public NumbersScope WriteNumbers() => new(Culture);

    private static partial string[]? TextsOf(string tag);

    string Fill(int text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, texts[text], values);

    bool IsOne(long count) => countedAsOne.Contains(count.ToString(CultureInfo.InvariantCulture));

    static CultureInfo CultureOf(LanguageWords language)
    {
        var (invariant, own) = (CultureInfo.InvariantCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        own.NumberFormat.NumberDecimalSeparator = language.DecimalMark;
        own.NumberFormat.NumberGroupSeparator = language.GroupMark;
        own.TextInfo.ListSeparator = language.ListMark;
        // What writes as the program does everywhere needs no scope.
        return own.NumberFormat.NumberDecimalSeparator == invariant.NumberFormat.NumberDecimalSeparator
            && own.NumberFormat.NumberGroupSeparator == invariant.NumberFormat.NumberGroupSeparator ? invariant : own;
    }

    /// <summary>As long as this stands, the thread's culture is that of a language.</summary>
    public readonly struct NumbersScope : IDisposable
    {
        readonly CultureInfo? before;

        public NumbersScope(CultureInfo culture)
        {
            if (ReferenceEquals(CultureInfo.CurrentCulture, culture)) return;
            before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = culture;
        }

        public void Dispose()
        {
            if (before is not null) CultureInfo.CurrentCulture = before;
        }
    }
}
