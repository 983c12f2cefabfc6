namespace NetGen.Generators.Parsing;

/// <summary>What an attribute says about a network.</summary>
internal enum AttributeRole
{
    /// <summary>That the class is one.</summary>
    Network,

    /// <summary>That the class is a block of layers for networks.</summary>
    Block,

    /// <summary>What it receives.</summary>
    Input,

    /// <summary>One of its layers.</summary>
    Layer,

    /// <summary>What it is trained on.</summary>
    Loss,

    /// <summary>With what it is trained.</summary>
    Training,
}
