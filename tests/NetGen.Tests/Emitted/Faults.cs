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
        new(Tiles, "a bias gradient is dropped", @"RowKernels\.SumRows\([^;]*\(ref dp, b2\)[^;]*;", ""),
        new(Tiles, "a bias gradient is summed from another layer's", @"RowKernels\.SumRows\(ref Add\(ref w, gradientB\)(?=[^;]*\(ref dp, b2\))", "RowKernels.SumRows(ref Add(ref w, gradientA)"),
        new(Tiles, "a square weight is not transposed on the way back", @"RowKernels\.Transpose\(ref Add\(ref W, (\d+) \* 33\), 33, \d+, 33, ref scratch, (\d+)\)", "RowKernels.CopyRows(ref Add(ref W, $1), 33, ref scratch, $2, 33, Math.Min($2, 33 - $1))"),
        new(Tiles, "a square weight's gradient is transposed", @"WeightGradient33To33\(ref Add\(ref w, a1\), ref Add\(ref w, gradientB\)", "WeightGradient33To33(ref Add(ref w, gradientB), ref Add(ref w, a1)"),
        new(Tiles, "the way back goes through another layer's weights", @"(?<=InputGradient33To33\(ref Add\(ref w, gradientA\), ref Add\(ref p, )W3", "W2"),
        new(Tiles, "a derivative is taken one layer off", @"(?<=Elementwise\.Backward\(new Mish\(\), ref Add\(ref w, )z2", "a1"),
        new(Tiles, "a derivative is taken from the output instead of the pre-activation", @"(?<=Elementwise\.Backward\(new Mish\(\), ref Add\(ref w, )z2", "a2"),
        new(Tiles, "a derivative is another function's", @"Elementwise\.Backward\(new Mish\(\)", "Elementwise.Backward(new Silu()"),
        new(Tiles, "a derivative is left out", @"Elementwise\.Backward\(new Relu\(\)[^;]*;", ""),
        new(Tiles, "an activation is left out of prediction alone", @"Elementwise\.Forward\(new Mish\(\), ref Add\(ref w, valueB\)[^;]*;", ""),
        new(Tiles, "a bias is another layer's", @"(?<=ref Add\(ref p, W2\), ref Add\(ref p, )b2", "b1"),
        new(Tiles, "the mean over the batch is forgotten in the gradients", @"var scale = \(float\)\(1 / [^;]*;", "var scale = 1f;"),
        new(Tiles, "the mean over the batch is forgotten in the loss", @"return \(float\)\(loss / [^;]*;", "return (float)loss;"),
        new(Tiles, "the mean is taken over the last block alone", @"var scale = \(float\)\(1 / \(double\)samples\)", "var scale = (float)(1 / (double)(samples % TrainingRows))"),
        new(Tiles, "a later block overwrites the gradients", @"accumulate: first > 0", "accumulate: false"),
        new(Tiles, "the first block adds to what is there", @"accumulate: first > 0", "accumulate: true"),
        new(Tiles, "every block reads the first one's inputs", @"ref Add\(ref MemoryMarshal\.GetReference\(inputs\), \(nuint\)first \* 33\)", "ref MemoryMarshal.GetReference(inputs)"),
        new(Tiles, "every block reads the first one's targets", @"targets\.Slice\(first, rows\)", "targets.Slice(0, rows)"),
        new(Tiles, "every block writes the first one's input gradients", @"ref Add\(ref dx, \(nuint\)first \* 33\)", "ref dx"),
        new(Tiles, "the input gradient is taken one layer off", @"(?<=InputGradient33To33\(ref Add\(ref w, )gradientA(?=\), ref Add\(ref p, W1)", "gradientB"),

        // Kernels
        new(Tiles, "the last rows of a batch are skipped", @"(for \(nuint r = end2; r )< samples; r\+\+\)", "$1> samples; r++)"),
        new(Tiles, "the last column is written one off", @"(?<=ref Add\(ref a, \(r \* 48\) \+ )24", "23"),
        new(Tiles, "a rectifier is left out of one row of a tile", @"MaxNative\(default, c10\)", "c10"),
        new(Tiles, "a product goes to the wrong column of a tile", @"c11 = Fma\(l, r1, c11\)", "c11 = Fma(l, r0, c11)"),
        new(Tiles, "a sum stops one product early", @"for \(nuint k = 33; k != 0; k--\)", "for (nuint k = 32; k != 0; k--)"),
        new(Tiles, "a weight row is as long as its vectors", @"W = ref Add\(ref W, 33\)", "W = ref Add(ref W, 32)"),
        new(Tiles, "a tile of weight gradients does not add to the former block's", @"c10 \+= Load\(ref dW, 33\)", "_ = Load(ref dW, 33)"),
        new(Tiles, "the rows of a weight gradient are one off", @"(?<=ref Add\(ref dW, \(r \* 33\) \+ )(c|\d+)\)", "$1 + 1)"),

        // Lanes
        new(Lanes, "the input is not rescaled", @"RowKernels\.ScaleRows\(ref x, [^;]*;", ""),
        new(Lanes, "the input gradient is not rescaled", @"0\.5f, 0\); // d input", "1f, 0); // d input"),
        new(Lanes, "the mean is over samples, not over outputs too", @"var scale = \(float\)\(1 / \(\(double\)samples \* 6\)\)", "var scale = (float)(1 / (double)samples)"),
        new(Lanes, "a weight gradient overwrites the former group's", @"c21 = MultiplyAddEstimate\(l2, r1, c21\)", "c21 = l2 * r1"),
        new(Lanes, "the weight gradients of the first group alone count", @"for \(var k = groups; k != 0; k--\)", "for (nuint k = 1; k != 0; k--)"),
        new(Lanes, "a bias gradient is dropped", @"c\d(\d) \+= r\1;", ""),
        new(Lanes, "a bias gradient is that of the last group alone", @"(c\d(\d)) \+= r\2;", "$1 = r$2;"),
        new(Lanes, "every block overwrites the gradients", @"accumulate: first > 0", "accumulate: false"),
        new(Lanes, "a group is as long as one value less", @"z = ref Add\(ref z, 96\);", "z = ref Add(ref z, 88);"),
        new(Lanes, "two weights of a square layer are exchanged", @"Vector256\.Create\(Add\(ref W, 1\)\)", "Vector256.Create(Add(ref W, 6))"),
        new(Lanes, "a product takes the group before its own", @"b1 = MultiplyAddEstimate\(v1, w, b1\)", "b1 = MultiplyAddEstimate(v0, w, b1)"),
        new(Lanes, "a derivative is taken one layer off", @"(?<=Elementwise\.Backward\(new Tanh\(\), ref Add\(ref w, )a1", "a2"),
        new(Lanes, "the first block adds to what is there", @"accumulate: first > 0", "accumulate: true"),
        new(Lanes, "the last gradient is not written", @"(?<=LaneKernels\.Reduce\(ref dp, \(int\)Kernels\.Lanes, )84", "83"),
        new(Lanes, "the lanes' gradients are summed one lane short", @"(?<=LaneKernels\.Reduce\(ref dp, \(int\)Kernels\.Lanes)(?=, 84)", " - 1"),
        new(Lanes, "an activation layer is left out of training", @"Elementwise\.Forward\(new Silu\(\), ref Add\(ref w, a1 [^;]*;", "RowKernels.CopyRows(ref Add(ref w, a1 * Kernels.Lanes), Kernels.Lanes, ref Add(ref w, a2 * Kernels.Lanes), Kernels.Lanes, (int)groups * 6, (int)Kernels.Lanes);"),

        // Copies of what tiles multiply
        new(Strips, "a strip of weights is copied one column off", @"Panels\.Copy\(ref right,", "Panels.Copy(ref Add(ref right, 1),"),
        new(Strips, "a strip of weights is copied one row short", @"Panels\.Copy\(ref right, stride, 101", "Panels.Copy(ref right, stride, 100"),
        new(Strips, "a strip of weights is copied and not read", @"right = ref scratch;", ""),
        new(Strips, "copied weights are read too narrow", @"stride = 24;", "stride = 16;"),
        new(Strips, "turned weights are another strip's", @"RowKernels\.Transpose\(ref Add\(ref W, c \* 101\)", "RowKernels.Transpose(ref W"),
        new(Strips, "panels of inputs are narrower than the tiles", @"(?<=Panels\.Gather\(ref x, 112, samples, 101, )6", "5"),
        new(Strips, "panels of inputs are one sample short", @"(?<=Panels\.Gather\(ref x, 112, )samples", "samples - 1"),
        new(Strips, "a panel is another one's", @"ref Add\(ref scratch, r \* samples\)", "ref scratch"),

        // One sample
        new(OneSample, "a row of weights is its neighbour", @"(?<=Vector256\.LoadUnsafe\(ref p, W2 \+ )9\)", "18)"),
        new(OneSample, "a bias is left out", @"Vector256\.LoadUnsafe\(ref p, b2\)", "Vector256<float>.Zero"),
        new(OneSample, "a partial sum is dropped", @"z2_0 = \(z2_0 \+ z2_0b\) \+ \(z2_0c \+ z2_0d\)", "z2_0 = (z2_0 + z2_0b) + z2_0c"),
        new(OneSample, "an activation is left out", @"MaxNative\(default, z2_0\)", "z2_0"),
        new(OneSample, "a derivative is left out", @" \* new Tanh\(\)\.Derivative\(Vector256\.LoadUnsafe\(ref s, a1At( \+ 8)?\)\)", ""),
        new(OneSample, "a row of weight gradients is written one off", @"(?<=StoreUnsafe\(ref dp, W2 \+ )72\)", "71)"),
        new(OneSample, "the last bias gradient is not written", @"VectorTail\.Store\(dz1_1, ref Add\(ref dp, b1 \+ 8\), 1\);", ""),
        new(OneSample, "the mean over the outputs is forgotten in the gradients", @"const float scale = [^;]*;", "const float scale = 1f;"),
    ];
}
