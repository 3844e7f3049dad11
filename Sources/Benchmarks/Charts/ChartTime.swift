import Foundation

/// How long one program takes over one chart in one format, and how large the file is.
struct ChartTime: Codable, Sendable {
    var chart: String
    /// `svg`, `pdf` or `png`.
    var format: String
    var bytes: Int
    /// The median of the repeats: processor time of layout, drawing and writing the file, without the program's start.
    var seconds: Double
}

/// What is drawn, alike for every program.
struct ChartOrder: Codable, Sendable {
    var title: String
    var subtitle: String
    var footnote: String
    /// In inches.
    var width: Double
    /// In inches.
    var height: Double
}

/// The middle of some times; of an even number of them, the lower of the two middle ones.
func median(_ seconds: [Double]) -> Double {
    seconds.isEmpty ? .nan : seconds.sorted()[(seconds.count - 1) / 2]
}

/// The seconds of processor time, of the program and the system, that something takes on all threads.
///
/// Processor time rather than time by the clock, because other work on the machine does not lengthen it.
///
/// - Parameter who: `RUSAGE_SELF`, or `RUSAGE_CHILDREN` for programs that end within.
func processorSeconds(of who: __rusage_who = RUSAGE_SELF, _ body: () throws -> Void) rethrows -> Double {
    func used() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(who.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6 }
    }
    let before = used()
    try body()
    return used() - before
}
