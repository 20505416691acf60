using System.Xml.Linq;

namespace BackpropAnimator.Cli.Tests;

public class ProjectOrderTests
{
    // What others build on, called as the whole.
    const string Library = "BackpropAnimator";

    // Who may use whom: script → lesson → frame → pixels → file, and nothing points back.
    static readonly Dictionary<string, string[]> allowed = new()
    {
        ["Catalogs"] = ["Microsoft.CodeAnalysis.CSharp", "YamlDotNet"],
        ["Files"] = [],
        ["Network"] = ["MathNet.Numerics"],
        ["Lab"] = ["Network"],
        ["Web"] = ["Lab"],
        ["Timeline"] = [],
        ["Script"] = ["Files", "Network", "Timeline", "YamlDotNet", "Google.Protobuf"],
        ["Speech"] = ["Files", "Script"],
        ["Typesetting"] = ["SkiaSharp", "HarfBuzzSharp"],
        ["Drawing"] = ["Typesetting"],
        ["Lessons"] = ["Script", "Speech", "Network", "Timeline", "Drawing", "Typesetting"],
        ["Pages"] = ["Network", "Lab", "Script", "Typesetting", "Lessons"],
        ["Video"] = ["Files", "Drawing", "Timeline", "FFMpegCore", "Wcwidth"],
        [Library] = ["Script", "Speech", "Network", "Timeline", "Typesetting", "Drawing", "Lessons", "Video"],
        // With ASP.NET Core's server, of which nothing else knows.
        ["Studio"] = [Library, "Files", "Script", "Speech", "Timeline", "Typesetting", "Drawing", "Lessons", "Video"],
        ["Cli"] =
        [
            Library, "Studio", "Files", "Network", "Timeline", "Script", "Speech", "Typesetting", "Drawing", "Lessons", "Video",
            "Lab", "Pages", "System.CommandLine", "Spectre.Console",
        ],
    };

    public static TheoryData<string> Projects() => [.. allowed.Keys];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_uses_only_what_lies_before_it(string name)
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", NameOf(name), NameOf(name) + ".csproj"));
        // A source generator runs in the compiler, and is no part of what is built.
        var used = project.Descendants("ProjectReference").Where(r => r.Attribute("OutputItemType")?.Value != "Analyzer")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value).Replace("BackpropAnimator.", ""))
            // A library and what is native in it for each system are one.
            .Concat(project.Descendants("PackageReference").Where(r => !IsForTheBuildAlone(r))
                .Select(r => r.Attribute("Include")!.Value.Split(".NativeAssets")[0]));
        Assert.Empty(used.Except(allowed[name]));
    }

    [Fact]
    public void Only_the_studio_is_built_on_a_web_server() => Assert.Equal(
        ["Studio"], allowed.Keys.Where(name => XDocument
            .Load(Path.Combine(Repository.Root, "src", NameOf(name), NameOf(name) + ".csproj")).Descendants("FrameworkReference").Any()));

    static bool IsForTheBuildAlone(XElement package) => package.Attribute("PrivateAssets")?.Value == "all";

    [Fact]
    public void Every_project_has_its_place_in_the_order() => Assert.Equal(
        allowed.Keys.Select(NameOf).Order(StringComparer.Ordinal),
        Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal));

    static string NameOf(string project) => project == Library ? Library : $"{Library}.{project}";

    [Fact]
    public void The_order_has_no_cycle()
    {
        List<string> placed = [];
        while (placed.Count < allowed.Count)
        {
            var next = allowed.Keys.FirstOrDefault(p => !placed.Contains(p) && allowed[p].Where(allowed.ContainsKey).All(placed.Contains));
            Assert.NotNull(next);
            placed.Add(next);
        }
    }
}
