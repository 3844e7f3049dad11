import Findings
import Foundation

/// The images of a benchmark's items: linked where the study gives an address, copied where it gives a path.
final class ItemImages {
    /// An image of one item.
    struct Image: Equatable, Sendable {
        /// Where it lies in the site, or nil.
        var path: String?
        /// Its address elsewhere, or nil.
        var address: String?

        var value: TemplateValue { ["path": TemplateValue(path), "address": TemplateValue(address)] }
    }

    /// Images that the study names and that are not there, or are no images that a browser shows.
    private(set) var missing = 0
    private let pattern: String?
    private let board: ItemBoard
    private let folder: String
    private var known: [String: Image?] = [:]

    /// The formats that are copied, with their first bytes. SVG is left out: it can hold scripts.
    private static let formats: [(ending: String, magic: [UInt8])] = [
        ("png", [0x89, 0x50, 0x4E, 0x47]), ("jpg", [0xFF, 0xD8, 0xFF]), ("gif", [0x47, 0x49, 0x46, 0x38]),
        ("webp", [0x52, 0x49, 0x46, 0x46]), ("avif", []),
    ]

    /// - Parameter folder: The folder of the benchmark's pages.
    init(pattern: String?, board: ItemBoard, folder: String) {
        self.pattern = pattern
        self.board = board
        self.folder = folder
    }

    /// The images of some items, by place.
    func images(of places: [Int], write: (SiteFile) throws -> Void) throws -> [Int: Image] {
        guard pattern != nil else { return [:] }
        var images: [Int: Image] = [:]
        for place in places { images[place] = try image(of: place, write: write) }
        return images
    }

    /// The image of an item; a file of it is handed to `write` the first time.
    private func image(of place: Int, write: (SiteFile) throws -> Void) throws -> Image? {
        guard let pattern, let filled = filled(pattern, place) else { return nil }
        if let known = known[filled] { return known }
        let image = try made(filled, write: write)
        if image == nil { missing += 1 }
        known[filled] = .some(image)
        return image
    }

    private func made(_ filled: String, write: (SiteFile) throws -> Void) throws -> Image? {
        if filled.contains("://") {
            let isSafe = filled.hasPrefix("https://") && !filled.contains { $0.isWhitespace || $0 == "\"" || $0 == "<" }
            return isSafe ? Image(path: nil, address: filled) : nil
        }
        // What facets say must not lead out of the folder that the study names.
        guard !filled.split(separator: "/").contains(".."),
            filled.hasPrefix("/") == (pattern?.hasPrefix("/") ?? false),
            let data = FileManager.default.contents(atPath: filled), let ending = Self.ending(data)
        else { return nil }
        let path = "\(folder)/images/\(Checksum.sha256(Data(filled.utf8)).prefix(16)).\(ending)"
        try write(SiteFile(path: path, data: data))
        return Image(path: path, address: nil)
    }

    private static func ending(_ data: Data) -> String? {
        if data.count > 12, data[data.startIndex + 4..<data.startIndex + 12] == Data("ftypavif".utf8) { return "avif" }
        return formats.first { !$0.magic.isEmpty && data.starts(with: $0.magic) }?.ending
    }

    /// A value as part of an address, or as it is in a path.
    private func encoded(_ value: String) -> String {
        guard pattern?.contains("://") == true else { return value }
        return value.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-", ".", "_", "~"])) ?? ""
    }

    /// The pattern with the item's facets in place of their names in braces; nil if one is lacking.
    private func filled(_ pattern: String, _ place: Int) -> String? {
        var result = ""
        var rest = Substring(pattern)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            result += rest[..<open]
            if name == "item" {
                result += encoded(board.keys[place])
            } else {
                guard let value = board.facets.first(where: { $0.name == name })?[place] else { return nil }
                result += encoded(value)
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
