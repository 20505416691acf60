namespace BackpropAnimator.Files;

/// <summary>The kinds of things that a name in the file system may stand for.</summary>
internal enum FileKind
{
    /// <summary>Nothing is there, or nothing that this user may see.</summary>
    Absent,

    Regular,
    Folder,

    /// <summary>A symbolic link, where links are not followed.</summary>
    Link,

    Pipe,
    Socket,

    /// <summary>A terminal, for instance.</summary>
    CharacterDevice,

    /// <summary>A disk, for instance.</summary>
    BlockDevice,
}

internal static class FileKindWords
{
    /// <summary>With its article, as in "it is a pipe".</summary>
    public static string InWords(this FileKind kind) => kind switch
    {
        FileKind.Absent => "nothing",
        FileKind.Regular => "a file",
        FileKind.Folder => "a folder",
        FileKind.Link => "a symbolic link",
        FileKind.Pipe => "a pipe",
        FileKind.Socket => "a socket",
        FileKind.CharacterDevice => "a device",
        FileKind.BlockDevice => "a disk",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
