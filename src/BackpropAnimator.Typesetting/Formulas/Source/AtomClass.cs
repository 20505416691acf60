namespace BackpropAnimator.Typesetting;

/// <summary>What an atom is to its neighbours, which decides the space between them. The TeXbook, chapter 17.</summary>
internal enum AtomClass
{
    Ordinary,
    Operator,
    Binary,
    Relation,
    Opening,
    Closing,
    Punctuation,
    Inner,
}
