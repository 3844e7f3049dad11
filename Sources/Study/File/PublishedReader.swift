/// Reads a table `[[published]]` of a study file: what one source prints, by model and benchmark.
enum PublishedReader {
    static func read(_ table: TableReader) -> [PublishedFigure] {
        let source = table.required("source", remedy: "Say who prints the figures.")
        let note = table.string("note")
        var figures: [PublishedFigure] = []
        if let models = table.table("accuracies") {
            for model in models.freeMembers.map(\.key) {
                guard let benchmarks = models.table(model) else { continue }
                for benchmark in benchmarks.freeMembers.map(\.key) {
                    let accuracy = benchmarks.number(benchmark, allowed: "from 0 to 1") { (0...1).contains($0) }
                    guard let accuracy, let source else { continue }
                    var figure = PublishedFigure(model: model, benchmark: benchmark, accuracy: accuracy, source: source)
                    figure.note = note
                    figures.append(figure)
                }
            }
        } else if table.node("accuracies") == nil {
            table.errors.add(
                table.place, field: table.field("accuracies"), expected: "`accuracies`", found: "none",
                remedy: "Give them by model and benchmark: accuracies = { my-model = { slake = 0.712 } }.")
        }
        table.finish()
        return figures
    }
}
