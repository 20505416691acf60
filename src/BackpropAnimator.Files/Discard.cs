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
