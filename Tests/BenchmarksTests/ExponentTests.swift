import Testing

@testable import Benchmarks

@Suite("What benchmarks compute") struct ExponentTests {
    @Test("the exponent of a power is its power", arguments: [0.0, 0.5, 1, 2])
    func powers(power: Double) {
        let sizes: [Double] = [10, 100, 1000, 10_000]
        let values = sizes.map { size in 3 * (0..<Int(2 * power)).reduce(1.0) { value, _ in value * size.squareRoot() }
        }
        #expect(abs(Exponent.of(values, over: sizes) - power) < 1e-12)
    }

    @Test(
        "symbols belong to the module in their name",
        arguments: [
            ("$s7Readers11LogFinderV", "Readers"), ("$s6Charts5ScaleO", "Charts"),
            ("$sSa6RecordsE3fooyyF", "Swift, code about its standard library"),
            ("_ZN3CLI3App5parseEv", "CLI11"), ("_ZNK5boost4math3foo", "Boost.Math"),
            ("acuity_philox", "C bridges and kernels"), ("main", "C and unnamed"),
        ])
    func modules(symbol: String, module: String) { #expect(SymbolModule.name(of: symbol[...]) == module) }

    @Test("an unknown group or option is told") func options() {
        #expect(throws: UsageProblem.self) { try BenchmarkOptions(["scna"]) }
        #expect(throws: UsageProblem.self) { try BenchmarkOptions(["--pages"]) }
        #expect(throws: UsageProblem.self) { try BenchmarkOptions(["--page"]) }
    }

    @Test("groups run in the order of the list, whatever the order of their names") func order() throws {
        let options = try BenchmarkOptions(["matrix", "scan", "--markdown"])
        #expect(options.groups.map(\.name) == ["scan", "matrix"])
        #expect(options.isMarkdown && !options.isLarge && options.page == nil)
    }
}
