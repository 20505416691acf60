using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Studio.Frames;

/// <summary>
/// The painters of pictures of one size. Each frame goes to the free painter whose last one is nearest to it: that has least to repaint.
/// </summary>
/// <param name="most">How many paint at a time; others wait for one of them.</param>
internal sealed class PainterPool(SKSizeI size, FontShelf fonts, int most) : IDisposable
{
    readonly SemaphoreSlim free = new(most);
    readonly List<(Painter Painter, int LastFrame)> idle = [];

    /// <summary>Paints a frame, and reads the picture while no other frame is painted over it.</summary>
    /// <param name="cancellation">Nobody waits for the picture any more.</param>
    public async Task<T> PaintAsync<T>(int number, Func<int, Frame> compose, Func<Painter, T> read, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            var painter = Take(number);
            try
            {
                painter.Paint(compose(number));
                return read(painter);
            }
            finally
            {
                lock (idle) idle.Add((painter, number));
            }
        }
        finally
        {
            free.Release();
        }
    }

    Painter Take(int number)
    {
        lock (idle)
        {
            if (idle.Count == 0) return new(size, fonts);
            var nearest = idle.MinBy(it => Math.Abs(number - it.LastFrame));
            idle.Remove(nearest);
            return nearest.Painter;
        }
    }

    /// <summary>To be called when nobody paints.</summary>
    public void Dispose()
    {
        foreach (var (painter, _) in idle) painter.Dispose();
        free.Dispose();
    }
}
