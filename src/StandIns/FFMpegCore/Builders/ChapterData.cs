namespace FFMpegCore.Builders.MetaData;

public class ChapterData(string title, TimeSpan start, TimeSpan end)
{
    public string Title { get; } = title;
    public TimeSpan Start { get; } = start;
    public TimeSpan End { get; } = end;
}
