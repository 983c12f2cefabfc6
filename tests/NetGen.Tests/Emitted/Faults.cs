namespace NetGen.Tests.Emitted;

/// <summary>
/// The faults that the comparison must catch. The networks are square, so that transposed weights and exchanged buffers fit; the batches end in the middle of a
/// block, a tile and a vector.
/// </summary>
internal static class Faults
{
    public const string Tiles = "Tiles";
    public const string Strips = "Strips";
    public const string Lanes = "Lanes";
    public const string OneSample = "OneSample";

    public static IReadOnlyList<Fault> All { get; } =
    [
        // Passes
        new(Tiles, "a bias gradient is dropped", @"RowKernels\.SumRows\(ref dz2[^;]*;", ""),
        new(Tiles, "a bias gradient is summed from another layer's", @"RowKernels\.SumRows\(ref dz2", "RowKernels.SumRows(ref da3"),
        new(Tiles, "a square weight is not transposed on the way back", @"InputGradient33To33\.Run\(ref dz2, ref W2, ref da1", "Dense33To33.Run(ref dz2, ref W2, ref Unsafe.Add(ref p, 3333), ref da1"),
        new(Tiles, "a square weight's gradient is transposed", @"WeightGradient33To33\.Run\(ref a1, ref dz2", "WeightGradient33To33.Run(ref dz2, ref a1"),
        new(Tiles, "the way back goes through another layer's weights", @"InputGradient33To33\.Run\(ref da3, ref W3", "InputGradient33To33.Run(ref da3, ref Unsafe.Add(ref p, 1122)"),
        new(Tiles, "a derivative is taken one layer off", @"(?<=Elementwise\.Backward\(new Mish\(\), )ref z2", "ref Unsafe.Add(ref w, 25392)"),
        new(Tiles, "a derivative is taken from the gradient itself", @"(?<=Elementwise\.Backward\(new Mish\(\), )ref z2", "ref da2"),
        new(Tiles, "a derivative is another function's", @"Elementwise\.Backward\(new Mish\(\)", "Elementwise.Backward(new Silu()"),
        new(Tiles, "a derivative is left out", @"Elementwise\.Backward\(new Relu\(\)[^;]*;", ""),
        new(Tiles, "an activation is left out of prediction alone", @"(?<=ref float a2 = ref Unsafe\.Add\(ref w, 13872\);[^\n]*\n\s*)Elementwise\.Forward\(new Mish\(\)[^;]*;", ""),
        new(Tiles, "a bias is another layer's", @"Dense33To33\.Run\(ref a1, ref W2, ref b2", "Dense33To33.Run(ref a1, ref W2, ref b1"),
        new(Tiles, "the mean over the batch is forgotten in the gradients", @"float scale = \(float\)\(1 / [^;]*;", "float scale = 1f;"),
        new(Tiles, "the mean over the batch is forgotten in the loss", @"return \(float\)\(loss / [^;]*;", "return (float)loss;"),
        new(Tiles, "the mean is taken over the last block alone", @"float scale = \(float\)\(1 / \(double\)samples\)", "float scale = (float)(1 / (double)(samples % 256))"),
        new(Tiles, "a later block overwrites the gradients", @"accumulate: first > 0", "accumulate: false"),
        new(Tiles, "the first block adds to what is there", @"accumulate: first > 0", "accumulate: true"),
        new(Tiles, "every block reads the first one's inputs", @"ref Unsafe\.Add\(ref MemoryMarshal\.GetReference\(inputs\), \(nuint\)first \* 33\)", "ref MemoryMarshal.GetReference(inputs)"),
        new(Tiles, "every block reads the first one's targets", @"targets\.Slice\(first, rows\)", "targets.Slice(0, rows)"),
        new(Tiles, "every block writes the first one's input gradients", @"ref Unsafe\.Add\(ref dx, \(nuint\)first \* 33\)", "ref dx"),
        new(Tiles, "the input gradient is taken one layer off", @"InputGradient33To33\.Run\(ref dz1, ref W1", "InputGradient33To33.Run(ref dz1, ref Unsafe.Add(ref p, 1122)"),

        // Products: what they do with their sizes is in the library, and tested there
        new(Tiles, "the last sample is left out of a weight gradient", @"(WeightGradient33To33\.Run\([^;]*), samples, accumulate", "$1, samples - 1, accumulate"),
        new(Tiles, "the last column is not computed", @"(?<=struct Dense33To33 : [^}]*Columns => )33", "32"),
        new(Tiles, "a rectifier is left out", @"Epilogue\.Rectified", "Epilogue.Linear"),
        new(Tiles, "a bias is left out", @"(?<=Dense33To33, )Epilogue\.FromBias", "Epilogue.FromZero"),
        new(Tiles, "a sum stops one product early", @"(?<=struct Dense33To33 : [^}]*Depth => )33", "32"),
        new(Tiles, "a weight row is as long as its vectors", @"(?<=struct Dense33To33 : [^}]*RightStride => )33", "32"),
        new(Tiles, "a weight gradient does not add to the former block's", @"(?<=WeightGradient33To33\.Run\([^;]*)accumulate\)", "false)"),
        new(Tiles, "the last row of a weight gradient is not computed", @"(?<=struct WeightGradient33To33 : [^}]*Rows => )33", "32"),
        new(Tiles, "an input gradient stops one product early", @"(?<=struct InputGradient33To33 : [^}]*Depth => )33", "32"),

        // Lanes
        new(Lanes, "the input is not rescaled", @"RowKernels\.ScaleRows\(ref x, [^;]*;", ""),
        new(Lanes, "the input gradient is not rescaled", @"0\.5f, 0\); // d input", "1f, 0); // d input"),
        new(Lanes, "the mean is over samples, not over outputs too", @"float scale = \(float\)\(1 / \(\(double\)samples \* 6\)\)", "float scale = (float)(1 / (double)samples)"),
        new(Lanes, "a weight gradient overwrites the former group's", @"dW21 = TOps\.MultiplyAddEstimate\(x2, dz1, dW21\)", "dW21 = TOps.Multiply(x2, dz1)"),
        new(Lanes, "the weight gradients of the first group alone count", @"for \(nuint k = groups; k != 0; k--\)", "for (nuint k = 1; k != 0; k--)"),
        new(Lanes, "a bias gradient is dropped", @"db\d = TOps\.Add\(db\d, dz\d\);", ""),
        new(Lanes, "a bias gradient is that of the last group alone", @"(db(\d)) = TOps\.Add\(db\d, dz\2\);", "$1 = dz$2;"),
        new(Lanes, "every block overwrites the gradients", @"accumulate: first > 0", "accumulate: false"),
        new(Lanes, "a group is as long as one value less", @"z = ref Unsafe\.Add\(ref z, 12 \* TOps\.Lanes\)", "z = ref Unsafe.Add(ref z, 11 * TOps.Lanes)"),
        new(Lanes, "a weight is its neighbour", @"TOps\.Broadcast\(ref w, 1\)", "TOps.Broadcast(ref w, 2)"),
        new(Lanes, "a product takes the group before its own", @"s11 = TOps\.MultiplyAddEstimate\(v1, w1, s11\)", "s11 = TOps.MultiplyAddEstimate(v0, w1, s11)"),
        new(Lanes, "a derivative is taken one layer off", @"(?<=Elementwise\.Backward\(new Tanh\(\), )ref a1", "ref Unsafe.Add(ref w, 9216)"),
        new(Lanes, "the first block adds to what is there", @"accumulate: first > 0", "accumulate: true"),
        new(Lanes, "the last gradient is not written", @"(?<=LaneKernels\.Reduce\(ref dp, \(int\)TOps\.Lanes, )84", "83"),
        new(Lanes, "the lanes' gradients are summed one lane short", @"(?<=LaneKernels\.Reduce\(ref dp, \(int\)TOps\.Lanes)(?=, 84)", " - 1"),
        new(Lanes, "an activation layer is left out of training", @"Elementwise\.Forward\(new Silu\(\), ref a1, ref a2[^;]*;(?=\s*// a3 = a2 W3 \+ b3\s*ref float a3 = ref Unsafe)", "RowKernels.CopyRows(ref a1, 0, ref a2, 0, 1, (int)(groups * 6 * TOps.Lanes));"),

        // Factors beyond the first-level cache, which tiles multiply from copies
        new(Strips, "a sum stops one product early", @"(?<=struct Dense101To101 : [^}]*Depth => )101", "100"),
        new(Strips, "a weight row is as long as its vectors", @"(?<=struct Dense101To101 : [^}]*RightStride => )101", "104"),
        new(Strips, "a panel is read from rows of another length", @"(?<=struct WeightGradient101To101 : [^}]*LeftStride => )112", "111"),
        new(Strips, "a transposed strip stops one product early", @"(?<=struct InputGradient101To101 : [^}]*Depth => )101", "100"),

        // One sample
        new(OneSample, "a row of weights is its neighbour", @"(?<=TOps\.Load\(ref p, W2 \+ )9\)", "18)"),
        new(OneSample, "a bias is left out", @"TOps\.Load\(ref p, b2\)", "TOps.Zero"),
        new(OneSample, "a partial sum is dropped", @"TOps\.Add\(TOps\.Add\(z2, z2b\), TOps\.Add\(z2c, z2d\)\)", "TOps.Add(TOps.Add(z2, z2b), z2c)"),
        new(OneSample, "an activation is left out", @"TOps\.AtLeast\(TOps\.Zero, z2\)", "z2"),
        new(OneSample, "a derivative is left out", @" \* new Tanh\(\)\.Derivative\(Vector256\.LoadUnsafe\(ref s, a1At \+ i\)\)", ""),
        new(OneSample, "a row of weight gradients is written one off", @"ref dp, W2 \+ \(i \* 9\)\)", "ref dp, W2 + (i * 9) + 1)"),
        new(OneSample, "the last bias gradient is not written", @"MemoryMarshal\.CreateReadOnlySpan\(ref Unsafe\.Add\(ref s, dz1At\), 9\)", "MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref s, dz1At), 8)"),
        new(OneSample, "the mean over the outputs is forgotten in the gradients", @"const float scale = [^;]*;", "const float scale = 1f;"),
    ];
}
