using System.Security.Cryptography;
using System.Text;

namespace BackpropAnimator.Files;

/// <summary>A name for a text by what is in it.</summary>
internal static class TextHash
{
    /// <returns>64 hexadecimal digits: SHA-256 of its UTF-8.</returns>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
