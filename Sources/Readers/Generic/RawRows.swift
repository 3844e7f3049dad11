import JSONBridge
import Records

/// Hands the rows of JSONL over as bytes, without a value for every field: only rows that need no second look, and only
/// to a sink that knows what they say of their items.
final class RawRows {
    /// How many rows were handed over.
    private(set) var count = 0

    private let scan: OpaquePointer
    private let sink: any RawRecordSink
    /// What the bytes about an item are made of.
    private let form: String
    private let fields: Fields
    private let epoch: Int
    private var prediction = RawPrediction()
    /// What rows said of their runs, and the place of the one that the last row was of.
    private var runs: [NamedRun] = []
    private var last = 0
    /// Whether the row read last can be remembered.
    private var isRead = false

    /// The names that rows give a run, and its index.
    private struct NamedRun {
        let model: [UInt8]?
        let benchmark: [UInt8]?
        let index: Int
    }

    /// Rows of further runs go the long way.
    private static let mostRuns = 256

    /// The places of fields among those that are looked for; nil for those that the log does not have.
    private struct Fields {
        var item = 0
        var text: Int?
        var model: Int?
        var benchmark: Int?
        var answer: Int?
        var epoch: Int?
        var confidence: Int?
        var error: Int?
        var latency: Int?
        var outputTokens: Int?
        var cost: Int?
        var secondsPerLatency = 1.0
        /// The score that the row is judged by first, if there is one, and further ones.
        var scores: [(place: Int, scale: Double)] = []
        var hasScore = false
    }

