namespace NetGen.Generators.Parsing;

/// <summary>Which numbers a property takes. Each test is made on the float32 that will be baked, where a tiny double is already 0.</summary>
internal enum NumberRange
{
    /// <summary>Any finite number.</summary>
    Any,

    /// <summary>Above 0.</summary>
    Positive,

    /// <summary>0 or above.</summary>
    NotNegative,

    /// <summary>Anything but 0.</summary>
    NotZero,

    /// <summary>At least 0 and below 1.</summary>
    Rate,

    /// <summary>Above 0 and at most 1.</summary>
    Share,

    /// <summary>Above 0, or the mark <c>Gain.Exact</c>.</summary>
    Gain,
}
