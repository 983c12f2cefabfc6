using System.Globalization;
using NetGen.Benchmarks;
using NetGen.Benchmarks.Cold;

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
            return 0;
        default:
            return TableCommand.Run(request);
    }
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
