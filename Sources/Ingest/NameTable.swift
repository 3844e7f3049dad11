/// Gives the models and benchmarks of logs the identifiers under which the study knows them.
public protocol NameTable {
    /// The identifier of the model that a log calls `name`.
    func model(_ name: String) -> String
    /// The identifier of the benchmark that a log calls `name`.
    func benchmark(_ name: String) -> String
}
