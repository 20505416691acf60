using System.Text;
using BackpropAnimator.Files;

namespace BackpropAnimator.Video.Files;

/// <summary>What a file is called while it is written: beside its place, by a name that no other program gives.</summary>
internal static class PartName
{
    /// <summary>What ends so is ours.</summary>
    public const string Extension = ".backprop-part";

    // What file systems take, in bytes.
    const int LongestName = 255;
    const int HashDigits = 16;

    /// <param name="target">The file's path.</param>
    public static string Of(string target)
    {
        var name = Path.GetFileName(target);
        if (Encoding.UTF8.GetByteCount(name) + Extension.Length > LongestName) name = Shortened(name);
        return Path.Combine(Path.GetDirectoryName(target) ?? "", name + Extension);
    }

    // The beginning, for people, and a hash of the whole, so that two long names that begin alike stay two.
    static string Shortened(string name)
    {
        var hash = TextHash.Of(name)[..HashDigits];
        var room = LongestName - Extension.Length - HashDigits - 1;
        var beginning = new StringBuilder();
        foreach (var letter in name.EnumerateRunes())
        {
            room -= letter.Utf8SequenceLength;
            if (room < 0) break;
            beginning.Append(letter);
        }
        return $"{beginning}~{hash}";
    }
}
