namespace NetGen.LayerKernels;

/// <summary>What all numbers that a layer draws in a step have in common: the generator's key and the upper half of its counter.</summary>
internal readonly struct DrawKey
{
    /// <summary>The numbers of a layer in a step.</summary>
    /// <param name="step">The seed, the step, and where the batch's share begins.</param>
    /// <param name="layer">The layer's number.</param>
    /// <param name="firstSample">The index in the share of the first sample that is drawn for.</param>
    public DrawKey(in StepContext step, int layer, nuint firstSample)
    {
        (Key0, Key1) = ((uint)step.Seed, (uint)(step.Seed >> 32));
        FirstSample = (uint)((ulong)step.FirstSample + firstSample);
        Counter2 = (uint)step.Step;
        Counter3 = (uint)layer | ((uint)(step.Step >> 32) << 16);
    }

    /// <summary>The key's lower word.</summary>
    public uint Key0 { get; }

    /// <summary>The key's upper word.</summary>
    public uint Key1 { get; }

    /// <summary>The counter's second word for the first sample.</summary>
    public uint FirstSample { get; }

    /// <summary>The counter's third word.</summary>
    public uint Counter2 { get; }

    /// <summary>The counter's highest word.</summary>
    public uint Counter3 { get; }
}
