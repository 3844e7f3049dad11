import Findings

/// The outputs of the release gate, made from nothing but the document of `acuity compare`.
public enum GateReport {
    /// The document in a format, with a line end after the last line. The same document and options give the same
    /// bytes.
    ///
    /// - Throws: An encoding error if the document holds a number that JSON cannot, for `json` and `sarif`.
    public static func render(
        _ document: ReleaseDocument, as format: GateFormat, options: GateOptions = GateOptions()
    ) throws -> String {
        switch format {
        case .json: try GateJSON.text(document)
        case .csv: GateCSV(document: document).text
        case .table: TerminalPage(content: content(document), options: options).text
        case .markdown: MarkdownComment(content: content(document), options: options).text
        case .junit: JUnitFile(content: content(document)).text
        case .sarif: try SARIFLog(content: content(document), options: options).text()
        case .github: WorkflowCommands(content: content(document), options: options).text
        case .html: GatePage(content: content(document)).text
        case .tap: TAPStream(content: content(document)).text
        }
    }

    private static func content(_ document: ReleaseDocument) -> GateContent { ReleaseContent(document).content }
}

/// The outputs of thresholds alone, as `acuity check` has them: a failed threshold is a failed test.
public enum CheckReport {
    /// The verdicts of a findings document in a format, with a line end after the last line.
    ///
    /// - Parameters:
    ///   - findings: What the outputs say.
    ///   - format: The form of the output.
    ///   - options: How the output is to look.
    ///   - isStrict: Whether an inconclusive verdict counts as a failure of its own kind.
    ///   - outcome: What the gate says under a policy with waivers; nil where every failure counts.
    /// - Throws: An encoding error if the document holds a number that JSON cannot, for `json` and `sarif`.
    public static func render(
        _ findings: FindingsDocument, as format: GateFormat, options: GateOptions = GateOptions(),
        isStrict: Bool = false, outcome: OutcomeFinding? = nil
    ) throws -> String {
        let content = CheckContent(findings, isStrict: isStrict, outcome: outcome).content
        return switch format {
        case .json: try GateJSON.text(["verdicts": findings.verdicts])
        case .csv: GateCSV.printed(StudyTables.labelled(StudyTables.verdicts(findings.verdicts), findings.study.label))
        case .table: TerminalPage(content: content, options: options).text
        case .markdown: MarkdownComment(content: content, options: options).text
        case .junit: JUnitFile(content: content).text
        case .sarif: try SARIFLog(content: content, options: options).text()
        case .github: WorkflowCommands(content: content, options: options).text
        case .html: GatePage(content: content).text
        case .tap: TAPStream(content: content).text
        }
    }
}
