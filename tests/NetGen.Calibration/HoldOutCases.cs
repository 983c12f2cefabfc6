using static NetGen.Calibration.Declared;

namespace NetGen.Calibration;

/// <summary>The networks that no threshold was set on: other depths, widths, activations and initializers than those of <see cref="TuningCases"/>.</summary>
internal static class HoldOutCases
{
    /// <summary>Names them all, in order.</summary>
    /// <param name="add">Receives the task, the hidden layers' number and units, their other arguments, and those of the first where they differ.</param>
    public static void List(Action<CalibrationTask, int, int, string, string> add)
    {
        Digits((depth, width, hidden) => add(CalibrationTasks.Digits, depth, width, hidden, ""));
        add(CalibrationTasks.Digits, 7, 80, Sigmoid + Centred, Sigmoid + Glorot + ", Gain = Gain.TheanoSigmoid");
        Raw((depth, width, hidden) => add(CalibrationTasks.RawDigits, depth, width, hidden, ""));
        Small((task, depth, width, hidden) => add(task, depth, width, hidden, ""));
        Deep((depth, width, hidden) => add(CalibrationTasks.Synthetic, depth, width, hidden, ""));
    }

    private static void Digits(Action<int, int, string> add)
    {
        add(1, 64, Tanh);
        add(3, 128, Relu);
        add(4, 64, Relu + ", Initializer = Initializer.HeUniform");
        add(1, 100, Sigmoid + NormalOne);
        add(3, 64, Sigmoid + NormalOne);
        add(7, 80, Sigmoid + NormalOne);
        add(4, 80, Sigmoid);
        add(7, 80, Tanh);
        add(7, 80, Relu);
        add(3, 100, Tanh + NormalOne);
        add(3, 100, Tanh + Glorot + Geron);
        add(7, 100, Tanh + Glorot + Geron);
        add(7, 80, "Activation.Silu");
        add(7, 80, "Activation.Gelu");
        add(7, 80, "Activation.Elu");
        add(7, 80, "Activation.Selu");
        add(5, 100, "Activation.Mish");
        add(5, 100, "Activation.Softsign");
        add(5, 100, "Activation.LeakyRelu");
        add(5, 100, "Activation.HardSwish");
        add(3, 100, Relu + ", Initializer = Initializer.Normal, StandardDeviation = 0.1");
        add(4, 100, Relu + ", Initializer = Initializer.Normal, StandardDeviation = 0.3");
        add(3, 100, Relu + ", Initializer = Initializer.Normal, StandardDeviation = 0.01");
        add(3, 100, Relu + ", Initializer = Initializer.LeCunNormal");
        add(2, 100, Relu + Torch);
        add(8, 100, Relu + Torch);
        add(3, 100, Tanh + Torch);
    }

    private static void Raw(Action<int, int, string> add)
    {
        add(2, 100, Tanh);
        add(3, 100, Relu + Torch);
        add(3, 100, Sigmoid);
        add(3, 64, "Activation.Gelu");
    }

    private static void Small(Action<CalibrationTask, int, int, string> add)
    {
        add(CalibrationTasks.BreastCancer, 2, 64, Sigmoid + NormalOne);
        add(CalibrationTasks.BreastCancer, 5, 32, Relu);
        add(CalibrationTasks.BreastCancer, 5, 32, Tanh);
        add(CalibrationTasks.BreastCancer, 5, 32, Sigmoid);
        add(CalibrationTasks.BreastCancer, 12, 32, Relu);
        add(CalibrationTasks.Iris, 2, 16, Sigmoid + NormalOne);
        add(CalibrationTasks.Iris, 4, 16, Relu);
        add(CalibrationTasks.Iris, 5, 16, Tanh);
        add(CalibrationTasks.Diabetes, 2, 64, Relu + NormalOne);
        add(CalibrationTasks.Diabetes, 4, 32, Tanh);
        add(CalibrationTasks.Diabetes, 4, 32, "Activation.Elu");
        add(CalibrationTasks.Diabetes, 2, 32, Sigmoid + NormalOne);
    }

    private static void Deep(Action<int, int, string> add)
    {
        add(4, 64, Relu);
        add(8, 64, Relu);
        add(20, 64, Relu);
        add(20, 32, Relu);
        add(20, 128, Relu);
        add(10, 64, Tanh);
        add(20, 64, Tanh);
        add(20, 64, Tanh + Glorot + Exact);
        add(10, 64, "Activation.Gelu");
        add(12, 64, "Activation.Silu");
        add(20, 64, "Activation.Elu");
        add(12, 64, "Activation.Selu");
        add(6, 64, Sigmoid);
        add(10, 64, Sigmoid + NormalOne);
        add(12, 64, Tanh + Glorot + Geron);
        add(20, 64, Tanh + ", Initializer = Initializer.Orthogonal");
        add(25, 64, "Activation.LeakyRelu");
    }
}
