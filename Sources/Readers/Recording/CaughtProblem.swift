import Records

extension Problem {
    /// Runs a body and returns the problem of the input that ended it, or nil; other errors go on their way.
    static func caught(_ body: () throws -> Void) throws -> Problem? {
        do {
            try body()
            return nil
        } catch let problem as Problem {
            return problem
        }
    }
}
