/// How long one program takes over one chart in one format, and how large the file is.
struct ChartTime: Codable, Sendable {
    var chart: String
    /// `svg`, `pdf` or `png`.
    var format: String
    var bytes: Int
    /// The median of the repeats: layout, drawing and writing the file, without the start of the program.
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

/// The seconds that something takes.
func secondsOnce(_ body: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(body).components
    return Double(time.seconds) + Double(time.attoseconds) * 1e-18
}
