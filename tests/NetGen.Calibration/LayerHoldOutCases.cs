using static NetGen.Calibration.DeclaredLayers;

namespace NetGen.Calibration;

/// <summary>The networks of normalizations, masks and residual blocks that no threshold was set on: other depths, widths, activations and orders.</summary>
internal static class LayerHoldOutCases
{
    private const string PreActivation = "[NetworkBlock]\n[BeginResidual]\n[BatchNormalization]\n[Activation(Activation.Relu)]\n[Dense(48, Initializer = Initializer.HeNormal, UseBias = false)]\n[EndResidual]\npublic sealed class";

    /// <summary>Names them all, in order.</summary>
    /// <param name="add">Receives the task, the hidden layers in words, their attributes, and the classes of layers that they use.</param>
    public static void List(Action<CalibrationTask, string, string, string> add)
    {
        var (digits, synthetic, regression) = (CalibrationTasks.Digits, CalibrationTasks.Synthetic, CalibrationTasks.Regression);
        Plain(synthetic, 36, 96, "Tanh");
        Plain(regression, 50, 64, "Tanh");
        Plain(synthetic, 12, 96, "Relu");
        Plain(regression, 40, 64, "Selu");

        Stack(synthetic, 4, 96, "BatchNormalization", "Relu");
        Stack(synthetic, 8, 48, "BatchNormalization", "Relu");
        Stack(synthetic, 12, 96, "BatchNormalization", "Relu");
        Stack(synthetic, 24, 64, "BatchNormalization", "Relu");
        Stack(regression, 6, 64, "BatchNormalization", "Tanh");
        Stack(regression, 25, 64, "BatchNormalization", "Relu");
        Stack(digits, 8, 100, "BatchNormalization", "Silu");
        Stack(digits, 3, 100, "LayerNormalization", "Gelu");
        Stack(regression, 12, 64, "RmsNormalization", "Relu");
        add(digits, "4 x (100 Relu, BatchNormalization)", Repeat("[Dense(100, Activation.Relu)]\n[BatchNormalization]\n", 4), "");
        add(digits, "BatchNormalization, 3 x 64 Relu", "[BatchNormalization]\n" + Repeat("[Dense(64, Activation.Relu)]\n", 3), "");

        Residuals(synthetic, 5, 48, "", "Relu");
        Residuals(synthetic, 15, 64, "", "Silu");
        Residuals(digits, 12, 64, "", "Gelu");
        Residuals(synthetic, 14, 64, "BatchNormalization", "Relu");
        Residuals(regression, 10, 64, "LayerNormalization", "Silu");
        Residuals(digits, 6, 64, "RmsNormalization", "Relu");
        Residuals(regression, 15, 64, "", "Relu", ", Initializer = Initializer.Zeros");
        add(synthetic, "12 pre-activation blocks of one layer", "[Dense(48)]\n[Block<PreActivation>(Times = 12)]\n", PreActivation + " PreActivation;\n");
        add(digits, "4 blocks that end in Relu, with projections to 80, 64, 48 and 32", string.Concat(new[] { 80, 64, 48, 32 }.Select(static width =>
            $"[BeginResidual]\n[Dense({width}, Activation.Relu)]\n[Dense({width})]\n[EndResidual(Projection = true)]\n[Activation(Activation.Relu)]\n")), "");

        Masked(digits, 2, 200, "Relu", "Dropout", "0.5");
        Masked(digits, 4, 64, "Gelu", "Dropout", "0.25");
        Masked(digits, 3, 100, "Relu", "Dropout", "0.8");
        Masked(digits, 8, 80, "Selu", "AlphaDropout", "0.05");
        Masked(digits, 8, 80, "Selu", "Dropout", "0.05");
        Masked(synthetic, 14, 64, "Relu", "Dropout", "0.4");
        Masked(synthetic, 4, 64, "Tanh", "Dropout", "0.2");
        add(digits, "5 x (100, BatchNormalization, Relu, Dropout 0.2)", Repeat(Normalized(100, "BatchNormalization", "Relu") + "[Dropout(0.2)]\n", 5), "");
        add(digits, "3 x (64 Relu, GaussianNoise 0.1)", Repeat("[Dense(64, Activation.Relu)]\n[GaussianNoise(0.1)]\n", 3), "");

        void Plain(CalibrationTask task, int depth, int width, string activation) =>
            add(task, $"{depth} x {width} {activation}", Repeat($"[Dense({width}, Activation.{activation})]\n", depth), "");

        void Stack(CalibrationTask task, int depth, int width, string normalization, string activation) =>
            add(task, $"{depth} x ({width}, {normalization}, {activation})", Repeat(Normalized(width, normalization, activation), depth), "");

        void Residuals(CalibrationTask task, int blocks, int width, string normalization, string activation, string last = "") =>
            add(task, Words(blocks, width, normalization, activation, last), $"[Dense({width})]\n" + Repeat(Block(width, normalization, activation, last), blocks), "");

        void Masked(CalibrationTask task, int depth, int width, string activation, string mask, string rate) =>
            add(task, $"{depth} x ({width} {activation}, {mask} {rate})", Repeat($"[Dense({width}, Activation.{activation})]\n[{mask}({rate})]\n", depth), "");
    }
}
