namespace BackpropAnimator.Typesetting.Tests;

public sealed class CompositionTests
{
    [Theory]
    [InlineData("y\u0302", "ŷ")]
    [InlineData("e\u0302\u0300", "ề")]
    [InlineData("o\u0323\u031b", "ợ")] // marks in whatever order
    [InlineData("ê\u0323", "ệ")] // a letter that has a mark already
    [InlineData("α\u0301", "ά")]
    [InlineData("и\u0306", "й")]
    [InlineData("x\u0302", "x\u0302")] // no such letter
    [InlineData("a\u0315\u0300\u05AE\u0300", "à\u05AE\u0300\u0315")] // a mark blocks others of its class
    [InlineData("𝛿\u0302e\u0301", "𝛿\u0302é")]
    [InlineData("\u0302", "\u0302")]
    [InlineData("plain", "plain")]
    public void Letters_and_their_marks_become_one_character_where_there_is_one(string apart, string composed) =>
        Assert.Equal(composed, Composition.Compose(apart));

    [Fact]
    public void The_last_mark_comes_off_a_letter()
    {
        Assert.True(Composition.TryTake('ấ', out var bare, out var mark));
        Assert.Equal(('â', '\u0301'), (bare, mark));
        Assert.False(Composition.TryTake('y', out _, out _));
        Assert.False(Composition.TryTake('∂', out _, out _));
    }
}
