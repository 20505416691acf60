namespace BackpropAnimator.Files;

/// <summary>Removes what nobody will miss, if it can be removed: whatever led here matters more than that it cannot.</summary>
internal static class Discard
{
    public static void File(string path)
    {
        try
        {
            System.IO.File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays.
        }
    }

    /// <summary>A file that nobody holds open; whoever does keeps it.</summary>
    /// <returns>Whether it is gone.</returns>
    public static bool FileUnlessHeld(string path)
    {
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A folder with all that is in it.</summary>
    public static void Folder(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays.
        }
    }
}
