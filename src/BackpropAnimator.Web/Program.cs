using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using BackpropAnimator.Lab;

namespace BackpropAnimator.Web;

/// <summary>The laboratory in a browser: what the page's scripts call. Numbers come and go as JSON.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Program
{
    // A page has one network.
    static Laboratory? lab;

    static Laboratory Lab => lab ?? throw new InvalidOperationException("No model has been opened.");

    // The runtime starts with it; the page does the rest.
    static void Main()
    {
    }

    [JSExport]
    internal static void Open(string model) => lab = new(LabModel.Parse(model));

    [JSExport]
    internal static string? Change(string changes) => Lab.Change(changes);

    [JSExport]
    internal static void Reset() => Lab.Reset();

    [JSExport]
    internal static bool Learn() => Lab.Learn();

    [JSExport]
    internal static string Train(int epochs) => LabJson.HistoryOf(Lab.Train(epochs));

    [JSExport]
    internal static string Numbers() => LabJson.NumbersOf(Lab);

    [JSExport]
    internal static string Field(double low, double high, int count) => LabJson.FieldOf(Lab, low, high, count);

    [JSExport]
    internal static string UpdateOf(int layer, int to, int from) => LabJson.UpdateOf(Lab, layer, to, from);
}
