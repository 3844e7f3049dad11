/// One hot path with the reference that its time is held against in the same run.
struct BenchmarkCase: Sendable {
    let name: String
    /// What is done, with its size.
    let work: String
    /// The reference and how it was taken, such as a part of the work that was scaled up.
    let reference: String
    let run: @Sendable () -> Void
    /// The seconds of the reference for the same work.
    let referenceSeconds: @Sendable () -> Double
}

/// The least time of several runs.
func seconds(repeats: Int = 3, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<repeats).map { _ in
        let time = clock.measure(body).components
        return Double(time.seconds) + Double(time.attoseconds) * 1e-18
    }.min() ?? .nan
}
