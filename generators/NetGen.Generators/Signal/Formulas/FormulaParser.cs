using System.Globalization;
using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Signal.Formulas;

/// <summary>
/// Reads the text of an <c>[ActivationFormula]</c>: sums of products of powers, with functions by name. Recursive descent, bounded in length and depth, so
/// that no text can exhaust the compiler's stack.
/// </summary>
internal sealed class FormulaParser
{
    private const int LongestFormula = 1000;
    private const int DeepestNesting = 64;

    private static readonly Dictionary<string, Func<Dual, Dual>> _functions = new(StringComparer.Ordinal)
    {
        ["abs"] = Dual.Abs,
        ["erf"] = Dual.Erf,
        ["exp"] = Dual.Exp,
        ["log"] = Dual.Log,
        ["sigmoid"] = Dual.Sigmoid,
        ["softplus"] = Dual.Softplus,
        ["sqrt"] = Dual.Sqrt,
        ["tanh"] = Dual.Tanh,
    };

    private readonly string _text;
    private int _position;
    private int _depth;
    private string _error = "";

    private FormulaParser(string text) => _text = text;

    /// <summary>Reads a formula in terms of <c>z</c>.</summary>
    public static FormulaResult Parse(string text)
    {
        if (text.Length > LongestFormula)
        {
            return new(null, $"the formula has {SignalText.Number(text.Length)} characters; up to {SignalText.Number(LongestFormula)} are read");
        }

        var parser = new FormulaParser(text);
        var formula = parser.Sum();
        parser.SkipSpaces();
        if (parser._error.Length == 0 && parser._position < text.Length)
        {
            parser.Fail("an operator or the end");
        }

        return formula is null || parser._error.Length > 0 ? new(null, parser._error) : new(new FormulaActivation(formula), "");
    }

    private Func<Dual, Dual>? Sum()
    {
        var left = Product();
        while (left is not null)
        {
            var operand = left;
            if (Accept('+'))
            {
                left = Product() is { } right ? z => operand(z) + right(z) : null;
            }
            else if (Accept('-'))
            {
                left = Product() is { } right ? z => operand(z) - right(z) : null;
            }
            else
            {
                break;
            }
        }

        return left;
    }

    private Func<Dual, Dual>? Product()
    {
        var left = Signed();
        while (left is not null)
        {
            var operand = left;
            if (Accept('*'))
            {
                left = Signed() is { } right ? z => operand(z) * right(z) : null;
            }
            else if (Accept('/'))
            {
                left = Signed() is { } right ? z => operand(z) / right(z) : null;
            }
            else
            {
                break;
            }
        }

        return left;
    }

    /// <summary>A sign binds less tightly than a power: -z^2 is -(z^2).</summary>
    private Func<Dual, Dual>? Signed()
    {
        if (++_depth > DeepestNesting)
        {
            return Fail("at most " + SignalText.Number(DeepestNesting) + " nested parentheses and signs");
        }

        Func<Dual, Dual>? result;
        if (Accept('-'))
        {
            result = Signed() is { } operand ? z => -operand(z) : null;
        }
        else
        {
            result = Accept('+') ? Signed() : Power();
        }

        _depth--;
        return result;
    }

    private Func<Dual, Dual>? Power()
    {
        var left = Atom();
        return left is null || !Accept('^') ? left : Signed() is { } right ? z => Dual.Power(left(z), right(z)) : null;
    }

    private Func<Dual, Dual>? Atom()
    {
        if (Accept('('))
        {
            var inner = Sum();
            return inner is null || Expect(')') ? inner : null;
        }

        return _position < _text.Length && IsLetter(_text[_position]) ? Named() : Literal();
    }

    private Func<Dual, Dual>? Named()
    {
        var start = _position;
        while (_position < _text.Length && (IsLetter(_text[_position]) || IsDigit(_text[_position])))
        {
            _position++;
        }

        var name = _text.Substring(start, _position - start);
        switch (name)
        {
            case "z":
                return static z => z;
            case "pi":
                return static _ => new Dual(Math.PI, 0);
            case "max" or "min":
                return TwoArguments(name);
        }

        if (!_functions.TryGetValue(name, out var function))
        {
            _position = start;
            return Fail("z, pi or one of abs, erf, exp, log, max, min, sigmoid, softplus, sqrt, tanh");
        }

        return Expect('(') && Sum() is { } argument && Expect(')') ? z => function(argument(z)) : null;
    }

    private Func<Dual, Dual>? TwoArguments(string name)
    {
        if (!Expect('(') || Sum() is not { } first || !Expect(',') || Sum() is not { } second || !Expect(')'))
        {
            return null;
        }

        return name == "max" ? z => Dual.Max(first(z), second(z)) : z => Dual.Min(first(z), second(z));
    }

    private Func<Dual, Dual>? Literal()
    {
        var start = _position;
        while (_position < _text.Length && (IsDigit(_text[_position]) || _text[_position] == '.'))
        {
            _position++;
        }

        if (_position > start && _position < _text.Length && _text[_position] is 'e' or 'E')
        {
            _position++;
            if (_position < _text.Length && _text[_position] is '+' or '-')
            {
                _position++;
            }

            while (_position < _text.Length && IsDigit(_text[_position]))
            {
                _position++;
            }
        }

        if (double.TryParse(_text.Substring(start, _position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && SignalMath.IsFinite(number))
        {
            return _ => new Dual(number, 0);
        }

        _position = start;
        return Fail("a number, z, a function or an opening parenthesis");
    }

    private bool Accept(char symbol)
    {
        SkipSpaces();
        if (_position >= _text.Length || _text[_position] != symbol)
        {
            return false;
        }

        _position++;
        SkipSpaces();
        return true;
    }

    private bool Expect(char symbol)
    {
        if (Accept(symbol))
        {
            return true;
        }

        Fail("'" + symbol + "'");
        return false;
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t')
        {
            _position++;
        }
    }

    private Func<Dual, Dual>? Fail(string expected)
    {
        if (_error.Length == 0)
        {
            var found = _position < _text.Length ? "'" + _text[_position] + "'" : "the end";
            _error = $"at character {SignalText.Number(_position + 1)} there is {found}; expected is {expected}";
        }

        return null;
    }

    private static bool IsLetter(char symbol) => symbol is >= 'a' and <= 'z';

    private static bool IsDigit(char symbol) => symbol is >= '0' and <= '9';
}
