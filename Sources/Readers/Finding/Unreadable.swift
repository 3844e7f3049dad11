/// Files that no reader should be asked about, and why.
enum Unreadable {
    /// Why a file is passed over, or nil if readers may look at it.
    static func reason(_ probe: LogProbe) -> String? {
        let first = probe.firstBytes
        if probe.size == 0 { return "an empty file" }
        if first.starts(with: Array("version https://git-lfs".utf8)) {
            return "a Git LFS pointer without the data; fetch it with `git lfs pull`"
        }
        if first.count > 1, first[0] == 0x80, (2...5).contains(first[1]) || probe.nameEnding == "pkl" {
            return "a Python pickle, which is never loaded because it can run code; export JSON or CSV instead"
        }
        if ["pkl", "pickle"].contains(probe.nameEnding) {
            return "a Python pickle by its name, which is never loaded; export JSON or CSV instead"
        }
        return nil
    }
}
