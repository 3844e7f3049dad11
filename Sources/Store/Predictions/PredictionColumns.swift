import Records

/// The predictions of a run without their texts, column by column, in the order of the log.
package struct PredictionColumns: Sendable {
    /// By slot: the item's position, the epoch, the line, the code of the status.
    package var positions: [UInt32] = []
    var epochs: [UInt32] = []
    var lines: [UInt32] = []
    var statuses: [UInt32] = []
    /// By slot: 1 + the place in the dictionary, 0 for none.
    var answers: [UInt32] = []
    var rules: [UInt32] = []
    var runnerAnswers: [UInt32] = []
    var failures: [UInt32] = []
    /// By slot: the number of the text among the run's texts, from 1; 0 for none.
    var texts: [UInt32] = []
    /// The texts of answers, rules, runner's answers and failures.
    var dictionaries: [[String]] = [[], [], [], []]

    mutating func append() {
        positions.append(0)
        epochs.append(1)
        lines.append(0)
        statuses.append(0)
        answers.append(0)
        rules.append(0)
        runnerAnswers.append(0)
        failures.append(0)
        texts.append(0)
    }

    init() {}

    /// The number of the form; another number is one that a newer version wrote.
    private static let form = 1

    package var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.add(Self.form)
        writer.add(positions.count)
        for column in [positions, epochs, lines, texts] { writer.add(differences: column) }
        for column in [statuses, answers, rules, runnerAnswers, failures] { writer.add(column) }
        for dictionary in dictionaries {
            writer.add(dictionary.count)
            for text in dictionary { writer.add(text) }
        }
        return Packed.encode(writer.bytes)
    }

    /// Nil unless the bytes are what `encoded` makes.
    package init?(encoded: [UInt8]) {
        guard let bytes = Packed.decode(encoded) else { return nil }
        var reader = ByteReader(bytes)
        guard reader.number() == Self.form, let count = reader.number(), let positions = reader.differences(count),
            let epochs = reader.differences(count), let lines = reader.differences(count),
            let texts = reader.differences(count), let statuses = reader.numbers(count),
            let answers = reader.numbers(count), let rules = reader.numbers(count),
            let runnerAnswers = reader.numbers(count), let failures = reader.numbers(count)
        else { return nil }
        for (index, codes) in [answers, rules, runnerAnswers, failures].enumerated() {
            guard let dictionary = reader.texts(), codes.allSatisfy({ $0 <= dictionary.count }) else { return nil }
            dictionaries[index] = dictionary
        }
        guard statuses.allSatisfy({ Answer.Status(code: Int($0)) != nil }) else { return nil }
        self.positions = positions
        self.epochs = epochs
        self.lines = lines
        self.statuses = statuses
        self.answers = answers
        self.rules = rules
        self.runnerAnswers = runnerAnswers
        self.failures = failures
        self.texts = texts
    }

    private func text(_ code: UInt32, of dictionary: Int) -> String? {
        code == 0 ? nil : dictionaries[dictionary][Int(code) - 1]
    }

    package func answer(_ slot: Int) -> Answer {
        Answer(
            status: Answer.Status(code: Int(statuses[slot])) ?? .absent, value: text(answers[slot], of: 0),
            rule: text(rules[slot], of: 1))
    }

    package func runnerAnswer(_ slot: Int) -> String? { text(runnerAnswers[slot], of: 2) }
    package func failure(_ slot: Int) -> String? { text(failures[slot], of: 3) }
}
