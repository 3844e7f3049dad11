import Foundation

/// A file's place below a folder that is named after a stage of the run: `<root>/<stage>/<model>/<file>`.
struct StagedPath<Stage: RawRepresentable> where Stage.RawValue == String {
    /// The stage that the file belongs to.
    let stage: Stage
    /// The folder in which the stages lie.
    let root: URL
    /// The model, which names a folder.
    let model: String
    /// The file's name without its endings.
    let stem: String

    /// - Parameter url: a file's place; nil if no folder above it is a stage.
    init?(_ url: URL) {
        let folders = Array(url.deletingLastPathComponent().standardizedFileURL.pathComponents)
        // A model's name may hold a slash, which makes one more folder.
        guard let place = folders.indices.suffix(3).dropLast().last(where: { Stage(rawValue: folders[$0]) != nil }),
            let stage = Stage(rawValue: folders[place])
        else { return nil }
        self.stage = stage
        root = URL(fileURLWithPath: NSString.path(withComponents: Array(folders[..<place])))
        model = folders[(place + 1)...].joined(separator: "/")
        stem = (LogProbe.innerName(url.lastPathComponent) as NSString).deletingPathExtension
    }

    /// The folder of the model in a stage.
    func folder(_ stage: Stage) -> URL { root.appendingPathComponent(stage.rawValue).appendingPathComponent(model) }
}
