using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// Writes dx = dz W^T of one sample: a row of W times dz for each input, then the sums across the lanes of eight or four rows together, so that they come out
/// with an input a lane. Lanes beyond the units hold what follows in memory and are cleared before they are summed.
/// </summary>
internal sealed class DenseSampleInputGradient
{
    // Variables that the sums of eight rows add to a method.
    private const int VariablesOfEight = 24;

    private readonly SamplePass _pass;
    private readonly CodeWriter _writer;
    private readonly string _weights;
    private readonly string _dz;
    private readonly string _dx;
    private readonly int _inputs;
    private readonly int _units;
    private readonly int _lanes;
    private readonly SampleVectors _columns;
    private readonly SampleVectors _result;

    /// <summary>Prepares the statements.</summary>
    /// <param name="dense">The layer, not the first one.</param>
    /// <param name="pass">The method.</param>
    /// <param name="dz">The symbol of the gradient by the pre-activation.</param>
    public DenseSampleInputGradient(DensePlan dense, SamplePass pass, string dz)
    {
        (_pass, _writer, _weights, _dz, _dx) = (pass, pass.Writer, dense.Weights.Symbol, dz, $"da{Literal.Of(dense.Number - 1)}");
        (_inputs, _units) = (dense.Input.Size, dense.Output.Size);
        (_columns, _result) = (pass.Vectors(dense.Output), pass.Vectors(dense.Input));

        // Not wider than 256 bits: the first halving of a wider row is a multiply-add this way.
        _lanes = Math.Min(8, _columns.Lanes);
    }

    private int Chunks => (_units + _lanes - 1) / _lanes;

    private int Tail => _units % _lanes;

    /// <summary>The statements; the result is in new variables.</summary>
    public void Emit()
    {
        if (Tail > 0)
        {
            _writer.Line($"var {Mask} = LaneKernels.Mask{Literal.Of(32 * _lanes)}({Literal.Of(Tail)});");
        }

        for (var chunk = 0; chunk < Chunks && _columns.Lanes > _lanes; chunk++)
        {
            var (vector, half) = (_columns.Name(_dz, chunk / 2), chunk % 2 == 0 ? "Lower" : "Upper");
            _writer.Line($"var {vector}{half} = {vector}.Get{half}();");
        }

        var groups = (_inputs + _lanes - 1) / _lanes;
        if (_inputs * Chunks > SampleScheduler.StraightLineBudget || !_pass.Inlines(groups * VariablesOfEight))
        {
            Loop();
            SampleActivation.LoadGradient(_pass, _result, _dx);
            return;
        }

        for (var index = 0; index < _result.Count; index++)
        {
            var first = index * _result.Lanes;
            _writer.Line($"var {_result.Name(_dx, index)} = {Vector(first, _result.Lanes)};");
        }
    }

    private string Mask => "units" + _weights.Substring(1);

    // All rows but the last few by a loop, into memory.
    private void Loop()
    {
        var whole = _inputs / _lanes * _lanes;
        if (whole > 0)
        {
            using (_writer.Open())
            {
                _writer.Line($"ref var w = ref Add(ref p, {_weights});");
                using (_writer.Open($"for (nuint i = 0; i < {Literal.Of(whole)}; i += {Literal.Of(_lanes)})"))
                {
                    _writer.Line($"{Sums("w", "", 0, _lanes, _lanes)}.StoreUnsafe(ref s, {SampleLayout.Gradient} + i);");
                    _writer.Line($"w = ref Add(ref w, {Literal.Of(_lanes * _units)});");
                }
            }
        }

        if (whole < _inputs)
        {
            _writer.Line($"{Vector(whole, _lanes)}.StoreUnsafe(ref s, {SamplePass.Sum(SampleLayout.Gradient, Literal.Of(whole))});");
        }
    }

    // The sums of as many rows as the result has lanes; 0 where there is no row. An expression.
    private string Vector(int first, int lanes)
    {
        if (lanes == 4 || (lanes == 8 && _lanes == 8 && _inputs - first > 4))
        {
            return Sums("p", _weights, first, Math.Min(lanes, _inputs - first), lanes);
        }

        var lower = Vector(first, lanes / 2);
        var bits = Literal.Of(32 * lanes);
        return first + (lanes / 2) < _inputs
            ? $"Vector{bits}.Create({lower}, {Vector(first + (lanes / 2), lanes / 2)})"
            : $"{lower}.ToVector{bits}()";
    }

    private string Sums(string reference, string place, int first, int count, int lanes)
    {
        var rows = Enumerable.Range(0, lanes).Select(row => row < count ? Row(reference, place, (first + row) * _units) : "default");
        return $"LaneSums.Of({string.Join(", ", rows)})";
    }

    // One row's products, added up to a vector.
    private string Row(string reference, string place, int offset)
    {
        var last = Chunks - 1;
        var sum = $"{Weight(reference, place, offset, last)} * {Chunk(last)}";
        if (Tail > 0)
        {
            sum = $"({sum}) & {Mask}";
        }

        for (var chunk = last - 1; chunk >= 0; chunk--)
        {
            sum = $"MultiplyAddEstimate({Weight(reference, place, offset, chunk)}, {Chunk(chunk)}, {sum})";
        }

        return sum;
    }

    private string Weight(string reference, string place, int offset, int chunk)
    {
        var at = SamplePass.Sum(place, Literal.Of(offset + (chunk * _lanes)));
        return $"{SampleVectors.TypeOf(_lanes)}.LoadUnsafe(ref {reference}{(at is "" or "0" ? "" : ", " + at)})";
    }

    private string Chunk(int chunk) =>
        _columns.Lanes > _lanes ? _columns.Name(_dz, chunk / 2) + (chunk % 2 == 0 ? "Lower" : "Upper") : _columns.Name(_dz, chunk);
}
