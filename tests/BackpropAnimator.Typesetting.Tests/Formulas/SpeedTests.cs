using System.Diagnostics;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class SpeedTests(Shelf shelf)
{
    [Fact]
    public void Laying_out_any_formula_of_the_lessons_takes_at_most_two_milliseconds()
    {
        foreach (var source in FormulaSpecimen.Lines)
        {
            var times = new List<double>();
            for (var i = 0; i < 25; i++)
            {
                // A size of its own each time, so that nothing is remembered.
                var watch = Stopwatch.StartNew();
                shelf.Fonts.Lay(source, 40 + i / 100f);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
            // The fastest run is the least disturbed by whatever else the machine does.
            Assert.True(times.Min() <= 2, $"{times.Min():F2} ms for {source}");
        }
    }
}