    /// Nil if rows read so need more than their fields, or if the sink wants records.
    ///
    /// - Parameter epoch: the epoch of rows that do not tell.
    init?(_ guess: FieldGuess, epoch: Int, sink: (any RawRecordSink)?) {
        guard let sink, let item = guess.mapping.roles["item"], guess.mapping.texts.isEmpty,
            guess.mapping.facetTexts.isEmpty, guess.modelColumns.isEmpty, guess.columnScores.isEmpty,
            guess.variant == nil, guess.itemPart == nil, guess.setting == nil, guess.comparedFigure == nil,
            let scan = acuity_row_scan_new()
        else { return nil }
        let roles = guess.mapping.roles
        var places: [String: Int] = [:]
        let about =
            ["question", "choices", "target"].map { roles[$0] ?? "" }
            + (roles["choices"] == nil ? guess.optionColumns : [])
            + guess.mapping.facets.sorted { $0.key < $1.key }.map(\.value)
        func place(_ name: String?) -> Int? {
            guard let name else { return nil }
            if let known = places[name] { return known }
            places[name] = places.count
            var key = name
            key.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) {
                    acuity_row_scan_field(scan, $0.baseAddress, $0.count, about.contains(name))
                }
            }
            return places.count - 1
        }
        for name in about where !name.isEmpty { _ = place(name) }
        var fields = Fields()
        fields.item = place(item) ?? 0
        fields.text = place(roles["prediction"])
        fields.model = place(roles["model"])
        fields.benchmark = place(roles["benchmark"])
        fields.answer = place(roles["answer"])
        fields.epoch = place(roles["epoch"])
        fields.confidence = place(roles["confidence"])
        fields.error = place(roles["error"])
        let measures = MeasureFields(guess.mapping)
        fields.latency = place(measures.latency?.field)
        fields.secondsPerLatency = measures.latency?.seconds ?? 1
        fields.outputTokens = place(measures.outputTokens)
        fields.cost = place(measures.cost)
        let scores = roles["score"].map { [($0, guess.scoreScale)] } ?? []
        fields.hasScore = !scores.isEmpty
        for (name, scale) in scores + guess.furtherScores.map({ ($0.name, $0.scale) }) {
            prediction.scores.append(MetricScore(metric: fields.scores.count, value: nil))
            fields.scores.append((place(name) ?? 0, scale))
        }
        self.scan = scan
        self.sink = sink
        self.fields = fields
        self.epoch = epoch
        form =
            about.joined(separator: "\u{0}") + "\u{0}\(guess.optionColumns.count)\u{0}"
            + guess.mapping.facets.keys.sorted().joined(separator: "\u{0}")
    }

    deinit { acuity_row_scan_free(scan) }

    /// Whether the row was handed over; false if it must go the long way.
    func take(_ bytes: UnsafeRawBufferPointer, line: Int) throws -> Bool {
        isRead = false
        let text = bytes.assumingMemoryBound(to: CChar.self)
        guard acuity_row_scan_read(scan, text.baseAddress, text.count), let values = acuity_row_scan_values(scan),
            fill(values)
        else { return false }
        prediction.line = line
        isRead = true
        guard let run = run(values) else { return false }
        prediction.run = run
        guard try sink.add(prediction, form: form) else { return false }
        count += 1
        return true
    }

    /// The row read last went the long way, and became the last prediction of a run.
    func remember(run: Int) {
        guard isRead, let values = acuity_row_scan_values(scan) else { return }
        if self.run(values) == nil, runs.count < Self.mostRuns {
            last = runs.count
            runs.append(
                NamedRun(
                    model: text(values, fields.model).map { Array($0) },
                    benchmark: text(values, fields.benchmark).map { Array($0) }, index: run))
        }
        prediction.run = run
        sink.remember(prediction, form: form)
    }

    /// The run that a row is of, if rows named it before.
    private func run(_ values: UnsafePointer<acuity_row_value>) -> Int? {
        func isNamed(_ run: NamedRun) -> Bool {
            isSame(run.model, values, fields.model) && isSame(run.benchmark, values, fields.benchmark)
        }
        if runs.indices.contains(last), isNamed(runs[last]) { return runs[last].index }
        guard let found = runs.firstIndex(where: isNamed) else { return nil }
        last = found
        return runs[found].index
    }

    private func isSame(_ known: [UInt8]?, _ values: UnsafePointer<acuity_row_value>, _ place: Int?) -> Bool {
        guard let text = text(values, place) else { return known == nil }
        return known.map { $0.count == text.count && $0.elementsEqual(text) } ?? false
    }

    /// Enters the fields of a row into the prediction; false if one of them is not as plain as it must be.
    private func fill(_ values: UnsafePointer<acuity_row_value>) -> Bool {
        for place in [fields.text, fields.model, fields.benchmark, fields.answer] {
            if let place, !isText(values[place]) { return false }
        }
        guard let item = text(values, fields.item), isText(values[fields.item]) else { return false }
        prediction.item = item
        prediction.text = text(values, fields.text)
        prediction.runnerAnswer = text(values, fields.answer)
        if let place = fields.error, !isLacking(values[place]) { return false }
        prediction.epoch = epoch
        if let place = fields.epoch, !isLacking(values[place]) {
            guard Int(values[place].kind) == ACUITY_ROW_NUMBER, let number = Int(exactly: values[place].number),
                number >= 0
            else { return false }
            prediction.epoch = number
        }
        var confidence: Double?
        guard number(values, fields.confidence, &confidence), confidence.map((0...1).contains) ?? true,
            number(values, fields.latency, &prediction.latency), number(values, fields.cost, &prediction.cost)
        else { return false }
        prediction.confidence = confidence
        prediction.latency = prediction.latency.map { $0 * fields.secondsPerLatency }
        var tokens: Double?
        guard number(values, fields.outputTokens, &tokens) else { return false }
        prediction.outputTokens = tokens.flatMap { Int(exactly: $0) }
        for (metric, score) in fields.scores.enumerated() {
            var value: Double?
            if Int(values[score.place].kind) == ACUITY_ROW_BOOL {
                // `true` has four letters.
                value = values[score.place].count == 4 ? 1 : 0
            } else if !number(values, score.place, &value) {
                return false
            }
            prediction.scores[metric].value = value.map { $0 / score.scale }
        }
        // An empty output is an answer where nothing else says what it was.
        let isJudged = fields.hasScore && prediction.scores[0].value != nil
        if let place = fields.text, Int(values[place].kind) == ACUITY_ROW_EMPTY, !isJudged,
            prediction.runnerAnswer == nil
        {
            return false
        }
        var count = 0
        guard let about = acuity_row_scan_about(scan, &count) else { return false }
        prediction.about = UnsafeRawBufferPointer(start: about, count: count)
        return true
    }

    private func isLacking(_ value: acuity_row_value) -> Bool {
        Int(value.kind) == ACUITY_ROW_MISSING || Int(value.kind) == ACUITY_ROW_EMPTY
    }

    private func isText(_ value: acuity_row_value) -> Bool {
        switch Int(value.kind) {
        case ACUITY_ROW_MISSING, ACUITY_ROW_EMPTY, ACUITY_ROW_TEXT, ACUITY_ROW_NUMBER, ACUITY_ROW_BOOL: true
        default: false
        }
    }

    private func text(_ values: UnsafePointer<acuity_row_value>, _ place: Int?) -> UnsafeRawBufferPointer? {
        guard let place, !isLacking(values[place]) else { return nil }
        return UnsafeRawBufferPointer(start: values[place].bytes, count: values[place].count)
    }

    /// Whether a field is a number or lacking.
    private func number(
        _ values: UnsafePointer<acuity_row_value>, _ place: Int?, _ number: inout Double?
    ) -> Bool {
        number = nil
        guard let place else { return true }
        switch Int(values[place].kind) {
        case ACUITY_ROW_MISSING, ACUITY_ROW_EMPTY: return true
        case ACUITY_ROW_NUMBER, ACUITY_ROW_DOUBLE:
            number = values[place].number
            return true
        default: return false
        }
    }
}
