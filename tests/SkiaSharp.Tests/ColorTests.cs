namespace SkiaSharp.Tests;

public class ColorTests
{
    [Theory]
    [InlineData("#00E5FF", 0xFF00E5FF)]
    [InlineData("8000e5ff", 0x8000E5FF)]
    [InlineData(" #0ef ", 0xFF00EEFF)]
    [InlineData("#80ef", 0x8800EEFF)]
    public void Colors_are_read_from_hexadecimal_digits(string text, uint color) => Assert.Equal(new SKColor(color), SKColor.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("#12345")]
    [InlineData("orange")]
    [InlineData(null)]
    public void Other_text_is_no_color(string? text) => Assert.False(SKColor.TryParse(text!, out _));

    [Fact]
    public void A_color_is_written_as_its_digits() => Assert.Equal("#8000e5ff", new SKColor(0, 229, 255, 128).ToString());
}
