import Records

/// What the results of a run say: the runner's figures, and what the details of the items are good for.
struct OpenCompassResults {
    /// How an answer's score follows from the details.
    enum Scoring: CaseIterable {
        case verdict
        case agreement
        case judgement

        /// The score of one answer in the unit of the details, or nil.
        func value(_ detail: OpenCompassDetail, _ repetition: Int) -> Double? {
            switch self {
            case .verdict: detail.verdict(repetition)
            case .agreement: detail.agreement(repetition)
            case .judgement: detail.judgement(repetition)
            }
        }
    }

    /// A few short facts on the answers to one item, to be put beside its prediction.
    struct Held {
        var values: [Double?]
        var answers: [String?]
        var targets: [String]
    }

    private struct Sum {
        var total = 0.0
        var count = 0
        var largest = 0.0
    }

    /// The figures in the order of the text.
    private(set) var figures: [(name: String, value: Double)] = []
    /// How many items the details are about.
    private(set) var rowCount = 0
    /// Whether the details have prompts and predictions themselves.
    private(set) var isWhole = false
    private(set) var problems: [Problem] = []
    private var sums: [Scoring: Sum] = [:]
    private var held: [Int: [Scoring: [Double?]]] = [:]
    private var heldTexts: [Int: (answers: [String?], targets: [String])] = [:]
    private var repeatsInDetails = 1

    /// Texts beyond this are not held; predictions and their gold answers are in the other file.
    private static let longestHeld = 256

    /// Goes through a file once, keeping counts, and a few short facts an item where the predictions hold the texts.
    ///
    /// - Throws: `Problem` if the file cannot be read to its end.
    mutating func survey(_ file: LogPart) throws {
        let scanner = JSONStreamScanner(try file.open(), streaming: ["details"])
        while let part = try scanner.next() {
            guard let value = part.value else { continue }
            if part.kind == .element {
                if value.kind == .object { take(OpenCompassDetail(value), at: Self.position(part.key, rowCount)) }
            } else if let number = value.double {
                figures.append((part.path, number))
            } else if part.path == "error" {
                problems.append(
                    InputPlace(file: file.path).problem(
                        "runner-error", .warning, field: "error", expected: "figures",
                        found: String((value.scalarText ?? "an error").prefix(200)),
                        remedy: "The runner could not evaluate the predictions; they are read and scored here."))
            }
        }
    }

    /// The number of a row: its key, else how many came before it.
    static func position(_ key: String?, _ count: Int) -> Int { key.flatMap { Int($0) } ?? count }

    private mutating func take(_ detail: OpenCompassDetail, at position: Int) {
        if rowCount == 0 { isWhole = detail.isWhole }
        rowCount += 1
        let repeats = detail.repeats
        repeatsInDetails = max(repeatsInDetails, repeats)
        for scoring in Scoring.allCases {
            let values = (0..<repeats).map { scoring.value(detail, $0) }
            for value in values.compactMap({ $0 }) {
                sums[scoring, default: Sum()].total += value
                sums[scoring, default: Sum()].count += 1
                sums[scoring, default: Sum()].largest = max(sums[scoring]?.largest ?? 0, value)
            }
            if !isWhole, values.contains(where: { $0 != nil }) { held[position, default: [:]][scoring] = values }
        }
        if !isWhole {
            let short: (String) -> Bool = { $0.utf8.count <= Self.longestHeld }
            let answers = (0..<repeats).map { detail.answer($0).flatMap { short($0) ? $0 : nil } }
            heldTexts[position] = (answers, detail.targets(0).filter(short))
        }
    }

    /// The facts on an item's answers, with scores by one way of scoring.
    func facts(at position: Int, _ scoring: Scoring?) -> Held? {
        guard let texts = heldTexts[position] else { return nil }
        let values = scoring.flatMap { held[position]?[$0] } ?? []
        return Held(values: values, answers: texts.answers, targets: texts.targets)
    }

    /// The mean of a way of scoring in percent, and what a full score is in the details.
    func mean(_ scoring: Scoring) -> (percent: Double, full: Double)? {
        guard let sum = sums[scoring], sum.count > 0 else { return nil }
        let full = sum.largest > 1 ? 100.0 : 1
        return (sum.total / Double(sum.count) / full * 100, full)
    }

    /// How often each item was asked: as the details show, else as the names of the figures say.
    var repeats: Int {
        if repeatsInDetails > 1 { return repeatsInDetails }
        for figure in figures {
            if let match = figure.name.firstMatch(of: /\((\d{1,6}) runs average\)/), let count = Int(match.1) {
                return max(1, count)
            }
        }
        return 1
    }
}
