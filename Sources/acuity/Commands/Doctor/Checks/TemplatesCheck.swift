import Foundation
import Readers
import Report

extension DoctorCheck {
    static let templates = DoctorCheck(name: "templates") { subject in
        do {
            let folder = try Workspace.templates(subject.templates)
            try TemplateFolder(reading: folder).check()
            return [.ok("templates", "\(folder.path): whole")]
        } catch let problem as TemplateProblem {
            let place = problem.file + (problem.line.map { ":\($0)" } ?? "")
            return [
                .problem(
                    "templates", "\(place): expected \(problem.expected); found \(problem.found)", problem.remedy)
            ]
        }
    }

    static let converter = DoctorCheck(name: "converter") { _ in findings(of: ParquetConverter.find()) }

    static func findings(of converter: ParquetConverter?) -> [DoctorFinding] {
        guard let converter else {
            return [
                .ok("converter", "no Python with pyarrow: parquet files cannot be read (`make parquet` installs it)")
            ]
        }
        return [.ok("converter", "pyarrow \(converter.version) of \(converter.interpreter) for parquet files")]
    }
}
