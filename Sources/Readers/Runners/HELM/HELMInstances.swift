import Records

/// The instances beside `display_predictions.json` (`instances.json`), found without holding their texts.
///
/// HELM writes both files in the same order and goes through the instances again for each trial, so that the next one
/// looked for is nearly always the next one in the file.
final class HELMInstances {
    private let folder: HELMFolder
    private var parts: [String: HELMPart] = [:]
    private var scanner: JSONStreamScanner?

    /// - Parameter isNeeded: whether there is no better source of the instances.
    /// - Throws: what reading throws beyond problems, which are noted.
    init(_ folder: HELMFolder, isNeeded: Bool, _ notes: inout [Problem]) throws {
        self.folder = folder
        guard isNeeded, let source = try folder.open(.instances) else { return }
        var found: [Problem] = []
        let failure = try Problem.caught {
            try HELMRows.forEach(source, in: nil, note: { found.append($0) }) { row in
                guard let key = HELMKey(row.value["id"], row.value["perturbation"], nil) else { return }
                parts[key.item] = HELMInstance(row.value).part
            }
        }
        notes += found
        if var failure {
            failure.severity = .warning
            notes.append(failure)
        }
    }

    /// The part of the run that an instance belongs to.
    func part(of key: HELMKey) -> HELMPart { parts[key.item] ?? HELMPart() }

    /// The instance of a displayed prediction, valid until the next one is looked for; nil if there is none.
    func find(_ prediction: JSONValue) throws -> JSONValue? {
        guard let key = HELMKey(prediction), parts[key.item] != nil else { return nil }
        var isSecondRound = scanner == nil
        while true {
            if scanner == nil {
                scanner = try folder.open(.instances).map { JSONStreamScanner($0) }
                if scanner == nil { return nil }
            }
            var found: JSONValue?
            // A file that ends early was noted when the parts were read.
            let failure = try Problem.caught { found = try scanner?.next()?.value }
            guard failure == nil, let found else {
                scanner = nil
                if isSecondRound { return nil }
                isSecondRound = true
                continue
            }
            if HELMKey(found["id"], found["perturbation"], nil)?.item == key.item { return found }
        }
    }
}
