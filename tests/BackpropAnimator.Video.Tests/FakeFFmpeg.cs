namespace BackpropAnimator.Video.Tests;

/// <summary>A folder with an <c>ffmpeg</c> that misbehaves.</summary>
sealed class FakeFFmpeg : IDisposable
{
    readonly TemporaryFolder folder = new();

    /// <param name="script">What it does, in the language of sh.</param>
    public FakeFFmpeg(string script)
    {
        File.WriteAllText(folder["ffmpeg"], $"#!/bin/sh\n{script}\n");
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("Shell scripts need a Unix shell.");
        File.SetUnixFileMode(folder["ffmpeg"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Folder => folder.Path;

    public void Dispose() => folder.Dispose();
}
