using System.Text;

namespace NetGen.Generators.Emit;

/// <summary>Writes indented text with <c>\n</c> line ends, whatever the machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _indentation;

    /// <summary>Writes a line, indented; an empty one without trailing blanks.</summary>
    public void Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', 4 * _indentation).Append(text);
        }

        _text.Append('\n');
    }

    /// <summary>Writes each line of a text, indented, after a prefix such as <c>/// </c>.</summary>
    public void Lines(string text, string prefix = "")
    {
        foreach (var line in text.Split('\n'))
        {
            Line((prefix + line).TrimEnd());
        }
    }

    /// <summary>Opens a block: the header, if any, a brace, and one more level until it is disposed of.</summary>
    public Block Open(string header = "")
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        _indentation++;
        return new Block(this, "}");
    }

    /// <summary>One more level without braces, for what is continued from the line above.</summary>
    public Block Indent()
    {
        _indentation++;
        return new Block(this, null);
    }

    /// <summary>Opens a collection expression, closed with <c>];</c>.</summary>
    public Block OpenList()
    {
        Line("[");
        _indentation++;
        return new Block(this, "];");
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>Closes a block when it is disposed of.</summary>
    public readonly struct Block(CodeWriter writer, string? close) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            writer._indentation--;
            if (close is not null)
            {
                writer.Line(close);
            }
        }
    }
}
