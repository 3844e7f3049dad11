import Foundation

/// What the place of a file says: `<work folder>/<time>/{predictions,results}/<model>/<data set>.json`.
struct OpenCompassPath {
    /// Which half of a run a file belongs to.
    enum Stage: String {
        case predictions
        case results
    }

    private let place: StagedPath<Stage>
    /// The file's name without ending, and without the mark of an unfinished file.
    let stem: String
    /// Whether the file is one that the runner removes when it is done.
    let isInterim: Bool

    /// - Parameter url: a file's place; nil if it does not follow the custom.
    init?(_ url: URL) {
        guard let place = StagedPath<Stage>(url) else { return nil }
        self.place = place
        isInterim = place.stem.hasPrefix("tmp_")
        stem = isInterim ? String(place.stem.dropFirst(4)) : place.stem
    }

    var stage: Stage { place.stage }
    /// The folder of the time, in which both halves lie.
    var root: URL { place.root }
    /// The model's abbreviation, which names a folder.
    var model: String { place.model }

    /// The folder of the model in one half of the run.
    func folder(_ stage: Stage) -> URL { place.folder(stage) }

    /// The number of a part and the data set it is a part of, if the name ends in a number.
    var numbered: (base: String, number: Int)? {
        guard let bar = stem.lastIndex(of: "_"), bar > stem.startIndex,
            let number = Int(stem[stem.index(after: bar)...]), number >= 0
        else { return nil }
        return (String(stem[..<bar]), number)
    }

    /// The data set: the name, or for one of several parts what the parts have in common.
    ///
    /// A name may end in a number by itself; the results, which are never parted, tell, else the row of numbers does.
    /// - Parameter exists: whether a half has a file for a data set.
    func dataset(_ exists: (Stage, String) -> Bool) -> String {
        guard stage == .predictions, let (base, number) = numbered else { return stem }
        if exists(.results, stem) { return stem }
        if exists(.results, base) { return base }
        guard !exists(.predictions, base), number < 10_000 else { return stem }
        let isRow = (0...max(1, number)).allSatisfy { exists(.predictions, "\(base)_\($0)") }
        return isRow ? base : stem
    }

    /// The time of the run, `20261124_025205`, as ISO 8601, or nil.
    var startedAt: String? {
        let name = root.lastPathComponent
        guard name.wholeMatch(of: /\d{8}_\d{6}/) != nil else { return nil }
        let digits = Array(name)
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))"
    }
}
