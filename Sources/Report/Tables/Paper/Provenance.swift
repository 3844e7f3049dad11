import Findings

/// Where a table comes from, for the head or the foot of its file.
struct Provenance: Equatable, Sendable {
    /// The version of Acuity that made the findings.
    var version: String
    /// The study's title; untrusted text.
    var study: String
    /// The command that makes the file again.
    var command: String
}
