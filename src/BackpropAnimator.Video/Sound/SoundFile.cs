using System.Security.Cryptography;
using BackpropAnimator.Files;

namespace BackpropAnimator.Video.Sound;

/// <summary>Files with sound that somebody else made.</summary>
internal static class SoundFile
{
    /// <summary>
    /// FFmpeg's options for reading one: only what holds sound itself is taken for such a file, and no list that leads to others.
    /// </summary>
    public const string Options = "-protocol_whitelist file -format_whitelist wav,w64,aiff,mp3,flac,ogg,mov,matroska,aac";

    /// <exception cref="RenderException">It is not there, or cannot be read.</exception>
    public static string HashOf(string file)
    {
        try
        {
            using var stream = RegularFile.OpenRead(file);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RenderException($"Cannot read the sound in {file}: {e.Message.TrimEnd('.')}.", e);
        }
    }
}
