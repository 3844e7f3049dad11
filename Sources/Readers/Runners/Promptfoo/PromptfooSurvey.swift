import Records

/// What a first reading of an eval's rows tells: its providers and prompts, and which tests are repeats of one another.
struct PromptfooSurvey {
    /// A model, as far as rows tell models apart.
    struct Provider: Hashable {
        let id: String
        let label: String?
        /// Which of several equal providers, from 1: they differ in their configuration only.
        let copy: Int
    }

    private(set) var providers: [Provider] = []
    private(set) var promptNames: [String] = []
    /// The metrics of named scores in the order in which they came.
    private(set) var namedScores: [String] = []
    private(set) var rowCount = 0
    private(set) var strangeRowCount = 0
    private(set) var firstStrangeLine: Int?

    private var indices: [Provider: Int] = [:]
    private var labels: [String: Set<String>] = [:]
    private var columns: [String: [Int]] = [:]
    private var tests: [TextFingerprint: Set<Int>] = [:]
    private var firstTests: [Int: (item: Int, epoch: Int)] = [:]
    private var hasRepeats = false
    private let header: PromptfooHeader

    init(header: PromptfooHeader) { self.header = header }

    mutating func add(_ row: PromptfooRow, line: Int) {
        guard row.isResult else {
            strangeRowCount += 1
            firstStrangeLine = firstStrangeLine ?? line
            return
        }
        rowCount += 1
        let prompt = promptName(row)
        if !promptNames.contains(prompt) { promptNames.append(prompt) }
        for score in row.namedScores where !namedScores.contains(score.name) { namedScores.append(score.name) }
        let key = columnKey(row, prompt)
        if let column = row.promptIndex, !columns[key, default: []].contains(column) {
            columns[key, default: []].append(column)
        }
        labels[row.providerID, default: []].insert(row.providerLabel ?? "")
        if let test = row.testIndex, row.hasVars { tests[row.testIdentity, default: []].insert(test) }
    }

    private func columnKey(_ row: PromptfooRow, _ prompt: String) -> String {
        "\(row.providerID)\u{0}\(row.providerLabel ?? "")\u{0}\(prompt)"
    }

    /// To be called after the last row of the first reading: orders what came in the order of completion.
    mutating func finish() {
        let ranks = Dictionary(uniqueKeysWithValues: promptNames.map { ($0, promptRank($0)) })
        promptNames.sort { (ranks[$0] ?? Int.max, $0) < (ranks[$1] ?? Int.max, $1) }
        for key in columns.keys { columns[key]?.sort() }
        hasRepeats = tests.values.contains { $0.count > 1 }
        guard hasRepeats else { return }
        let ordered = tests.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
        for (item, indices) in ordered.enumerated() {
            for (repetition, index) in indices.enumerated() { firstTests[index] = (item, repetition + 1) }
        }
    }

    private func promptRank(_ name: String) -> Int {
        header.pairs.firstIndex { $0.label.map(Self.shortened) == name } ?? Int.max
    }

    /// The provider of a row.
    func provider(of row: PromptfooRow) -> Provider {
        let column = row.promptIndex.flatMap { columns[columnKey(row, promptName(row))]?.firstIndex(of: $0) }
        return Provider(id: row.providerID, label: row.providerLabel, copy: (column ?? 0) + 1)
    }

    /// The model's name: the provider's identifier, or its label where several providers have one identifier.
    func model(_ provider: Provider) -> String {
        let name = (labels[provider.id]?.count ?? 0) > 1 ? provider.label ?? provider.id : provider.id
        return provider.copy > 1 ? "\(name) #\(provider.copy)" : name
    }

    /// A prompt's name in item keys and facets: its label, shortened if it is the prompt's whole text.
    func promptName(_ row: PromptfooRow) -> String {
        let pair = row.promptIndex.flatMap { header.pairs.indices.contains($0) ? header.pairs[$0] : nil }
        return Self.shortened(pair?.label ?? PromptfooRow.label(row.value["prompt"]) ?? "prompt")
    }

    static func shortened(_ label: String) -> String {
        let line = label.prefix { !$0.isNewline }
        if line.count == label.count, label.count <= 80 { return label }
        return "\(line.prefix(40))… \(TextFingerprint(label).name)"
    }

    /// The test of a row and its repeat. Without repeats a test keeps promptfoo's number.
    func test(of row: PromptfooRow) -> (key: String, epoch: Int)? {
        guard let index = row.testIndex else { return nil }
        guard hasRepeats else { return (String(index), 1) }
        guard let first = firstTests[index] else { return ("test-\(index)", 1) }
        return (String(first.item), first.epoch)
    }
}
