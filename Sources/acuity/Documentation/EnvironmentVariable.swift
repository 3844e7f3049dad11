/// A variable of the environment that commands heed.
struct EnvironmentVariable: Sendable {
    let name: String
    let description: String

    static let all = [
        EnvironmentVariable(
            name: "ACUITY_PYTHON",
            description: "the Python with pyarrow that converts parquet logs (default: one that `make parquet` made, "
                + "else the first `python3` of `PATH` that has pyarrow)"),
        EnvironmentVariable(name: "NO_COLOR", description: "if it is not empty, nothing is coloured"),
        EnvironmentVariable(
            name: "SOURCE_DATE_EPOCH",
            description: "the time, in seconds since 1970, that `acuity sbom` and `acuity manual` write"),
        EnvironmentVariable(name: "TERM", description: "if it is `dumb`, there is no colour and no progress"),
    ]
}
