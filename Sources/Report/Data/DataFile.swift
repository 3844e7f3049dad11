import Foundation

/// A file of the folder `data` with what there is to tell of it.
struct DataFile: Sendable {
    /// A column of a table.
    struct Column: Sendable, Equatable {
        var name: String
        var meaning: String
    }

    let file: SiteFile
    /// What is in it, in a phrase.
    let about: String
    /// Its media type (IANA).
    let mediaType: String
    /// Whether it holds findings, rather than something about them.
    let isFindings: Bool
    /// Of a table: its rows without the header, and its columns in their order.
    let rows: Int?
    let columns: [Column]
    let sha256: String

    init(
        _ name: String, _ data: Data, about: String, mediaType: String, isFindings: Bool = false, rows: Int? = nil,
        columns: [Column] = []
    ) {
        file = SiteFile(path: "data/" + name, data: data)
        self.about = about
        self.mediaType = mediaType
        self.isFindings = isFindings
        self.rows = rows
        self.columns = columns
        sha256 = Checksum.sha256(data)
    }

    /// The name within the folder.
    var name: String { String(file.path.dropFirst("data/".count)) }
}
