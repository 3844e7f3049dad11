import Analysis
import Findings
import Foundation
import Study

extension EstimatedRelease {
    /// A model of a findings document.
    ///
    /// - Throws: `FindingsFileError`, `UsageError` where it is not clear which model is meant.
    init(_ operand: ReleaseOperand) throws {
        guard let data = FileManager.default.contents(atPath: operand.what) else {
            throw UsageError("\(operand.what): expected findings; found a file that cannot be read.")
        }
        let document = try FindingsDocument(decoding: data)
        let models = document.models.map(\.id)
        guard let model = operand.model ?? (models.count == 1 ? models.first : nil), models.contains(model) else {
            let nearest = operand.model.flatMap { NearestWord.find($0, among: models) }
            throw UsageError(
                "\(operand.text): expected one of the models "
                    + models.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
                    + (models.count > 8 ? " and more" : "") + ". Choose one with \(operand.what)::"
                    + (nearest ?? "MODEL") + ".")
        }
        self.init(label: model, model: model, origin: operand.text, document: document)
    }
}
