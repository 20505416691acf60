using System.Collections.Immutable;
using System.Security.Cryptography;

namespace BackpropAnimator.Typesetting;

/// <summary>Where each face lies in the folder of fonts.</summary>
internal static class FontFiles
{
    public static string FolderBesideTheProgram => Path.Combine(AppContext.BaseDirectory, "fonts");

    /// <summary>The faces that have a file.</summary>
    public static ImmutableArray<Face> Faces { get; } = [Face.Regular, Face.Medium, Face.SemiBold, Face.Bold, Face.Math];

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
        foreach (var face in Faces) hash.AppendData(File.ReadAllBytes(PathOf(face, folder)));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
