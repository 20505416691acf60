using System.Globalization;
using System.Text.Json;

namespace BackpropAnimator.Pages.Tests.Student;

[Collection(InTheBrowser.Name)]
public sealed class TraceTests(Browser browser) : IDisposable
{
    readonly LessonFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("gradient-flow")]
    [InlineData("glass-box-xor")]
    [InlineData("cross-entropy")]
    [InlineData("iris")]
    [InlineData("vanishing")]
    public async Task Every_number_of_the_page_is_that_of_the_trace_to_the_last_digit(string scene)
    {
        await using var page = await StudentPage.OpenAsync(browser, folder.PageOf(LessonFolder.Shipped(scene)));
        await page.Page.ClickAsync("#numbers summary");
        await page.Page.WaitForSelectorAsync("#numbers td[data-value]");
        var shown = await page.Page.EvalOnSelectorAllAsync<string[]>(
            "#numbers td[data-value]", "cells => cells.map(cell => cell.dataset.value)");

        var trace = NumbersOf(folder.TraceOf(LessonFolder.Shipped(scene))).ToList();

        Assert.Equal(trace.Count, shown.Length);
        Assert.All(trace.Zip(shown), pair => Assert.Equal(pair.First, double.Parse(pair.Second, CultureInfo.InvariantCulture)));
    }

    // In the order of the page's tables: the units layer by layer, then the weights.
    static IEnumerable<double> NumbersOf(JsonElement trace)
    {
        var layers = trace.GetProperty("network").GetProperty("layers").EnumerateArray().ToList();
        var (forward, backward) = (trace.GetProperty("forward"), trace.GetProperty("backward"));
        for (var l = 0; l < layers.Count; l++)
            for (var j = 0; j < layers[l].GetProperty("biases").GetArrayLength(); j++)
            {
                yield return forward[l].GetProperty("z")[j].GetDouble();
                yield return forward[l].GetProperty("a")[j].GetDouble();
                yield return backward[l].GetProperty("dL_da")[j].GetDouble();
                yield return backward[l].GetProperty("slope")[j].GetDouble();
                yield return backward[l].GetProperty("delta")[j].GetDouble();
                yield return layers[l].GetProperty("biases")[j].GetDouble();
                yield return backward[l].GetProperty("dL_db")[j].GetDouble();
            }
        for (var l = 0; l < layers.Count; l++)
            foreach (var (j, row) in layers[l].GetProperty("weights").EnumerateArray().Index())
                foreach (var (i, weight) in row.EnumerateArray().Index())
                {
                    yield return weight.GetDouble();
                    yield return backward[l].GetProperty("dL_dw")[j][i].GetDouble();
                }
    }
}
