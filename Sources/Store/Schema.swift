/// The schema's migrations, in order. `PRAGMA user_version` counts those that a store has.
enum Schema {
    /// Marks a file as an Acuity store: "ACTY".
    static let applicationID = 0x4143_5459

    /// Each migration is applied once, in one transaction. Never change one that was released; add another.
    static let migrations: [String] = [
        """
        CREATE TABLE sources (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            bytes INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            -- Hash of everything that decides what ingest makes of the log: bytes, sidecars, names, fields.
            fingerprint TEXT NOT NULL,
            runner TEXT NOT NULL,
            runner_version TEXT,
            problems TEXT NOT NULL
        );
        CREATE TABLE models (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE benchmarks (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        -- An item's position within its benchmark is its place in every score vector.
        CREATE TABLE items (
            benchmark INTEGER NOT NULL REFERENCES benchmarks (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            key TEXT NOT NULL,
            question TEXT,
            targets TEXT,
            choices INTEGER NOT NULL,
            PRIMARY KEY (benchmark, position),
            UNIQUE (benchmark, key)
        ) WITHOUT ROWID;
        -- One vector of codes for each facet: four bytes an item, little endian, 0 for none, else 1 + index in `dictionary`.
        CREATE TABLE facets (
            benchmark INTEGER NOT NULL REFERENCES benchmarks (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            dictionary TEXT NOT NULL,
            codes BLOB NOT NULL,
            PRIMARY KEY (benchmark, name)
        ) WITHOUT ROWID;
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
            run_index INTEGER NOT NULL,
            model INTEGER NOT NULL REFERENCES models (id),
            benchmark INTEGER NOT NULL REFERENCES benchmarks (id),
            started_at TEXT,
            cluster_facet TEXT,
            items INTEGER NOT NULL,
            items_reported INTEGER,
            predictions INTEGER NOT NULL,
            epochs INTEGER NOT NULL,
            duplicates INTEGER NOT NULL,
            unparsed INTEGER NOT NULL,
            refused INTEGER NOT NULL,
            errors INTEGER NOT NULL,
            absent INTEGER NOT NULL,
            unscored INTEGER NOT NULL,
            scored_by_both INTEGER NOT NULL,
            disagreements INTEGER NOT NULL,
            -- The share of each item's epochs that have no answer, as a vector like those in `scores`.
            unresolved BLOB
        );
        CREATE INDEX runs_by_benchmark ON runs (benchmark);
        -- The scores of a run under one metric, epochs averaged within the item: one vector, so that the matrix of a
        -- benchmark is one read. `parsed_values` leaves out predictions without an answer; NULL if that changes nothing.
        CREATE TABLE scores (
            run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            metric_index INTEGER NOT NULL,
            metric TEXT NOT NULL,
            reported REAL,
            reported_note TEXT,
            scale REAL NOT NULL,
            higher_is_better INTEGER NOT NULL,
            mean REAL,
            item_values BLOB NOT NULL,
            parsed_values BLOB,
            PRIMARY KEY (run, metric_index)
        ) WITHOUT ROWID;
        CREATE TABLE predictions (
            run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            line INTEGER NOT NULL,
            status TEXT NOT NULL,
            answer TEXT,
            rule TEXT,
            score REAL,
            runner_answer TEXT,
            runner_scores BLOB,
            prediction TEXT,
            failure TEXT,
            PRIMARY KEY (run, position, epoch)
        ) WITHOUT ROWID;
        """,
        """
        ALTER TABLE predictions ADD COLUMN confidence REAL;
        -- Confidences by item position, as a vector like those in `scores`; NULL if the log has none.
        ALTER TABLE runs ADD COLUMN confidences BLOB;
        -- The scores of each epoch, one epoch's items after the other's; NULL for a run with one epoch.
        ALTER TABLE scores ADD COLUMN epoch_values BLOB;
        """,
        """
        -- What each run says of each item, as hashes by item position, so that runs can be compared without their texts.
        CREATE TABLE fingerprints (
            run INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
            items BLOB NOT NULL
        );
        """,
        """
        -- The texts of an item's options in their order, as JSON; NULL if it has none or the log does not tell.
        ALTER TABLE items ADD COLUMN options TEXT;
        """,
        """
        -- What is measured of a run's predictions beside their scores, by the name of the measure: a vector by item
        -- position like those in `scores`, epochs averaged within the item.
        CREATE TABLE measures (
            run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            item_values BLOB NOT NULL,
            PRIMARY KEY (run, name)
        ) WITHOUT ROWID;
        """,
        predictionColumns,
        """
        -- Ingest knows every item's position by its key; a second index only made it slower.
        CREATE TABLE plain_items (
            benchmark INTEGER NOT NULL REFERENCES benchmarks (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            key TEXT NOT NULL,
            question TEXT,
            targets TEXT,
            choices INTEGER NOT NULL,
            options TEXT,
            PRIMARY KEY (benchmark, position)
        ) WITHOUT ROWID;
        INSERT INTO plain_items SELECT benchmark, position, key, question, targets, choices, options FROM items;
        DROP TABLE items;
        ALTER TABLE plain_items RENAME TO items;
        """,
        itemChunks,
        """
        -- How the fingerprints of a run are packed, and what they are packed against: the fingerprints of a benchmark's
        -- items as the first run gave them.
        ALTER TABLE fingerprints ADD COLUMN form INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE item_fingerprints (
            benchmark INTEGER PRIMARY KEY REFERENCES benchmarks (id) ON DELETE CASCADE,
            items BLOB NOT NULL
        );
        """,
        """
        -- Hash of what a source says of its items: their keys, texts and facets.
        ALTER TABLE sources ADD COLUMN sayings TEXT NOT NULL DEFAULT '';
        -- The logs whose coming or going left what is stored of items dependent on the order of events.
        CREATE TABLE history (path TEXT NOT NULL);
        """,
        """
        -- Pages have checksums: they are written anew before this, and a program that knows none must not write here.
        """,
    ]

    /// Items in packed chunks instead of a row each.
    static let itemChunks = """
        CREATE TABLE item_chunks (
            benchmark INTEGER NOT NULL REFERENCES benchmarks (id) ON DELETE CASCADE,
            chunk INTEGER NOT NULL,
            -- The keys with what else the statistics need of an item, apart from its texts.
            keys BLOB NOT NULL,
            texts BLOB NOT NULL,
            PRIMARY KEY (benchmark, chunk)
        );
        """

    /// What a run predicted in one row instead of a row a prediction, and its texts in packed chunks: a tenth of the room.
    static let predictionColumns = """
        ALTER TABLE predictions RENAME TO prediction_rows;
        CREATE TABLE predictions (
            run INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
            columns BLOB NOT NULL
        );
        CREATE TABLE prediction_texts (
            run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            chunk INTEGER NOT NULL,
            texts BLOB NOT NULL,
            PRIMARY KEY (run, chunk)
        ) WITHOUT ROWID;
        """
}
