import Foundation

/// Follows links within a site.
enum LinkCheck {
    /// Why a link leads nowhere, or nil.
    static func fault(
        _ link: String, on path: String, site: [String: Data], pages: [String: PageCheck]
    ) -> String? {
        if link.hasPrefix("https://") { return nil }
        if link.contains(":") { return "a scheme other than https" }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var folders = path.split(separator: "/").dropLast().map(String.init)
        for part in parts[0].split(separator: "/") {
            if part == ".." {
                if folders.popLast() == nil { return "leaves the site" }
            } else {
                folders.append(String(part))
            }
        }
        // What is asked of a page is for its script.
        let address = folders.joined(separator: "/").split(separator: "?").first.map(String.init) ?? ""
        let target = parts[0].isEmpty ? path : address
        guard site[target] != nil else { return "no file \(target)" }
        guard parts.count == 2 else { return nil }
        return pages[target]?.fragments.contains(parts[1]) == true ? nil : "no fragment \(parts[1])"
    }
}
