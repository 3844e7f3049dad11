/// What writing a site changed, in files.
public struct SiteChange: Sendable, Equatable {
    /// Files that are new or have other bytes than before.
    public var written = 0
    /// Files that had the same bytes: they were left as they are, with their times.
    public var unchanged = 0
    /// Files that Acuity wrote before and does not write any more.
    public var removed = 0
    /// Files that are not Acuity's and were kept.
    public var kept = 0

    /// No change.
    public init() {}
}

extension SiteChange: CustomStringConvertible {
    /// `3 files written, 380 unchanged, 1 removed`, and how many are the user's own, if any.
    public var description: String {
        "\(Digits.counted(written, "file")) written, \(Digits.count(unchanged)) unchanged, "
            + "\(Digits.count(removed)) removed" + (kept > 0 ? ", \(Digits.count(kept)) of your own kept" : "")
    }
}
