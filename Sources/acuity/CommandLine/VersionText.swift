import Dependencies
import Readers

/// What `acuity --version --verbose` prints.
enum VersionText {
    static func withLibraries() -> String {
        let commit = BuildFacts.commit.map { ", commit \($0)" } ?? ""
        let converter = ParquetConverter.find().map {
            "\($0.interpreter) with pyarrow \($0.version)"
        }
        return """
            \(Program.version)
            \(BuildFacts.configuration) build for \(BuildFacts.architecture)\(commit)
            made with Swift \(BuildFacts.swift); \(BuildFacts.compiler)

            \(DependencyTable.text(LibraryVersion.all(), objects: LoadedObject.all()))

            parquet converter (optional): \(Console.safe(converter ?? "none; `make parquet` installs it"))

            """
    }
}
