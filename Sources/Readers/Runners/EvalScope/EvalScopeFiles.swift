import Foundation
import Records

/// The files of one run: one model on one data set, a review a subset.
struct EvalScopeFiles {
    /// The rows of one subset.
    struct Subset {
        let name: String?
        /// The review, or the predictions if there is none.
        let rows: LogPart
        /// The predictions beside a review.
        let predictions: LogPart?
        let isReviewed: Bool
    }

    private(set) var subsets: [Subset] = []
    private(set) var report: LogPart?
    let path: EvalScopePath?
    let names: EvalScopeNames

    init(_ log: Log) {
        let folders = FolderListing()
        path = EvalScopePath(log.url)
        guard let path else {
            let siblings = folders.names(beside: log.url).filter { $0.hasSuffix(".jsonl") }.map {
                String($0.dropLast(6))
            }
            let stem = (LogProbe.innerName(log.url.lastPathComponent) as NSString).deletingPathExtension
            names = EvalScopeNames(stem, EvalScopeHints(siblings: siblings))
            let isReviewed =
                (try? log.open().readPrefix(LogProbe.prefixLength)).map { EvalScopeKind(JSONOutline($0)) } == .review
            subsets = log.parts.map { Subset(name: names.subset, rows: $0, predictions: nil, isReviewed: isReviewed) }
            return
        }
        names = path.names(path.hints(folders))
        let beside = log.sidecars.map { LogPart(url: $0, path: log.shownPath(of: $0)) }
        let placed = (log.parts + beside).compactMap { part in EvalScopePath(part.url).map { (part, $0) } }
        report = placed.first { $0.1.stage == .reports }?.0
        // A review that was named is read alone; a report stands for all reviews of its data set.
        let named = Set(log.parts.compactMap { EvalScopePath($0.url) }.filter { $0.stage != .reports }.map(\.stem))
        let stems = Set(placed.filter { $0.1.stage != .reports }.map(\.1.stem))
        for stem in (named.isEmpty ? stems : named).sorted() {
            let review = placed.first { $0.1.stem == stem && $0.1.stage == .reviews }?.0
            let predictions = placed.first { $0.1.stem == stem && $0.1.stage == .predictions }?.0
            guard let rows = review ?? predictions else { continue }
            let subset = stem.dropFirst(names.dataset.count + 1)
            subsets.append(
                Subset(
                    name: subset.isEmpty ? nil : String(subset), rows: rows,
                    predictions: review == nil ? nil : predictions, isReviewed: review != nil))
        }
    }
}

/// What the rows of a file are.
enum EvalScopeKind {
    case review
    case prediction

    /// - Parameter outline: the keys of the first row; nil if they are none of EvalScope's.
    init?(_ outline: JSONOutline) {
        guard outline.root == .object, outline.has("index") || outline.has("answer_id") else { return nil }
        if outline.has("sample_score") {
            self = .review
        } else if outline.has("reviewer_spec") || outline.has("review_id") || outline.has("review_time") {
            self = .review
        } else if outline.has("model", "model_output") || outline.has("answer_id", "choices", "model_spec") {
            self = .prediction
        } else if outline.has("target"), outline.has("messages") || outline.has("input"), !outline.isComplete {
            // A long conversation may fill the bytes that are looked at before the score comes.
            self = .review
        } else {
            return nil
        }
    }
}
