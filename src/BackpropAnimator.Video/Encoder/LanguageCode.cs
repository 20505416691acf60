using System.Collections.Frozen;

namespace BackpropAnimator.Video.Encoder;

/// <summary>What video files call languages: by the three letters of ISO 639-2/T.</summary>
internal static class LanguageCode
{
    static readonly FrozenDictionary<string, string> codes = new Dictionary<string, string>
    {
        ["en"] = "eng", ["vi"] = "vie", ["de"] = "deu", ["es"] = "spa", ["fr"] = "fra", ["pt"] = "por", ["zh"] = "zho", ["ja"] = "jpn",
        ["it"] = "ita", ["nl"] = "nld", ["pl"] = "pol", ["ru"] = "rus", ["uk"] = "ukr", ["tr"] = "tur", ["ar"] = "ara", ["he"] = "heb",
        ["hi"] = "hin", ["ko"] = "kor", ["id"] = "ind", ["th"] = "tha",
    }.ToFrozenDictionary();

    /// <param name="language">As BCP 47 has it, such as <c>pt-BR</c>.</param>
    /// <returns>"Undetermined" for one that is not known here.</returns>
    public static string Of(string language)
    {
        var name = language.Split('-', '_')[0].ToLowerInvariant();
        return name.Length == 3 ? name : codes.GetValueOrDefault(name, "und");
    }
}
