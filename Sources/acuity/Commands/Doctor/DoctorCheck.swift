/// Something that `acuity doctor` looks at.
struct DoctorCheck: Sendable {
    /// A stable name, which its findings have.
    let name: String
    /// - Throws: What keeps it from looking; that is then a problem of its own.
    let look: @Sendable (DoctorSubject) throws -> [DoctorFinding]

    /// All checks, in the order in which they are told. A new one is one file and one line here.
    static let all: [DoctorCheck] = [
        .program, .libraries, .golden, .fonts, .scripts, .terminal, .machine, .clock, .output, .temporary, .store,
        .findings, .study, .templates, .converter,
    ]

    /// What it found.
    func findings(_ subject: DoctorSubject) -> [DoctorFinding] {
        do {
            return try look(subject)
        } catch {
            return [.problem(name, "\(error)", "Mend what the message names, and look again.")]
        }
    }
}

/// What the checks are about: the arguments of a build.
struct DoctorSubject {
    let invocation: Invocation
    var workspace: Workspace { Workspace(output: invocation.output) }
    var templates: String? { invocation.value(.templates) }
}
