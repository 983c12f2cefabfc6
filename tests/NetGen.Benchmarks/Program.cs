using System.Globalization;
using NetGen.Benchmarks;
using NetGen.Benchmarks.BuildCosts;
using NetGen.Benchmarks.Cold;
using NetGen.Benchmarks.Micro;
using NetGen.Benchmarks.Scaling;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["cold", var job])
{
    // Before anything else is touched: what is measured is this process from its start.
    return ColdJobs.Run(job);
}

try
{
    var request = Request.Parse(args);
    if (request.LimitsToAvx2)
    {
        return NarrowRun.Start(args);
    }

    switch (request.Command)
    {
        case "render":
            TableCommand.Render();
            ScalingCommand.Render();
            return 0;
        case "scaling":
            return ScalingCommand.Run(request);
        case "compile":
            return CompileCommand.Run(request);
        case "micro":
            return MicroCommand.Run(request.Rest);
        default:
            return TableCommand.Run(request);
    }
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
