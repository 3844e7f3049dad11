import Records

extension Problem {
    static func unreadableSummary(file: String, found: String) -> Problem {
        Problem(
            kind: "unreadable-file", severity: .error, file: file, expected: "a summary that can be read", found: found,
            remedy: "Check that it exists and that you may read it.")
    }

    static func noSummary(file: String) -> Problem {
        Problem(
            kind: "not-a-summary", severity: .error, file: file, expected: "a summary by `acuity summarize`",
            found: "another file", remedy: "Name the files that `acuity summarize --out` wrote.")
    }

    static func newerSummary(file: String, form: String) -> Problem {
        Problem(
            kind: "unknown-summary-form", severity: .error, file: file, expected: "a summary of the form 1",
            found: "the form \(form)", remedy: "Use the Acuity that wrote it.")
    }

    static func damagedSummary(file: String, what: String) -> Problem {
        Problem(
            kind: "damaged-summary", severity: .error, file: file, expected: "a whole summary", found: what,
            remedy: "Copy it again, or make it anew with `acuity summarize`.")
    }

    static func otherIngest(file: String, found: String, expected: String) -> Problem {
        Problem(
            kind: "other-summary-version", severity: .error, file: file,
            expected: "a summary by an Acuity that reads logs in the same way (ingest version \(expected))",
            found: "version \(found)", remedy: "Make all summaries and merge them with one version of Acuity.")
    }

    static func otherNames(file: String) -> Problem {
        Problem(
            kind: "other-study", severity: .error, file: file,
            expected: "a summary made with the same models and benchmarks in the study file", found: "other ones",
            remedy: "Name the study file with which it was made (--study FILE), or make it anew with this one.")
    }

    static func otherTexts(file: String, other: String) -> Problem {
        Problem(
            kind: "mixed-summaries", severity: .error, file: file, expected: "texts as in \(other)",
            found: "a summary with texts beside one without",
            remedy: "Make all summaries with --texts, or all without.")
    }

    static func contradiction(log: String, in file: String, and other: String) -> Problem {
        Problem(
            kind: "contradicting-summaries", severity: .error, file: file,
            expected: "the same of \(log) as \(other) says", found: "something else",
            remedy: "The log was changed or only read by one of them. Make one of the two anew, or leave it out.")
    }
}
