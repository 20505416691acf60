using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BackpropAnimator.Files;

/// <summary>What a path or an open file is. .NET tells folders and links from files, but neither pipes nor devices.</summary>
/// <param name="Device">Where the file is; together with its number it is told from every other file that is there now.</param>
/// <param name="Owner">The number of the user whose it is; 0 on Windows.</param>
/// <param name="Number">Its inode; on Windows the time of its creation, in ticks.</param>
internal readonly partial record struct FileStatus(FileKind Kind, uint Owner, long Device, long Number)
{
    /// <summary>What a path leads to, its links followed.</summary>
    public static FileStatus Of(string path)
    {
        if (OperatingSystem.IsWindows()) return ByAttributes(path);
        return OperatingSystem.IsMacOS() ? MacStatus.Of(path, followsLinks: true) : LinuxStatus.Of(path, followsLinks: true);
    }

    /// <summary>What a path itself is: a link, too.</summary>
    public static FileStatus OfEntry(string path)
    {
        if (OperatingSystem.IsWindows()) return ByAttributes(path);
        return OperatingSystem.IsMacOS() ? MacStatus.Of(path, followsLinks: false) : LinuxStatus.Of(path, followsLinks: false);
    }

    /// <summary>What an open file is.</summary>
    public static FileStatus Of(SafeFileHandle file)
    {
        if (OperatingSystem.IsWindows()) return new(FileKind.Regular, 0, 0, File.GetCreationTimeUtc(file).Ticks);
        return OperatingSystem.IsMacOS() ? MacStatus.Of(file) : LinuxStatus.Of(file);
    }

    // Windows keeps pipes and devices apart from files, by their names.
    static FileStatus ByAttributes(string path)
    {
        if (Directory.Exists(path)) return new(FileKind.Folder, 0, 0, Directory.GetCreationTimeUtc(path).Ticks);
        return File.Exists(path) ? new(FileKind.Regular, 0, 0, File.GetCreationTimeUtc(path).Ticks) : default;
    }

    // The type among the bits of a file's mode, the same on every Unix (inode(7)).
    static FileKind KindOf(int mode) => (mode & 0xF000) switch
    {
        0x1000 => FileKind.Pipe,
        0x2000 => FileKind.CharacterDevice,
        0x4000 => FileKind.Folder,
        0x6000 => FileKind.BlockDevice,
        0x8000 => FileKind.Regular,
        0xA000 => FileKind.Link,
        0xC000 => FileKind.Socket,
        _ => FileKind.Absent,
    };

    /// <summary>statx(2), whose answer is laid out in the same way on every processor.</summary>
    static unsafe partial class LinuxStatus
    {
        const int CurrentFolder = -100, NoFollow = 0x100, EmptyPath = 0x1000;
        const uint TypeModeOwnerAndInode = 0x10B;
        const int Size = 256, OwnerId = 20, Mode = 28, Inode = 32, DeviceMajor = 136, DeviceMinor = 140;

        public static FileStatus Of(string path, bool followsLinks)
        {
            var answer = stackalloc byte[Size];
            return Read(answer, StatX(CurrentFolder, path, followsLinks ? 0 : NoFollow, TypeModeOwnerAndInode, answer));
        }

        public static FileStatus Of(SafeFileHandle file)
        {
            var answer = stackalloc byte[Size];
            return Read(answer, StatX(file, "", EmptyPath, TypeModeOwnerAndInode, answer));
        }

        static FileStatus Read(byte* answer, int error) => error != 0
            ? default
            : new(
                KindOf(*(ushort*)(answer + Mode)), *(uint*)(answer + OwnerId),
                (long)*(uint*)(answer + DeviceMajor) << 32 | *(uint*)(answer + DeviceMinor),
                *(long*)(answer + Inode));

        [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int StatX(int folder, string path, int flags, uint mask, byte* answer);

        [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int StatX(SafeFileHandle file, string path, int flags, uint mask, byte* answer);
    }

    /// <summary>stat(2) with inodes of 64 bits, which has a name of its own where there were shorter ones before.</summary>
    static unsafe partial class MacStatus
    {
        const int Size = 256, Device = 0, Mode = 4, Inode = 8, OwnerId = 16;

        static readonly bool isIntel = RuntimeInformation.ProcessArchitecture == Architecture.X64;

        public static FileStatus Of(string path, bool followsLinks)
        {
            var answer = stackalloc byte[Size];
            return Read(answer, followsLinks
                ? isIntel ? StatOnIntel(path, answer) : Stat(path, answer)
                : isIntel ? StatOfLinkOnIntel(path, answer) : StatOfLink(path, answer));
        }

        public static FileStatus Of(SafeFileHandle file)
        {
            var answer = stackalloc byte[Size];
            return Read(answer, isIntel ? StatOfFileOnIntel(file, answer) : StatOfFile(file, answer));
        }

        static FileStatus Read(byte* answer, int error) =>
            error != 0
                ? default
                : new(KindOf(*(ushort*)(answer + Mode)), *(uint*)(answer + OwnerId), *(int*)(answer + Device), *(long*)(answer + Inode));

        [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int Stat(string path, byte* answer);

        [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int StatOnIntel(string path, byte* answer);

        [LibraryImport("libc", EntryPoint = "lstat", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int StatOfLink(string path, byte* answer);

        [LibraryImport("libc", EntryPoint = "lstat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int StatOfLinkOnIntel(string path, byte* answer);

        [LibraryImport("libc", EntryPoint = "fstat")]
        private static partial int StatOfFile(SafeFileHandle file, byte* answer);

        [LibraryImport("libc", EntryPoint = "fstat$INODE64")]
        private static partial int StatOfFileOnIntel(SafeFileHandle file, byte* answer);
    }
}
