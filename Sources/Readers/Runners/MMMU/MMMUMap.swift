import Records

/// Reads maps from items to answers, which the makers of MMMU judge with the right answers of another file.
struct MMMUMap {
    private let writer: RunWriter
    private let gold: MMMUGold
    private let names: MMMURows.MetricNames

    init(_ writer: RunWriter, _ gold: MMMUGold, _ names: MMMURows.MetricNames = MMMURows.MetricNames()) {
        self.writer = writer
        self.gold = gold
        self.names = names
    }

    /// - Throws: `Problem` if nothing can be read; what the sink throws.
    func read(_ part: LogPart) throws {
        let scanner = JSONStreamScanner(try part.open())
        var count = 0
        var withoutGold = 0
        let failure = try Problem.caught {
            while let member = try scanner.next() {
                guard let key = member.key, let value = member.value else { continue }
                count += 1
                if gold.items[key]?.targets.isEmpty ?? true { withoutGold += 1 }
                try add(key, value, line: member.line)
            }
        }
        if var failure {
            guard count > 0 else { throw failure }
            failure.remedy += " The \(count) items before it were read."
            writer.note(failure)
        }
        if withoutGold > 0 {
            writer.note(
                InputPlace(file: part.path).problem(
                    "missing-target", .warning, expected: "the right answers in `answer_dict_val.json` near by",
                    found: "none for \(withoutGold) of \(count) items",
                    remedy: "Put the file into the folder of the answers or one of the three above it."))
        }
    }

    private func add(_ key: String, _ value: JSONValue, line: Int) throws {
        // Open answers may be a list of what was found in the response.
        let texts =
            value.kind == .array ? value.elements.compactMap(\.scalarText) : [value.scalarText].compactMap { $0 }
        let item = gold.items[key]
        var record = PredictionRecord(
            run: 0, item: key, choices: item?.choices ?? [], targets: item?.targets ?? [],
            text: item?.response ?? texts.first, runnerAnswer: texts.first, facets: MMMURows.facets(key), line: line)
        if let item, !item.targets.isEmpty {
            let isRight =
                item.isChoice
                ? MMMURules.isRight(letter: texts.first ?? "", targets: item.targets)
                : MMMURules.isRight(pieces: texts.flatMap(MMMURules.pieces), targets: item.targets)
            record.scores = MMMURows.scores(isRight, isChoice: item.isChoice, writer, names)
            record.facets.append(MMMURows.typeFacet(isChoice: item.isChoice))
        }
        try writer.add(record)
    }
}
