using System.Globalization;
using NetGen;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
float[] targets = [0, 1, 1, 0];

Console.WriteLine(XorNet.Summary);
Console.WriteLine();

// Every step sees all four cases: the gradient of the mean loss, then Adam's update. Nothing is allocated.
var net = new XorNet(seed: 3);
var optimizer = new Adam(0.05f);
for (var step = 0; step <= 200; step++)
{
    var loss = net.TrainStep(inputs, targets, optimizer);
    if (step % 50 == 0)
    {
        Console.WriteLine($"step {step,3}: loss {loss:F4}");
    }
}

Console.WriteLine();
var probabilities = new float[4];
net.PredictProbabilities(inputs, probabilities);
for (var i = 0; i < 4; i++)
{
    Console.WriteLine($"{inputs[2 * i]} xor {inputs[(2 * i) + 1]} = {targets[i]}: {probabilities[i]:P1}");
}
