using NetGen.Generators.Model;
using NetGen.Generators.Parsing;
using Xunit;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>Where classes stand, and the names of their files.</summary>
public sealed class TypeTests
{
    [Fact]
    public void Type_OfTheGlobalNamespace() => Assert.Equal(
        new TypeSpec("", System.Collections.Immutable.ImmutableArray<string>.Empty, "Net", "Net", "Net", true),
        Parse("public partial class Net;", "Net"));

    [Fact]
    public void Type_InContainersOfEveryKind()
    {
        const string Source = """
            namespace @event.Été;
            public static partial class @class
            {
                public readonly partial record struct B
                {
                    internal partial interface C
                    {
                        public sealed partial record D
                        {
                            public partial struct E
                            {
                                public partial class @await;
                            }
                        }
                    }
                }
            }
            """;
        var expected = new TypeSpec(
            "@event.Été",
            new(["partial class @class", "partial record struct B", "partial interface C", "partial record D", "partial struct E"]),
            "await",
            "@await",
            "-event.--00c9t--00e9.-class+B+C+D+E+-await",
            false);
        Assert.Equal(expected, Parse(Source, "event.Été.class+B+C+D+E+await"));
    }

    [Theory]
    [InlineData("public class Outer { protected internal partial class Net; }", true)]
    [InlineData("public class Outer { protected partial class Net; }", true)]
    [InlineData("public class Outer { private protected partial class Net; }", false)]
    [InlineData("public class Outer { internal partial class Net; }", false)]
    [InlineData("class Outer { public partial class Net; }", false)]
    public void Type_IsPublicWhereOthersSeeIt(string source, bool expected) => Assert.Equal(expected, Parse(source, "Outer+Net").IsPublic);

    /// <summary>Names that differ in letters, in case, in composition, in what contains them: their files differ even where case does not count.</summary>
    [Fact]
    public void HintNames_DifferWhereCaseDoesNotCount()
    {
        string[] names = ["Net", "net", "NET", "nEt", "neT", "N_et", "N\u00e9t", "Ne\u0301t", "N\u00c9t", "N00e9t", "Net1", "_Net", "\u0130", "\u0131", "i", "I", "\ufb01", "fi", "\u1e9e", "ss", "a", "A", "aA", "Aa", "AA", "aa"];
        var stems = new List<string>();
        foreach (var (prefix, suffix) in (ReadOnlySpan<(string, string)>)[("", ""), ("namespace S { ", "}"), ("namespace s { ", "}"), ("namespace A.B { ", "}"), ("namespace A { partial class B { ", "} }")])
        {
            var source = prefix + string.Concat(names.Select(static name => $"partial class {name};")) + suffix;
            var container = prefix switch
            {
                "" => "",
                "namespace S { " => "S.",
                "namespace s { " => "s.",
                "namespace A.B { " => "A.B.",
                _ => "A.B+",
            };
            stems.AddRange(names.Select(name => HintNames.Of(Parsed.Symbol(source, container + name))));
        }

        Assert.Equal(5 * names.Length, stems.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(5 * names.Length, stems.Select(static stem => stem.ToUpperInvariant()).Distinct().Count());
        Assert.All(stems, static stem => Assert.All(stem, static character => Assert.True(char.IsAsciiLetterOrDigit(character) || "-_.+`".Contains(character))));
    }

    [Fact]
    public void HintNames_ReadWell()
    {
        Assert.Equal("Mlp", HintNames.Of(Parsed.Symbol("class Mlp;", "Mlp")));
        Assert.Equal("Net-Gen.Samples.Digit-Net", HintNames.Of(Parsed.Symbol("namespace NetGen.Samples; class DigitNet;", "NetGen.Samples.DigitNet")));
        Assert.Equal("Outer`1+Net", HintNames.Of(Parsed.Symbol("class Outer<T> { public class Net; }", "Outer`1+Net")));
    }

    [Fact]
    public void HintNames_StayShort()
    {
        var name = new string('\u00e9', 400);
        var first = HintNames.Of(Parsed.Symbol($"class {name}a;", name + "a"));
        var second = HintNames.Of(Parsed.Symbol($"class {name}b;", name + "b"));
        Assert.InRange(first.Length, 100, 160);
        Assert.NotEqual(first, second);
        Assert.Equal(first, HintNames.Of(Parsed.Symbol($"class {name}a;", name + "a")));
    }

    private static TypeSpec Parse(string source, string metadataName) => TypeParser.Parse(Parsed.Symbol(source, metadataName));
}
