using System.IO.Compression;
using System.Xml.Linq;

namespace BackpropAnimator.Packages.Tests;

public sealed class PackageTests(PackedSolution packed) : IClassFixture<PackedSolution>
{
    public static TheoryData<string> Libraries() =>
        [
            "BackpropAnimator", "BackpropAnimator.Files", "BackpropAnimator.Network", "BackpropAnimator.Timeline",
            "BackpropAnimator.Script", "BackpropAnimator.Speech",
            "BackpropAnimator.Typesetting", "BackpropAnimator.Drawing", "BackpropAnimator.Lessons", "BackpropAnimator.Video",
            "BackpropAnimator.Studio",
        ];

    [Theory, MemberData(nameof(Libraries))]
    public void A_library_brings_its_documentation_its_readme_its_licence_and_its_symbols(string name)
    {
        using var package = ZipFile.OpenRead(PathOf(name, "nupkg"));
        using var symbols = ZipFile.OpenRead(PathOf(name, "snupkg"));
        var metadata = MetadataOf(package);

        Assert.Contains($"lib/net10.0/{name}.xml", package.Entries.Select(entry => entry.FullName));
        Assert.Contains($"lib/net10.0/{name}.pdb", symbols.Entries.Select(entry => entry.FullName));
        Assert.Equal("README.md", metadata["readme"]);
        Assert.StartsWith("MIT", metadata["license"], StringComparison.Ordinal);
        Assert.NotEqual("Package Description", metadata["description"]);
    }

    [Fact]
    public void The_fonts_come_with_the_package_that_sets_text_and_with_their_licences()
    {
        using var package = ZipFile.OpenRead(PathOf("BackpropAnimator.Typesetting", "nupkg"));
        var fonts = package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("fonts/", StringComparison.Ordinal));

        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "fonts"), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
            fonts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_builds_from_the_packages_and_passes_its_tests() =>
        PackedSolution.Dotnet(packed.Sample, "test", "OwnPhase.Tests", "-c", "Release", "--no-build", "--nologo");

    [Fact]
    public void The_tool_installs_and_renders_a_scene_with_a_phase_of_its_own()
    {
        var tools = Path.Combine(packed.Scratch, "tools");
        PackedSolution.Dotnet(
            packed.Scratch, "tool", "install", "BackpropAnimator.Tool", "--tool-path", tools, "--add-source", packed.Packages,
            "--version", PackedSolution.Version);

        var backprop = Path.Combine(tools, OperatingSystem.IsWindows() ? "backprop.exe" : "backprop");
        var (scene, video) = (Path.Combine(packed.Sample, "OwnPhase", "podium.yaml"), Path.Combine(packed.Scratch, "podium.mp4"));
        PackedSolution.Run(
            backprop, packed.Scratch, "render", scene, "--allow-plugins", "--no-cache", "--size", "320x180", "--fps", "5", "-o", video);
        var timeline = PackedSolution.Run(backprop, packed.Scratch, "timeline", scene, "--allow-plugins");

        Assert.True(new FileInfo(video).Length > 10_000);
        Assert.Contains("podium", timeline, StringComparison.Ordinal);
    }

    string PathOf(string package, string extension) => Path.Combine(packed.Packages, $"{package}.{PackedSolution.Version}.{extension}");

    static Dictionary<string, string> MetadataOf(ZipArchive package)
    {
        using var manifest = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(manifest).Root!.Elements().First().Elements().GroupBy(element => element.Name.LocalName)
            .ToDictionary(same => same.Key, same => same.First().Value);
    }
}
