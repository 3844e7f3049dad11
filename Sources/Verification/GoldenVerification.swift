/// Recomputes golden cases through the public interface of Statistics.
public enum GoldenVerification {
    /// The golden names of the methods that can be verified, in alphabetical order.
    public static var methods: [String] { GoldenMethod.all.map(\.name).sorted() }

    /// Runs every case.
    ///
    /// - Throws: `VerificationError` at the first case with an unknown method or a malformed field.
    public static func run(_ file: GoldenFile) throws(VerificationError) -> GoldenReport {
        let known = Dictionary(uniqueKeysWithValues: GoldenMethod.all.map { ($0.name, $0) })
        var tallies: [String: Tally] = [:]
        var failures: [GoldenReport.Failure] = []
        for golden in file.cases {
            guard let method = known[golden.method] else {
                throw VerificationError(
                    kind: .unknownMethod, caseID: golden.id, field: "method",
                    expected: "one of \(methods.joined(separator: ", "))", found: "`\(golden.method.prefix(80))`")
            }
            let computed = try method.compute(GoldenInput(golden))
            let (failed, error) = try compare(golden, computed)
            tallies[golden.method, default: Tally()].add(isPassed: failed.isEmpty, error: error)
            failures += failed
        }
        return GoldenReport(
            methods: tallies.keys.sorted().map { name in
                let tally = tallies[name] ?? Tally()
                return GoldenReport.Method(
                    name: name, cases: tally.cases, passed: tally.passed, largestRelativeError: tally.error)
            }, failures: failures)
    }

    private struct Tally {
        var cases = 0
        var passed = 0
        var error = 0.0

        mutating func add(isPassed: Bool, error: Double) {
            cases += 1
            passed += isPassed ? 1 : 0
            self.error = max(self.error, error)
        }
    }

    private static func compare(
        _ golden: GoldenCase, _ computed: [String: GoldenValue]
    ) throws(VerificationError) -> (failures: [GoldenReport.Failure], error: Double) {
        var failures: [GoldenReport.Failure] = []
        var largest = 0.0
        for key in golden.expected.keys.sorted() {
            guard let expected = golden.expected[key], let value = computed[key] else {
                throw VerificationError(
                    kind: .malformedCase, caseID: golden.id, field: "expected.\(key.prefix(80))",
                    expected: "one of \(computed.keys.sorted().joined(separator: ", "))", found: "an unknown result")
            }
            guard let pairs = expected.paired(with: value) else {
                failures.append(failure(golden, key, .nan, .nan))
                largest = .infinity
                continue
            }
            for (position, (wanted, found)) in pairs.enumerated() {
                let distance = abs(found - wanted)
                let relative = abs(wanted) <= golden.absoluteTolerance ? distance : distance / abs(wanted)
                largest = max(largest, relative.isNaN ? .infinity : relative)
                // Written so that a NaN fails.
                if !(distance <= golden.absoluteTolerance + golden.relativeTolerance * abs(wanted)) {
                    failures.append(failure(golden, pairs.count > 1 ? "\(key)[\(position)]" : key, wanted, found))
                }
            }
        }
        return (failures, largest)
    }

    private static func failure(
        _ golden: GoldenCase, _ key: String, _ expected: Double, _ computed: Double
    ) -> GoldenReport.Failure {
        GoldenReport.Failure(
            caseID: golden.id, method: golden.method, key: key, expected: expected, computed: computed)
    }
}
