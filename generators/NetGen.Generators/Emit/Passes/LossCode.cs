using NetGen.Generators.Scheduling;
using NetGen.Generators.Model;

namespace NetGen.Generators.Emit.Passes;

/// <summary>Writes the calls that compute the loss, its gradient, and what the mean divides by.</summary>
internal static class LossCode
{
    /// <summary>The type of a target.</summary>
    public static string TargetType(NetworkSpec spec) => spec.Loss.TakesClassIndices ? "int" : "float";

    /// <summary>The number that the sum of losses is divided by, for a number of samples.</summary>
    public static string Divisor(NetworkProgram plan, string samples) =>
        plan.Spec.Loss.TakesClassIndices ? $"(double){samples}" : $"((double){samples} * {Literal.Of(plan.OutputSize)})";

    /// <summary>The sum of the losses of some rows; the gradient is written beside.</summary>
    public static string Compute(NetworkProgram plan, string outputs, string stride, string rows, string targets, string gradient, string gradientStride) =>
        $"{Owner(plan)}Compute({outputs}, {stride}, {rows}, {Width(plan)}, {targets}, {gradient}, {gradientStride}, scale{Delta(plan)})";

    /// <summary>The sum of the losses of some rows.</summary>
    public static string Sum(NetworkProgram plan, string outputs, string stride, string rows, string targets) =>
        $"{Owner(plan)}Sum({outputs}, {stride}, {rows}, {Width(plan)}, {targets}{Delta(plan)})";

    /// <summary>The same where a lane is a sample.</summary>
    public static string ComputeLanes(NetworkProgram plan, string outputs, string targets, string gradient) =>
        $"{Owner(plan)}ComputeLanes({outputs}, (int)TOps.Lanes, rows, {Literal.Of(plan.OutputSize)}, {targets}, {gradient}, scale{Delta(plan)})";

    /// <summary>The loops that call a loss of the user's own.</summary>
    public static void CustomMethods(CodeWriter writer, LossSpec loss, bool isLanes)
    {
        if (loss.Kind != LossKind.Custom)
        {
            return;
        }

        if (isLanes)
        {
            CustomLanes(writer, loss);
        }

        writer.Line();
        writer.Line($"// The sum of {loss.Name} over rows of outputs, and its gradient times scale.");
        using (writer.Open("internal static double CustomCompute(ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets, ref float gradients, nuint gradientStride, float scale)"))
        {
            writer.Line("var sum = 0.0;");
            using (writer.Open("for (var row = 0; row < rows; row++)"))
            using (writer.Open("for (var column = 0; column < width; column++)"))
            {
                writer.Line("var output = Unsafe.Add(ref outputs, ((nuint)row * stride) + (nuint)column);");
                writer.Line("var target = targets[(row * width) + column];");
                writer.Line($"sum += {loss.CustomType}.Apply(output, target);");
                writer.Line($"Unsafe.Add(ref gradients, ((nuint)row * gradientStride) + (nuint)column) = scale * {loss.CustomType}.Derivative(output, target);");
            }

            writer.Line("return sum;");
        }

        if (isLanes)
        {
            return;
        }

        writer.Line();
        writer.Line($"// The sum of {loss.Name} over rows of outputs.");
        using (writer.Open("private static double CustomSum(ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets)"))
        {
            writer.Line("var sum = 0.0;");
            using (writer.Open("for (var row = 0; row < rows; row++)"))
            using (writer.Open("for (var column = 0; column < width; column++)"))
            {
                writer.Line($"sum += {loss.CustomType}.Apply(Unsafe.Add(ref outputs, ((nuint)row * stride) + (nuint)column), targets[(row * width) + column]);");
            }

            writer.Line("return sum;");
        }
    }

    private static void CustomLanes(CodeWriter writer, LossSpec loss)
    {
        writer.Line();
        writer.Line($"// The sum of {loss.Name} over samples, a lane each, and its gradient times scale; lanes without a sample get 0.");
        using (writer.Open("private static double CustomComputeLanes(ref float outputs, int lanes, int samples, int width, ReadOnlySpan<float> targets, ref float gradients, float scale)"))
        {
            writer.Line("var sum = 0.0;");
            using (writer.Open("for (var sample = 0; sample < samples; sample++)"))
            using (writer.Open("for (var column = 0; column < width; column++)"))
            {
                writer.Line("var at = (nuint)((((sample / lanes * width) + column) * lanes) + (sample % lanes));");
                writer.Line("var output = Unsafe.Add(ref outputs, at);");
                writer.Line("var target = targets[(sample * width) + column];");
                writer.Line($"sum += {loss.CustomType}.Apply(output, target);");
                writer.Line($"Unsafe.Add(ref gradients, at) = scale * {loss.CustomType}.Derivative(output, target);");
            }

            writer.Line("LaneKernels.ClearAbsent(ref gradients, lanes, (nuint)samples, width);");
            writer.Line("return sum;");
        }
    }

    private static string Owner(NetworkProgram plan) => plan.Spec.Loss.Kind == LossKind.Custom ? "Passes.Custom" : plan.Spec.Loss.Kind + ".";

    private static string Width(NetworkProgram plan) => Literal.Of(plan.Graph.Output.Columns);

    private static string Delta(NetworkProgram plan) => plan.Spec.Loss.Kind == LossKind.Huber ? $", {Literal.Float(plan.Spec.Loss.Delta)}" : "";
}
