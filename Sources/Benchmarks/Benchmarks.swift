import Foundation

/// Times the hot paths: `swift run -c release Benchmarks [name]`. Every line has its reference from the same run.
@main
enum Benchmarks {
    static func main() {
        let wanted = CommandLine.arguments.dropFirst()
        let cases = (JointBootstrapCases.all() + IntervalCases.all()).filter { benchmark in
            wanted.isEmpty || wanted.contains { benchmark.name.hasPrefix($0) }
        }
        let comparisons = [
            (name: ChartComparison.name, run: ChartComparison.run),
            (name: ChartKindTimes.name, run: ChartKindTimes.run),
            (name: IngestStages.name, run: IngestStages.run),
            (name: ReleaseComparison.name, run: ReleaseComparison.run),
        ].filter { comparison in wanted.isEmpty || wanted.contains { comparison.name.hasPrefix($0) } }
        guard !cases.isEmpty || !comparisons.isEmpty else {
            FileHandle.standardError.write(Data("No benchmark has such a name.\n".utf8))
            exit(2)
        }
        for benchmark in cases {
            let time = seconds(benchmark.run)
            let reference = benchmark.referenceSeconds()
            print(
                "\(benchmark.name.padding(toLength: 28, withPad: " ", startingAt: 0))"
                    + String(
                        format: "%12.3f ms   reference %12.3f ms   %8.1f times as fast", time * 1000, reference * 1000,
                        reference / time))
            print("    \(benchmark.work); reference: \(benchmark.reference)")
        }
        for comparison in comparisons {
            do {
                try comparison.run()
            } catch {
                FileHandle.standardError.write(Data("\(comparison.name): \(error)\n".utf8))
                exit(1)
            }
        }
    }
}
