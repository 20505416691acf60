using System.Net.Sockets;
using System.Runtime.InteropServices;
using BackpropAnimator.Files;
using Microsoft.Win32.SafeHandles;

namespace BackpropAnimator.Video.Files;

/// <summary>Opens what takes bytes as they come: pipes, sockets and devices such as terminals.</summary>
internal static partial class Outlet
{
    // A shell starts a pipe's two ends one after the other: five seconds at most.
    const int Tries = 250;
    static readonly TimeSpan betweenTries = TimeSpan.FromMilliseconds(20);

    /// <param name="tries">How often to look for a pipe's reader.</param>
    /// <exception cref="IOException">It cannot be written, or nobody reads it.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static Stream Open(Destination destination, int tries = Tries)
    {
        switch (destination.Kind)
        {
            case FileKind.CharacterDevice:
                return Opened(destination.Path);
            case FileKind.Pipe:
                using (AwaitReader(destination.Path, tries)) return Opened(destination.Path);
            case FileKind.Socket:
                return Connected(destination.Path);
            case FileKind.BlockDevice:
                throw new IOException("it is a disk, and what is on it would be lost");
            case FileKind.Absent or FileKind.Regular or FileKind.Folder or FileKind.Link:
            default:
                throw new ArgumentException($"{destination.Path} is no stream.");
        }
    }

    static FileStream Opened(string path) => new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    static NetworkStream Connected(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return new(socket, ownsSocket: true);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new IOException($"it is a socket, and nobody listens there ({e.Message})", e);
        }
    }

    /// <summary>Waits for a pipe's reader, as opening does, but not for ever.</summary>
    /// <returns>A writing end: while it is open, opening another one does not wait.</returns>
    static SafeFileHandle AwaitReader(string pipe, int tries)
    {
        for (var i = 0; i < tries; i++)
        {
            var end = Open(pipe, OperatingSystem.IsMacOS() ? MacFlags : LinuxFlags);
            if (!end.IsInvalid) return end;
            // What else may be wrong with it is told by whoever opens it in earnest.
            if (Marshal.GetLastPInvokeError() != NoReader) return end;
            end.Dispose();
            Thread.Sleep(betweenTries);
        }
        throw new IOException("it is a pipe, and nobody reads from it");
    }

    // O_WRONLY, O_NONBLOCK and O_CLOEXEC: a program that we start meanwhile would keep the pipe open for as long as it runs.
    const int LinuxFlags = 1 | 0x800 | 0x80000, MacFlags = 1 | 4 | 0x1000000;
    const int NoReader = 6; // ENXIO

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);
}
