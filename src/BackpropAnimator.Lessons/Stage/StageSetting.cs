namespace BackpropAnimator.Lessons;

/// <summary>How much of the stage the network has to itself: it takes what nothing else needs yet.</summary>
public enum StageSetting
{
    /// <summary>Nothing stands around it.</summary>
    Alone,
    /// <summary>The panel with formulas is below it.</summary>
    AbovePanel,
    /// <summary>Targets and the loss are beside it too, and δ above its units.</summary>
    WithLoss,
    /// <summary>The same, higher up and smaller: the panel with formulas has grown.</summary>
    AboveLargePanel,
}
