using static NetGen.Calibration.DeclaredLayers;

namespace NetGen.Calibration;

/// <summary>The networks of normalizations, masks and residual blocks that thresholds were set on, and plain ones beside them.</summary>
internal static class LayerTuningCases
{
    /// <summary>Names them all, in order.</summary>
    /// <param name="add">Receives the task, the hidden layers in words, their attributes, and the classes of layers that they use.</param>
    public static void List(Action<CalibrationTask, string, string, string> add)
    {
        foreach (var task in CalibrationTasks.OfLayers)
        {
            Plain(task, 3, 64, "Relu");
            Plain(task, 5, 64, "Tanh");
        }

        // How deep a plain stack may be.
        foreach (var task in (CalibrationTask[])[CalibrationTasks.Synthetic, CalibrationTasks.Regression])
        {
            Plain(task, 30, 64, "Tanh");
            Plain(task, 45, 64, "Tanh");
            Plain(task, 60, 64, "Tanh");
            Plain(task, 20, 64, "Relu");
            Plain(task, 60, 64, "Selu");
        }

        Plain(CalibrationTasks.Digits, 30, 100, "Tanh");
        Plain(CalibrationTasks.Digits, 50, 100, "Tanh");
        Plain(CalibrationTasks.Digits, 26, 100, "Relu");
        Plain(CalibrationTasks.Digits, 40, 100, "Selu");

        // How deep one with batch normalization may be.
        foreach (var depth in (int[])[3, 6, 10, 14, 20, 30])
        {
            Stack(CalibrationTasks.Synthetic, depth, 64, "BatchNormalization", "Relu");
        }

        Stack(CalibrationTasks.Synthetic, 20, 64, "BatchNormalization", "Tanh");
        Stack(CalibrationTasks.Digits, 5, 64, "BatchNormalization", "Relu");
        Stack(CalibrationTasks.Digits, 10, 64, "BatchNormalization", "Relu");
        Stack(CalibrationTasks.Digits, 14, 64, "BatchNormalization", "Relu");
        Stack(CalibrationTasks.Digits, 17, 64, "BatchNormalization", "Relu");
        Stack(CalibrationTasks.Digits, 20, 64, "BatchNormalization", "Relu");
        Stack(CalibrationTasks.Synthetic, 6, 64, "LayerNormalization", "Relu");
        Stack(CalibrationTasks.Synthetic, 20, 64, "LayerNormalization", "Relu");
        Stack(CalibrationTasks.Synthetic, 10, 64, "RmsNormalization", "Silu");

        // Residual blocks, normalized and not.
        foreach (var blocks in (int[])[4, 8, 12, 14, 16, 20])
        {
            Residuals(CalibrationTasks.Synthetic, blocks, 64, "", "Relu");
        }

        foreach (var blocks in (int[])[8, 12, 16, 20])
        {
            Residuals(CalibrationTasks.Digits, blocks, 64, "", "Relu");
        }

        Residuals(CalibrationTasks.Synthetic, 10, 64, "BatchNormalization", "Relu");
        Residuals(CalibrationTasks.Synthetic, 20, 64, "BatchNormalization", "Relu");
        Residuals(CalibrationTasks.Synthetic, 20, 64, "LayerNormalization", "Gelu");
        Residuals(CalibrationTasks.Synthetic, 12, 64, "", "Relu", ", Initializer = Initializer.HeNormal, Gain = 0.29");
        Residuals(CalibrationTasks.Synthetic, 12, 64, "", "Relu", ", Initializer = Initializer.Zeros");
        Residuals(CalibrationTasks.Synthetic, 8, 64, "", "Tanh");

        // Masks.
        foreach (var rate in (string[])["0.1", "0.3", "0.5", "0.6", "0.7"])
        {
            Masked(CalibrationTasks.Digits, 3, 100, "Relu", "Dropout", rate);
        }

        foreach (var rate in (string[])["0.6", "0.7", "0.8", "0.9"])
        {
            Masked(CalibrationTasks.Digits, 1, 300, "Relu", "Dropout", rate);
        }

        Masked(CalibrationTasks.Digits, 2, 200, "Relu", "Dropout", "0.6");
        Masked(CalibrationTasks.Digits, 4, 100, "Selu", "AlphaDropout", "0.3");
        Masked(CalibrationTasks.Digits, 6, 100, "Relu", "Dropout", "0.5");
        Masked(CalibrationTasks.Digits, 10, 100, "Relu", "Dropout", "0.5");
        Masked(CalibrationTasks.Digits, 5, 100, "Tanh", "Dropout", "0.5");

        Masked(CalibrationTasks.Digits, 8, 100, "Relu", "Dropout", "0.2");
        Masked(CalibrationTasks.Synthetic, 12, 64, "Relu", "Dropout", "0.5");
        Masked(CalibrationTasks.Digits, 5, 100, "Selu", "Dropout", "0.1");
        Masked(CalibrationTasks.Digits, 5, 100, "Selu", "AlphaDropout", "0.1");
        Masked(CalibrationTasks.Synthetic, 12, 64, "Selu", "Dropout", "0.1");
        Masked(CalibrationTasks.Synthetic, 12, 64, "Selu", "AlphaDropout", "0.1");
        add(CalibrationTasks.Digits, "3 x 100 Relu, Dropout 0.2 of the outputs", Repeat("[Dense(100, Activation.Relu)]\n", 3) + CalibrationCase.Output + "[Dropout(0.2)]\n", "");
        add(CalibrationTasks.Digits, "3 x 100 Relu, Dropout 0.6 of the outputs", Repeat("[Dense(100, Activation.Relu)]\n", 3) + CalibrationCase.Output + "[Dropout(0.6)]\n", "");
        add(CalibrationTasks.Digits, "3 x 100 Relu, Dropout 0.8 of the outputs", Repeat("[Dense(100, Activation.Relu)]\n", 3) + CalibrationCase.Output + "[Dropout(0.8)]\n", "");
        add(CalibrationTasks.Digits, "GaussianNoise 0.3, 3 x 100 Relu", "[GaussianNoise(0.3)]\n" + Repeat("[Dense(100, Activation.Relu)]\n", 3), "");

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
