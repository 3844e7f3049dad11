import Findings

/// A release of which only estimates are known: a model of a findings document.
public struct EstimatedRelease {
    /// How the release is called; unique among those that are compared.
    public var label: String
    /// The model's identifier in the document.
    public let model: String
    /// What the user named.
    public let origin: String
    /// The findings in which the release's estimates stand.
    public let document: FindingsDocument

    /// A release of a document that is at hand; that the document has the model is not checked.
    public init(label: String, model: String, origin: String, document: FindingsDocument) {
        self.label = label
        self.model = model
        self.origin = origin
        self.document = document
    }
}
