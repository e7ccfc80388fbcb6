using Bpm.Persistence.Process;

// write <folder>                  writes triples of settings without end; prints the number of each committed triple
// measure <folder> <transactions> prints transactions a second for 1, 4, 16 and 64 clients
return args switch
{
    ["write", var folder] => await Writing.RunAsync(folder),
    ["measure", var folder, var transactions] => await Measuring.RunAsync(folder, int.Parse(transactions, System.Globalization.CultureInfo.InvariantCulture)),
    _ => 2,
};
