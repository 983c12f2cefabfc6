using NetGen.Generators.Model;
using Xunit;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>The model has twins of the library's enumerations: the parser casts the one's values to the other.</summary>
public sealed class ModelEnumTests
{
    [Fact]
    public void Activations_Match() => Match<Activation, ActivationKind>();

    [Fact]
    public void Initializers_Match() => Match<Initializer, InitializerKind>(nameof(Initializer.Default));

    [Fact]
    public void Losses_Match() => Match<Loss, LossKind>();

    [Fact]
    public void FanModes_Match() => Match<FanMode, FanModeKind>();

    [Fact]
    public void Distributions_Match() => Match<Distribution, DistributionKind>();

    [Fact]
    public void ExactGain_Matches() => Assert.Equal(Gain.Exact, InitializerSpec.ExactGain);

    /// <param name="resolved">The user's member that the parser replaces by others.</param>
    private static void Match<TUser, TModel>(string? resolved = null)
        where TUser : struct, Enum
        where TModel : struct, Enum
    {
        var users = Enum.GetValues<TUser>().Where(value => value.ToString() != resolved).Select(static value => (value.ToString(), Convert.ToInt32(value)));
        var models = Enum.GetValues<TModel>().Where(static value => Convert.ToInt32(value) >= 0).Select(static value => (value.ToString(), Convert.ToInt32(value)));
        Assert.Equal(users, models);
        Assert.All(Enum.GetValues<TModel>().Where(static value => Convert.ToInt32(value) < 0), static value => Assert.Equal("Custom", value.ToString()));
    }
}
