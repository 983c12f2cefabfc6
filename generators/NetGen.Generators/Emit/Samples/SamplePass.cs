using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>Writes the steps of a pass of one sample, one after the other.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="layout">Where values are.</param>
/// <param name="pass">The pass that the steps are of.</param>
internal sealed class SamplePass(CodeWriter writer, SampleLayout layout, PassProgram pass)
{
    private readonly Dictionary<Value, Value> _parameterOf = pass.ParameterGradients.ToDictionary(static pair => pair.Value, static pair => pair.Key);

    /// <summary>The forward pass.</summary>
    public void Forward(IEnumerable<SampleStep> steps)
    {
        foreach (var step in steps.Where(static step => step.Operation is not Rescaling))
        {
            Comment(step);
            switch (step.Operation)
            {
                case MatrixProduct product:
                    Product(step, product);
                    break;
                case Map map:
                    new SampleMap(map.Function).Print(writer, layout.Of(map.X), layout.Of(map.Y));
                    break;
                default:
                    throw Unknown(step.Operation);
            }
        }
    }

    /// <summary>The backward pass.</summary>
    public void Backward(IEnumerable<SampleStep> steps)
    {
        var gradient = layout.Of(pass.OutputGradient);
        if (!gradient.IsWide)
        {
            writer.Line($"{gradient.Vector.Type} {gradient.Symbol} = {gradient.Load(gradient.Vector)};");
        }

        foreach (var step in steps)
        {
            Comment(step);
            switch (step.Operation)
            {
                case MapGradient map:
                    new SampleMap(map.Function).PrintGradient(writer, layout.Of(map.Saved), layout.Of(map.Dy), layout.Of(map.Dx));
                    break;
                case InputGradient product:
                    InputGradient(step, product);
                    break;
                case WeightGradient product:
                    new SampleParameterGradient(product.X.Size, product.Dy.Size, _parameterOf[product.Dw].Symbol, product.Db is null ? null : _parameterOf[product.Db].Symbol)
                        .Print(writer, layout.Of(product.X), layout.Of(product.Dy));
                    break;
                default:
                    throw Unknown(step.Operation);
            }
        }
    }

    private void Product(SampleStep step, MatrixProduct product)
    {
        // A rectified product has the symbol of what the function gives.
        var z = new SampleValue("z" + Literal.Of(product.Layer), product.Y.Size);
        new SampleProduct(product.X.Size, product.Y.Size, product.W.Symbol, product.B?.Symbol).Print(writer, layout.Of(product.X), z, (vector, sum, index) =>
        {
            foreach (var value in step.Stored)
            {
                var result = step.Function is Map map && ReferenceEquals(value, map.Y) ? new SampleMap(map.Function).Apply(vector, sum)
                    : product.Rectifies ? vector.Rectify(sum)
                    : sum;
                writer.Line(vector.Store(result, "s", layout.Of(value).At(index)));
            }
        });
    }

    private void InputGradient(SampleStep step, InputGradient product)
    {
        var dx = layout.Of(product.Dx);
        new SampleInputGradient(product.Dx.Size, product.Dy.Size, product.W.Symbol).Print(writer, layout.Of(product.Dy), dx, (vector, part, i) =>
        {
            foreach (var value in step.Stored)
            {
                var result = step.Function is MapGradient map && ReferenceEquals(value, map.Dx) ? new SampleMap(map.Function).Product(vector, part, layout.Of(map.Saved), i) : part;
                writer.Line(vector.Store(result, "s", layout.Of(value).At(i)));
            }
        });
        if (!dx.IsWide && step.Function is MapGradient narrow)
        {
            new SampleMap(narrow.Function).PrintGradient(writer, layout.Of(narrow.Saved), dx, layout.Of(narrow.Dx));
        }
    }

    private void Comment(SampleStep step)
    {
        writer.Line($"// {step.Operation.Formula}");
        if (step.Function is not null)
        {
            writer.Line($"// {step.Function.Formula}");
        }
    }

    private static InvalidOperationException Unknown(Operation operation) => new($"{operation.GetType().Name} has no form for one sample, and was scheduled so.");
}
