using static NetGen.Calibration.Declared;

namespace NetGen.Calibration;

/// <summary>The networks that thresholds were set on: what people declare, good and bad, from 1 to 30 hidden layers.</summary>
internal static class TuningCases
{
    /// <summary>Names them all, in order.</summary>
    /// <param name="add">Receives the task, the hidden layers' number and units, their other arguments, and those of the first where they differ.</param>
    public static void List(Action<CalibrationTask, int, int, string, string> add)
    {
        Digits((depth, hidden, first) => add(CalibrationTasks.Digits, depth, 100, hidden, first));
        Small((task, depth, width, hidden) => add(task, depth, width, hidden, ""));
        Deep((depth, hidden) => add(CalibrationTasks.Synthetic, depth, 64, hidden, ""));
    }

    private static void Digits(Action<int, string, string> add)
    {
        foreach (var depth in (int[])[1, 2, 3, 5, 10])
        {
            add(depth, Sigmoid + Glorot, "");
        }

        foreach (var depth in (int[])[2, 5, 10])
        {
            add(depth, Sigmoid + NormalOne, "");
            add(depth, Tanh + Glorot, "");
            add(depth, Relu + He, "");
        }

        foreach (var depth in (int[])[5, 10])
        {
            add(depth, Sigmoid + Centred, Sigmoid + Glorot + ", Gain = Gain.TheanoSigmoid");
            add(depth, Tanh + NormalOne, "");
            add(depth, Tanh + Glorot + Geron, "");
            add(depth, Relu + Torch, "");
        }

        foreach (var depth in (int[])[2, 3, 5])
        {
            foreach (var gain in (string[])["2", "3", "6"])
            {
                add(depth, Tanh + Glorot + ", Gain = " + gain, "");
            }
        }

        add(2, Relu + NormalOne, "");
        add(5, Relu + ", Initializer = Initializer.Normal, StandardDeviation = 0.01", "");
        add(5, Relu + He + ", BiasInitializer = Initializer.Constant, BiasValue = -5", "");
        add(3, Relu + ", Initializer = Initializer.Zeros", "");
        add(3, Tanh + ", Initializer = Initializer.Constant, Value = 0.1", "");
        add(10, "Activation.Selu", "");
        add(5, "Activation.Gelu", "");
        add(5, "Activation.Silu", "");
        add(5, "Activation.Elu", "");
        add(10, "Activation.Gelu", "");
        add(10, "Activation.Elu", "");
        add(5, Relu + ", Initializer = Initializer.Orthogonal, Gain = Gain.Relu", "");
        add(10, Tanh + Glorot + Exact, "");
    }

    private static void Small(Action<CalibrationTask, int, int, string> add)
    {
        add(CalibrationTasks.RawDigits, 2, 100, Sigmoid + NormalOne);
        add(CalibrationTasks.RawDigits, 2, 100, Relu + He);
        foreach (var (task, width) in ((CalibrationTask, int)[])[(CalibrationTasks.BreastCancer, 32), (CalibrationTasks.Iris, 16), (CalibrationTasks.Diabetes, 32)])
        {
            add(task, 1, width, Sigmoid + Glorot);
            add(task, 2, width, Tanh + Glorot);
            add(task, 3, width, Relu + He);
            add(task, 8, width, Sigmoid + Glorot);
        }

        // So narrow that the draw of the weights decides.
        foreach (var (depth, width) in ((int, int)[])[(2, 4), (3, 4), (3, 8)])
        {
            add(CalibrationTasks.Iris, depth, width, Relu + He);
        }

        add(CalibrationTasks.BreastCancer, 3, 100, Sigmoid + NormalOne);
        foreach (var task in (CalibrationTask[])[CalibrationTasks.Digits, CalibrationTasks.BreastCancer])
        {
            add(task, 2, 200, Sigmoid + NormalOne);
            add(task, 2, 300, Sigmoid + NormalOne);
        }
    }

    private static void Deep(Action<int, string> add)
    {
        foreach (var depth in (int[])[2, 15, 30])
        {
            add(depth, Tanh + Glorot);
            add(depth, Relu + He);
        }

        add(30, "Activation.Selu");
        add(15, Sigmoid + Glorot);
        add(15, Relu + Glorot);
        add(30, Relu + Glorot);
        add(20, Tanh + NormalOne);
        add(30, Tanh + Torch);
        add(30, Tanh + Glorot + Exact);
    }
}
