using System.Collections.Immutable;
using System.Text;
using HarfBuzzSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>A script that the program's own fonts lack, and where Debian has a font for it.</summary>
/// <param name="Name">Unicode's name for the script, or what it is used for.</param>
/// <param name="Tag">Of ISO 15924, as Unicode writes it: <c>Arab</c>.</param>
/// <param name="Package">The Debian package.</param>
/// <param name="File">The font's file in it, as a scene would name it: <c>#</c> chooses from a collection.</param>
/// <param name="Sample">A letter that fonts for the script have.</param>
public sealed record ScriptFont(string Name, string Tag, string Package, string File, string Sample)
{
    const string Noto = "fonts-noto-core", Cjk = "fonts-noto-cjk";

    /// <summary>The scripts that people write today, by name; several scripts of one language are one.</summary>
    public static ImmutableArray<ScriptFont> All { get; } =
    [
        new("Arabic", "Arab", Noto, "NotoSansArabic-Regular.ttf", "ع"),
        new("Armenian", "Armn", Noto, "NotoSansArmenian-Regular.ttf", "Ա"),
        new("Bengali", "Beng", Noto, "NotoSansBengali-Regular.ttf", "ক"),
        new("Canadian syllabics", "Cans", Noto, "NotoSansCanadianAboriginal-Regular.ttf", "ᐁ"),
        new("Cherokee", "Cher", Noto, "NotoSansCherokee-Regular.ttf", "Ꭰ"),
        new("Devanagari", "Deva", Noto, "NotoSansDevanagari-Regular.ttf", "क"),
        new("Ethiopic", "Ethi", Noto, "NotoSansEthiopic-Regular.ttf", "አ"),
        new("Georgian", "Geor", Noto, "NotoSansGeorgian-Regular.ttf", "ა"),
        new("Gujarati", "Gujr", Noto, "NotoSansGujarati-Regular.ttf", "ક"),
        new("Gurmukhi", "Guru", Noto, "NotoSansGurmukhi-Regular.ttf", "ਕ"),
        new("Han", "Hani", Cjk, "NotoSansCJK-Regular.ttc#2", "度"),
        new("Hangul", "Hang", Cjk, "NotoSansCJK-Regular.ttc#1", "한"),
        new("Hebrew", "Hebr", Noto, "NotoSansHebrew-Regular.ttf", "ש"),
        new("Hiragana", "Hira", Cjk, "NotoSansCJK-Regular.ttc#0", "の"),
        new("Kannada", "Knda", Noto, "NotoSansKannada-Regular.ttf", "ಕ"),
        new("Katakana", "Kana", Cjk, "NotoSansCJK-Regular.ttc#0", "ア"),
        new("Khmer", "Khmr", Noto, "NotoSansKhmer-Regular.ttf", "ក"),
        new("Lao", "Laoo", Noto, "NotoSansLao-Regular.ttf", "ກ"),
        new("Malayalam", "Mlym", Noto, "NotoSansMalayalam-Regular.ttf", "ക"),
        new("Mongolian", "Mong", Noto, "NotoSansMongolian-Regular.ttf", "ᠠ"),
        new("Myanmar", "Mymr", Noto, "NotoSansMyanmar-Regular.ttf", "က"),
        new("Odia", "Orya", Noto, "NotoSansOriya-Regular.ttf", "କ"),
        new("Sinhala", "Sinh", Noto, "NotoSansSinhala-Regular.ttf", "ක"),
        new("Syriac", "Syrc", Noto, "NotoSansSyriac-Regular.ttf", "ܐ"),
        new("Tamil", "Taml", Noto, "NotoSansTamil-Regular.ttf", "க"),
        new("Telugu", "Telu", Noto, "NotoSansTelugu-Regular.ttf", "క"),
        new("Thaana", "Thaa", Noto, "NotoSansThaana-Regular.ttf", "ހ"),
        new("Thai", "Thai", Noto, "NotoSansThai-Regular.ttf", "ก"),
        new("Tibetan", "Tibt", Noto, "NotoSerifTibetan-Regular.ttf", "ཀ"),
    ];

    /// <summary>Signs of no script: emoji among them, which have outlines in few fonts.</summary>
    static readonly ScriptFont symbols = new("a symbol", "Zyyy", "fonts-symbola", "Symbola_hint.ttf", "😀");

    // Rare letters of the program's own scripts.
    static readonly ScriptFont[] european =
    [
        .. new[] { ("Latin", "Latn", "A"), ("Greek", "Grek", "Ω"), ("Cyrillic", "Cyrl", "Ж") }
            .Select(it => new ScriptFont(it.Item1, it.Item2, Noto, "NotoSans-Regular.ttf", it.Item3)),
    ];

    /// <summary>The name of a character's script; what Unicode calls no script is a symbol or a mark.</summary>
    public static string NameOf(Rune character) =>
        For(character) is { } known ? known.Name : WritingSystem.Of(character).ToString();

    /// <summary>Where to find a character; null where no package is known.</summary>
    /// <param name="text">What it stands in: Han characters beside kana are Japanese.</param>
    public static ScriptFont? For(Rune character, string text = "")
    {
        var script = WritingSystem.Of(character);
        if (WritingSystem.IsShared(script)) return symbols;
        var scripts = text.EnumerateRunes().Select(WritingSystem.Of);
        if (script == Script.Han && scripts.Any(it => it == Script.Hiragana || it == Script.Katakana)) script = Script.Hiragana;
        return All.Concat(european).FirstOrDefault(font => Script.Parse(font.Tag) == script);
    }

    /// <summary>What to do to have the script's letters in a scene.</summary>
    public string Remedy =>
        $"put a font that has it beside the scene: Debian's {Package} has {File.Split('#')[0]}, for theme: {{ fonts: ['{File}'] }}";
}
