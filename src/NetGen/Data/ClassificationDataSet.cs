using System.Globalization;
using NetGen.Data;

namespace NetGen;

/// <summary>What data sets of class indices can do beyond others.</summary>
public static class ClassificationDataSet
{
    /// <summary>
    /// Deals the samples at random into two sets in which every class has the same share, as far as whole samples allow; each set is in the order of
    /// this one. A class with at least two samples is in both.
    /// </summary>
    /// <param name="data">The samples.</param>
    /// <param name="fraction">The share of the first set, above 0 and below 1.</param>
    /// <param name="seed">Same seed, same sets.</param>
    /// <returns>The set to train on, and the rest to test with.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1, there is but one sample, or a class index is negative.</exception>
    public static (DataSet<int> Train, DataSet<int> Test) StratifiedSplit(this DataSet<int> data, double fraction, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        var first = DataSetChecks.FirstPart(data.Count, fraction);
        var classes = SamplesByClass(data, seed);
        var quotas = Quotas([.. classes.Select(samples => samples.Count)], fraction, first);
        var train = new List<int>(data.Count);
        var test = new List<int>(data.Count);
        for (var c = 0; c < classes.Count; c++)
        {
            train.AddRange(classes[c].Take(quotas[c]));
            test.AddRange(classes[c].Skip(quotas[c]));
        }

        if (train.Count == 0 || test.Count == 0)
        {
            // Every class has one sample only and all of them fell to one side: nothing is stratified there, but neither part may be empty.
            return data.Split(fraction, seed);
        }

        train.Sort();
        test.Sort();
        return (data.Select(train.ToArray()), data.Select(test.ToArray()));
    }

    /// <summary>The indices of each class's samples, in random order; classes ascending.</summary>
    private static List<List<int>> SamplesByClass(DataSet<int> data, ulong seed)
    {
        var classes = new SortedDictionary<int, List<int>>();
        var order = new int[data.Count];
        new SplitMix64(seed, 0).FillWithPermutation(order);
        foreach (var sample in order)
        {
            var label = data.Targets[sample];
            if (label < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(data), string.Create(CultureInfo.InvariantCulture, $"The class index of sample {sample} is {label}; class indices start at 0."));
            }

            if (!classes.TryGetValue(label, out var samples))
            {
                classes[label] = samples = [];
            }

            samples.Add(sample);
        }

        return [.. classes.Values];
    }

    /// <summary>How many samples of each class go to the first part: the whole parts of the shares, then one more where the remainder is largest.</summary>
    private static int[] Quotas(int[] counts, double fraction, int total)
    {
        var quotas = new int[counts.Length];
        for (var c = 0; c < counts.Length; c++)
        {
            quotas[c] = (int)(counts[c] * fraction);
        }

        // OrderBy keeps the order of equals, so that ties go to the lower class and not to chance.
        var byRemainder = Enumerable.Range(0, counts.Length).OrderByDescending(c => counts[c] * fraction - quotas[c]).ToArray();
        var missing = total - quotas.Sum();
        for (var i = 0; i < missing; i++)
        {
            quotas[byRemainder[i % byRemainder.Length]]++;
        }

        for (var c = 0; c < counts.Length; c++)
        {
            quotas[c] = counts[c] >= 2 ? Math.Clamp(quotas[c], 1, counts[c] - 1) : Math.Clamp(quotas[c], 0, 1);
        }

        return quotas;
    }
}
