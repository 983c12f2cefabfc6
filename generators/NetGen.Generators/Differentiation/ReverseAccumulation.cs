using System.Collections.Immutable;
using System.Globalization;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Differentiation;

/// <summary>
/// Reverse accumulation: the operations of the forward pass in reverse, each with its adjoint. Contributions to the gradient with respect to a value that is read
/// several times are added.
/// </summary>
internal sealed class ReverseAccumulation : IGradients
{
    private readonly ImmutableArray<Operation>.Builder _operations = ImmutableArray.CreateBuilder<Operation>();
    private readonly Dictionary<Value, Value> _gradients = [];
    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);
    private int _layer;

    private ReverseAccumulation()
    {
    }

    /// <summary>The backward pass of a graph, from the gradient with respect to its output.</summary>
    public static Adjoint Differentiate(NetworkGraph graph)
    {
        var pass = new ReverseAccumulation();
        var start = pass.New(graph.Output);
        pass._gradients.Add(graph.Output, start);
        foreach (var operation in graph.Operations.Reverse())
        {
            // What does not reach the output has no gradient.
            if (pass._gradients.ContainsKey(operation.Result))
            {
                pass._layer = operation.Layer;
                operation.Differentiate(pass);
            }
        }

        pass._gradients.TryGetValue(graph.Input, out var input);
        return new Adjoint(
            start,
            input,
            graph.Parameters.Where(pass._gradients.ContainsKey).ToImmutableDictionary(static parameter => parameter, parameter => pass._gradients[parameter]),
            pass._operations.ToImmutable());
    }

    /// <inheritdoc/>
    public Value Of(Value value) => _gradients[value];

    /// <inheritdoc/>
    public bool Needs(Value value) => value.Role != ValueRole.State;

    /// <inheritdoc/>
    public Value New(Value value)
    {
        var symbol = "d" + value.Symbol;
        _symbols.TryGetValue(symbol, out var count);
        _symbols[symbol] = ++count;
        var gradient = new Value(
            count == 1 ? symbol : symbol + "_" + count.ToString(CultureInfo.InvariantCulture), value.Shape, ValueRole.Gradient, value.Extent, value.Layer);
        if (value.Role == ValueRole.Parameter)
        {
            _gradients.Add(value, gradient);
        }

        return gradient;
    }

    /// <inheritdoc/>
    public void Append(Operation operation) => _operations.Add(operation);

    /// <inheritdoc/>
    public void Contribute(Value value, Value gradient)
    {
        if (!_gradients.TryGetValue(value, out var former))
        {
            _gradients.Add(value, gradient);
            return;
        }

        var sum = New(value);
        Append(new Addition(_layer, former, gradient, sum));
        _gradients[value] = sum;
    }
}
