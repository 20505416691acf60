using BackpropAnimator.Files;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video.Tests;

/// <summary>What a killed render left goes with a later one: if it is ours for certain, and old.</summary>
public sealed class LeftoversTests : IDisposable
{
    static readonly TimeSpan twoDays = TimeSpan.FromDays(2);

    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();
    readonly ScratchFolder own = ScratchFolder.Create();
    readonly List<string> scratch = [];

    public void Dispose()
    {
        foreach (var path in scratch.Where(Directory.Exists)) Directory.Delete(path, recursive: true);
        own.Dispose();
        folder.Dispose();
        fonts.Dispose();
    }

    string Write(string name, TimeSpan age)
    {
        File.WriteAllText(folder[name], "half a video");
        File.SetLastWriteTimeUtc(folder[name], DateTime.UtcNow - age);
        return folder[name];
    }

    // As a killed process leaves it: with its lock, which nobody holds.
    string Scratch(TimeSpan age, string? noted = "")
    {
        var path = Directory.CreateTempSubdirectory(TemporaryNames.Prefix).FullName;
        scratch.Add(path);
        if (noted is not null) File.WriteAllText(ScratchFolder.LockIn(path), noted);
        File.WriteAllText(Path.Combine(path, "chunk.mp4"), "");
        Directory.SetLastWriteTimeUtc(path, DateTime.UtcNow - age);
        return path;
    }

    [Fact]
    public async Task The_next_render_into_a_folder_removes_old_parts_of_other_videos_and_nothing_else()
    {
        Write("old.mp4.backprop-part", twoDays);
        Write("young.mp4.backprop-part", TimeSpan.FromHours(1));
        Write("downloading.mp4.part", twoDays);
        Write("precious.mp4", twoDays);
        File.CreateSymbolicLink(folder["link.backprop-part"], "precious.mp4");

        await VideoRenderer.RenderAsync(TestFrames.MovingDisc(5, new(30)), TestFrames.Settings, fonts, folder["clip.mp4"]);

        Assert.Equal(
            ["clip.mp4", "downloading.mp4.part", "link.backprop-part", "precious.mp4", "young.mp4.backprop-part"], folder.Names);
    }

    [Fact]
    public void A_part_that_somebody_holds_stays_however_old_it_is()
    {
        using var part = new PartFile(folder["clip.mp4"]);
        File.SetLastWriteTimeUtc(part.Path, DateTime.UtcNow - twoDays);

        Leftovers.SweepTargets(folder.Path, own);

        Assert.True(File.Exists(part.Path));
    }

    [Fact]
    public void Folders_for_temporary_files_go_when_they_are_old_and_nobody_holds_them()
    {
        var (old, young, unlocked) = (Scratch(twoDays), Scratch(TimeSpan.FromHours(1)), Scratch(twoDays, noted: null));
        using var held = ScratchFolder.Create();
        Directory.SetLastWriteTimeUtc(held.Path, DateTime.UtcNow - twoDays);

        Leftovers.SweepScratch(own);

        Assert.Equal(
            (false, true, false, true),
            (Directory.Exists(old), Directory.Exists(young), Directory.Exists(unlocked), Directory.Exists(held.Path)));
    }

    [Fact]
    public void What_the_runtime_of_a_killed_process_left_goes_with_its_folder_as_far_as_it_was_noted()
    {
        // No process has that number.
        string[] names = ["dotnet-diagnostic-999999999-1-socket", "clr-debug-pipe-999999999-1-in", "dotnet-diagnostic-999999999-2-socket"];
        var paths = names.Select(name => Path.Combine(Path.GetTempPath(), name)).ToArray();
        foreach (var path in paths) File.WriteAllText(path, "");
        var precious = Write("precious", twoDays);
        Scratch(twoDays, noted: $"{names[0]}\n{names[1]}\n../{precious}\n{precious}");

        Leftovers.SweepScratch(own);

        Assert.Equal([false, false, true], paths.Select(File.Exists));
        Assert.True(File.Exists(precious));
        File.Delete(paths[2]);
    }

    [Fact]
    public void A_finished_render_leaves_nothing_in_the_folder_for_temporary_files()
    {
        string path;
        using (var folderOfOne = ScratchFolder.Create()) path = folderOfOne.Path;
        Assert.False(Directory.Exists(path));
    }
}
