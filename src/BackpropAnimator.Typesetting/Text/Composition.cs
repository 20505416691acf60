using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Unicode's composed form (NFC) of Latin letters with their diacritics, Vietnamese included. <see cref="string.Normalize()"/> leaves a
/// string as it is under invariant globalization, and a file saved on macOS may well hold "ê" as two characters.
/// </summary>
internal static class Composition
{
    // Each row: a combining mark, its combining class (Unicode Character Database), and pairs of a letter without it and with it.
    static readonly (char Mark, int Class, string Pairs)[] Rows =
    [
        ('\u0327', 202, "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
        ('\u0328', 202, "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
        ('\u031b', 216, "OƠoơUƯuư"),
        ('\u0323', 220, "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"),
        ('\u0324', 220, "UṲuṳ"),
        ('\u0325', 220, "AḀaḁ"),
        ('\u0326', 220, "SȘsșTȚtț"),
        ('\u032d', 220, "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"),
        ('\u032e', 220, "HḪhḫ"),
        ('\u0330', 220, "EḚeḛIḬiḭUṴuṵ"),
        ('\u0331', 220, "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
        ('\u0300', 230, "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"),
        ('\u0301', 230,
            "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕ" +
            "ŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"),
        ('\u0302', 230, "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"),
        ('\u0303', 230, "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
        ('\u0304', 230, "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳGḠgḡḶḸḷḹṚṜṛṝ"),
        ('\u0306', 230, "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ"),
        ('\u0307', 230, "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"),
        ('\u0308', 230, "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"),
        ('\u0309', 230, "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
        ('\u030a', 230, "AÅaåUŮuůwẘyẙ"),
        ('\u030b', 230, "OŐoőUŰuű"),
        ('\u030c', 230, "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"),
        ('\u030f', 230, "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"),
        ('\u0311', 230, "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
    ];

    static readonly Dictionary<char, int> Classes = Rows.ToDictionary(row => row.Mark, row => row.Class);

    static readonly Dictionary<(char Letter, char Mark), char> Composed =
        (from row in Rows from pair in row.Pairs.Chunk(2) select (Parts: (pair[0], row.Mark), With: pair[1]))
        .ToDictionary(it => it.Parts, it => it.With);

    static readonly Dictionary<char, (char Letter, char Mark)> Taken = Composed.ToDictionary(it => it.Value, it => it.Key);

    /// <summary>The text with every letter and its marks in one character wherever Unicode has that character.</summary>
    public static string Compose(string text)
    {
        if (!text.Any(Classes.ContainsKey)) return text;
        var composed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var letter = text[i++];
            var marks = new List<char>();
            while (i < text.Length && Classes.ContainsKey(text[i])) marks.Add(text[i++]);
            Append(composed, letter, marks);
        }
        return composed.ToString();
    }

    /// <summary>Takes the last mark off a letter: ŷ is y with a circumflex.</summary>
    public static bool TryTake(char letter, out char bare, out char mark)
    {
        var found = Taken.TryGetValue(letter, out var parts);
        (bare, mark) = parts;
        return found;
    }

    static void Append(StringBuilder text, char letter, List<char> marks)
    {
        while (marks.Count > 0 && Taken.TryGetValue(letter, out var parts))
        {
            marks.Insert(0, parts.Mark);
            letter = parts.Letter;
        }
        var waiting = new List<char>();
        // OrderBy is stable, as canonical ordering has to be: marks of one class stay in their order.
        foreach (var mark in marks.OrderBy(mark => Classes[mark]))
        {
            // A mark that found no partner blocks the later ones of its own class from reaching the letter.
            var blocked = waiting.Count > 0 && Classes[waiting[^1]] == Classes[mark];
            if (!blocked && Composed.TryGetValue((letter, mark), out var with)) letter = with;
            else waiting.Add(mark);
        }
        text.Append(letter).AppendJoin("", waiting);
    }
}
