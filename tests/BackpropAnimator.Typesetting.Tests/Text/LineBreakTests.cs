namespace BackpropAnimator.Typesetting.Tests;

public sealed class LineBreakTests
{
    static string Parts(string text, IEnumerable<int> breaks)
    {
        int[] ends = [0, .. breaks, text.Length];
        return string.Join('|', ends.Zip(ends.Skip(1), (from, to) => text[from..to]));
    }

    [Theory]
    [InlineData("the chain rule", "the |chain |rule")]
    [InlineData("3-4-2 and/or x = 5", "3-4-2 |and/or |x |= |5")]
    [InlineData("ce que voit le réseau : 3 ?", "ce |que |voit |le |réseau : |3 ?")]
    [InlineData("반응 속도", "반응 |속도")]
    [InlineData("不间断\u00A0空格", "不|间|断\u00A0空|格")]
    [InlineData("反向传播：“梯度”下降。", "反|向|传|播：|“梯|度”|下|降。")]
    [InlineData("（见下图），完", "（见|下|图），|完")]
    [InlineData("誤差ッとデータのしくみ", "誤|差ッ|と|デー|タ|の|し|く|み")]
    [InlineData("「損失」を計算", "「損|失」|を|計|算")]
    [InlineData("人々は……そして", "人々|は……|そ|し|て")]
    [InlineData("损失loss是0.25%。", "损|失|loss|是|0.25%。")]
    [InlineData("ลดความชัน ลง", "ลดความชัน |ลง")]
    [InlineData("", "")]
    public void A_line_ends_where_readers_expect_it(string text, string parts) => Assert.Equal(parts, Parts(text, LineBreaks.In(text)));

    [Theory]
    [InlineData("น้ำหนักเแปร", "น้ำ|ห|นั|ก|เแป|ร")]
    [InlineData("gradient", "gradient")]
    public void A_word_without_spaces_is_parted_between_its_letters_where_it_must(string text, string parts) =>
        Assert.Equal(parts, Parts(text, LineBreaks.WithinWords(text)));
}
