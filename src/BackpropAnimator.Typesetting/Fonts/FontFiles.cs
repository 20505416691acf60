using System.Security.Cryptography;

namespace BackpropAnimator.Typesetting;

/// <summary>Where each face lies in the folder of fonts.</summary>
internal static class FontFiles
{
    public static string FolderBesideTheProgram => Path.Combine(AppContext.BaseDirectory, "fonts");

    public static string PathOf(Face face, string folder) => Path.Combine(folder, face switch
    {
        Face.Regular or Face.SpareRegular => "inter/Inter-Regular.otf",
        Face.Medium => "inter/Inter-Medium.otf",
        Face.SemiBold or Face.SpareSemiBold => "inter/Inter-SemiBold.otf",
        Face.Bold => "inter/Inter-Bold.otf",
        Face.Math => "latin-modern-math/latinmodern-math.otf",
        _ => throw new ArgumentOutOfRangeException(nameof(face), face, null),
    });

    /// <summary>A hash of all the files' bytes, as 16 hexadecimal digits.</summary>
    public static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var face in FontShelf.Faces) hash.AppendData(File.ReadAllBytes(PathOf(face, folder)));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}

/// <summary>The faces on the shelf: Inter for words and numbers, Latin Modern Math for formulas.</summary>
public enum Face
{
    Regular,
    Medium,
    SemiBold,
    Bold,
    Math,

    /// <summary>The program's own face where a scene's stands in its place: letters that the scene's lacks are taken from here.</summary>
    SpareRegular,

    /// <inheritdoc cref="SpareRegular"/>
    SpareSemiBold,
}
