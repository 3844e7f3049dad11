import Records
import SQLite
import Testing

@testable import Readers

@Suite("databases made to harm")
struct HostileDatabaseTests {
    @Test("a query without an end is refused with the number of steps")
    func steps() throws {
        let workspace = try Workspace()
        let path = workspace.folder.path + "/log.db"
        try Database(path: path).execute(
            """
            CREATE TABLE evals (id TEXT);
            CREATE VIEW eval_results AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c;
            """)
        let database = try DatabaseFile(path: path, shownAs: "log.db")
        let problem = #expect(throws: Problem.self) {
            try database.forEach("SELECT count(*) FROM eval_results") { _ in }
        }
        #expect(problem?.kind == "unreadable-database" && problem?.file == "log.db")
        #expect(problem?.expected == "an SQLite database that is read in 108192000 steps")
    }

    @Test("steps count over all statements of a connection, and a connection without a limit has none")
    func limit() throws {
        let count =
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100000) SELECT count(*) FROM c"
        let database = try Database(path: ":memory:")
        try database.execute(count)
        database.limit(steps: 3_000_000)
        try database.execute(count)
        let refusal = #expect(throws: SQLiteRefusal.self) { for _ in 0..<9 { try database.execute(count) } }
        #expect(refusal?.isBeyondSteps == true)
    }
}
