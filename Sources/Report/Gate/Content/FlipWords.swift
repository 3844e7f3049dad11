import Findings

/// What is said of an item that turned, in plain text.
enum FlipWords {
    /// `slake, item 17: right to wrong (reasoning; modality = CT)`.
    static func title(_ flip: FlipFinding, withCandidate: Bool) -> String {
        let place = [withCandidate ? flip.candidate : nil, flip.benchmark].compactMap(\.self).map(GateWords.name)
        let reasons = flip.reasons.isEmpty ? "" : " (\(flip.reasons.map(GateWords.name).joined(separator: "; ")))"
        return
            "\(place.joined(separator: ", ")), item \(GateWords.name(flip.item)): "
            + "\(direction(flip.direction))\(reasons)"
    }

    static func direction(_ direction: FlipDirection) -> String {
        switch direction {
        case .rightToWrong: "right to wrong"
        case .wrongToRight: "wrong to right"
        }
    }

    /// `answered B`, `refused`.
    static func answer(_ answer: FlipAnswer) -> String {
        guard let text = answer.answer else { return answer.status }
        return "\(answer.status) \(text.isEmpty ? "(an empty text)" : text)"
    }

    /// `logs/v2.jsonl:17`.
    static func source(_ answer: FlipAnswer) -> String {
        answer.line > 0 ? "\(answer.source):\(answer.line)" : answer.source
    }
}
