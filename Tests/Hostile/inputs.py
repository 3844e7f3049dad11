"""The inputs that are made to harm: a name, a function that puts them into a folder, and words that must be said."""

import itertools
import json
import lzma
import os
import socket
import struct
import zipfile
import zlib

ROWS = [{"id": n, "model": "m-7b", "benchmark": "b", "target": "A", "prediction": "AB"[n % 2]} for n in range(20)]
GOOD = "".join(json.dumps(row) + "\n" for row in ROWS)
ZEROS = bytes(1 << 20)


def write(name, content):
    def make(folder):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "wb") as file:
            for piece in [content] if isinstance(content, bytes) else content():
                file.write(piece)

    return make


def zeros_gzip(count):
    def pieces():
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        for _ in range(count):
            yield packer.compress(ZEROS)
        yield packer.flush()

    return pieces


def zeros_xz(count):
    def pieces():
        packer = lzma.LZMACompressor(preset=0)
        for _ in range(count):
            yield packer.compress(ZEROS)
        yield packer.flush()

    return pieces


def zeros_zstd(count):
    """Frames of zeros that are told once: raw bytes of RFC 8878, a block of run length each."""

    def pieces():
        frame = struct.pack("<IBB", 0xFD2FB528, 0, 0x58)
        block = (0 | 1 << 1 | (1 << 17) << 3).to_bytes(3, "little") + b"\0"
        last = (1 | 1 << 1 | 1 << 3).to_bytes(3, "little") + b"\0"
        for _ in range(count):
            yield frame + block * 8 + last

    return pieces


def rows_gzip(gibibytes):
    """Rows that are good and never end."""

    def pieces():
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        text = (GOOD * 400).encode()
        for _ in range(gibibytes * (1 << 30) // len(text)):
            yield packer.compress(text)
        yield packer.flush()

    return pieces


def overlapping_zip(folder):
    """Many members of one and the same stretch of bytes (Fifield 2019)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(ZEROS * 64) + packer.flush()
    check = zlib.crc32(ZEROS * 64)
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, check, len(data), 64 << 20, 1, 0)
    body = b"PK\3\4" + common + b"x" + data
    names = [f"samples/{n}_epoch_1.json".encode() for n in range(20_000)]
    entries = b"".join(
        b"PK\1\2" + struct.pack("<H", 20)
        + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, check, len(data), 64 << 20, len(name), 0) + bytes(10)
        + struct.pack("<I", 0) + name for name in names)
    end = b"PK\5\6" + bytes(4) + struct.pack("<HHIIH", len(names), len(names), len(entries), len(body), 0)
    (folder / "bomb.eval").write_bytes(body + entries + end)


def inspect_bomb(folder):
    """Samples that are each a gibibyte of spaces."""
    with zipfile.ZipFile(folder / "bomb.eval", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("header.json", json.dumps({"version": 2, "status": "success", "eval": {"task": "t", "model": "m"}}))
        for number in range(3):
            with archive.open(f"samples/{number}_epoch_1.json", "w", force_zip64=True) as member:
                for _ in range(1024):
                    member.write(b" " * (1 << 20))


def nested_zip(folder):
    name = "0.jsonl"
    content = ZEROS
    for level in range(12):
        path = folder / "nested.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for copy in range(4):
                archive.writestr(f"{copy}-{name}", content)
        content, name = path.read_bytes(), f"{level}.zip"


def workbook(sheet, shared="<sst/>", name="m_b_result.xlsx"):
    def make(folder):
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>')
            archive.writestr(
                "xl/_rels/workbook.xml.rels",
                '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>')
            for member, content in (("worksheets/sheet1.xml", sheet), ("sharedStrings.xml", shared)):
                with archive.open("xl/" + member, "w", force_zip64=True) as file:
                    for piece in [content.encode()] if isinstance(content, str) else content():
                        file.write(piece)

    return make


HEADER = "".join(
    f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in ("index", "question", "answer", "prediction"))
LAUGHS = "<!DOCTYPE w [<!ENTITY a0 \"ha\">" + "".join(
    f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(10)) + "]>"


def sheet_pieces(row, count):
    def pieces():
        yield f"<worksheet><sheetData><row>{HEADER}</row>".encode()
        block = row.encode() * 1024
        for _ in range(count // 1024):
            yield block
        yield b"</sheetData></worksheet>"

    return pieces


def many_files(count):
    def make(folder):
        for number in range(count):
            below = folder / f"d{number % 1000}"
            below.mkdir(exist_ok=True)
            (below / f"{number}.json").write_text('{"id": %d}' % number)

    return make


def forking_links(folder):
    for level in range(60):
        (folder / f"l{level}").mkdir()
        for name in "ab":
            (folder / f"l{level}" / name).symlink_to(f"../l{level + 1}")


def special_files(folder):
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "zero.jsonl").symlink_to("/dev/zero")
    (folder / "loop").symlink_to("..")
    (folder / "self.jsonl").symlink_to("self.jsonl")
    address = socket.socket(socket.AF_UNIX)
    address.bind(str(folder / "s.jsonl"))
    run = folder / "suite" / "medq:model=org_m-1"
    run.mkdir(parents=True)
    (run / "run_spec.json").write_text("{}")
    for name in ("scenario_state.json", "stats.json", "per_instance_stats.json"):
        os.mkfifo(run / name)


def sparse(folder):
    (folder / "sparse.jsonl").write_text(GOOD)
    os.truncate(folder / "sparse.jsonl", 4 << 40)


def without_permission(folder):
    (folder / "closed.jsonl").write_text(GOOD)
    os.chmod(folder / "closed.jsonl", 0)


def odd_names(folder):
    for name in ("a\nb", "\x1b[2J", "..jsonl", " ", "x" * 240, "😀", "-rf", "$(id)", "%s%n"):
        (folder / f"{name}.jsonl").write_text(GOOD)


def odd_models(folder):
    names = ["../../x", "/etc/passwd", "con", "y" * 300, "😀", "...", "a\u0000b", "\u202eevil", "<script>"]
    rows = [dict(row, model=model, benchmark=model) for model, row in itertools.product(names, ROWS)]
    (folder / "names.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def deep(opening, count=100_000):
    return (opening * count).encode()


def database(folder):
    import sqlite3

    with sqlite3.connect(folder / "log.db") as made:
        made.execute("CREATE TABLE evals (id TEXT, created_at INTEGER, author TEXT, description TEXT, results TEXT, config TEXT, prompts TEXT)")
        made.execute("CREATE VIEW eval_results AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, 'e' AS eval_id FROM c")
        made.execute("INSERT INTO evals VALUES ('e', 1, '', '', '{}', '{}', '[]')")


def damaged_parquet(folder):
    (folder / "table.parquet").write_bytes(b"PAR1" + os.urandom(1 << 16) + b"\xff\xff\xff\x7fPAR1")


ALL = [
    ("gzip, 10 GB of zeros", write("bomb.jsonl.gz", zeros_gzip(10_240)), []),
    ("zstd, 10 GB of zeros", write("bomb.jsonl.zst", zeros_zstd(10_240)), []),
    ("xz, 10 GB of zeros", write("bomb.jsonl.xz", zeros_xz(10_240)), []),
    ("gzip, 10 GB of rows", write("rows.jsonl.gz", rows_gzip(10)), ["rows.jsonl.gz", "at most 5000000 items"]),
    ("zip, 20,000 members that overlap", overlapping_zip, ["bomb.eval", "after unpacking"]),
    ("zip, 3 members of 1 GiB of spaces", inspect_bomb, ["bomb.eval", "after unpacking"]),
    ("zip within zip, 12 deep", nested_zip, []),
    ("xlsx, entities of entities", workbook(LAUGHS + "<w>&a10;</w>"), []),
    ("xlsx, entity of a file", workbook('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'), []),
    ("xlsx, entities in shared texts", workbook(f"<worksheet><sheetData><row>{HEADER}</row></sheetData></worksheet>",
                                                LAUGHS + "<sst><si><t>&a10;</t></si></sst>"), ["m_b_result.xlsx", "entity"]),
    ("xlsx, cells only in XFD", workbook(sheet_pieces('<row><c r="XFD1"><v>1</v></c></row>', 1_000_000)),
     ["m_b_result.xlsx", "empty cells"]),
    ("xlsx, cell ZZZZZZ99999999", workbook(sheet_pieces('<row><c r="ZZZZZZ99999999"><v>1</v></c></row>', 2048)), []),
    ("xlsx, 20 million shared texts", workbook(
        f"<worksheet><sheetData><row>{HEADER}</row><row><c t=\"s\"><v>19999999</v></c></row></sheetData></worksheet>",
        lambda: itertools.chain([b"<sst>"], (b"<si><t>x</t></si>" * 1000 for _ in range(20_000)), [b"</sst>"])), []),
    ("xlsx, elements 1,000,000 deep", workbook("<a>" * 1_000_000), []),
    ("json, lists 100,000 deep", write("deep.json", deep("[")), []),
    ("json, objects 100,000 deep", write("deep.json", deep('{"samples":[')), []),
    ("jsonl, one row 100,000 deep", write("deep.jsonl", GOOD.encode() + b'{"id": ' + deep("[") + b"\n" + GOOD.encode()), []),
    ("jsonl, a line of 2 GB", write("line.jsonl", lambda: itertools.chain(
        [GOOD.encode() + b'{"id": "'], (b"x" * (1 << 20) for _ in range(2048)), [b'"}\n'])), ["line.jsonl", "at most"]),
    ("json, a list of 100 million numbers", write("numbers.json", lambda: itertools.chain(
        [b'{"id": ['], (b"0," * 500_000 for _ in range(200)), [b"0]}"])), []),
    ("jsonl, numbers beyond all types", write("n.jsonl", "".join(
        '{"id": %s, "model": "m", "prediction": "A", "target": "A", "score": %s}\n' % (n, v) for n, v in enumerate(
            ["1e999999", "-1e999999", "NaN", "Infinity", "9" * 100_000, "0." + "0" * 100_000 + "1"])).encode()), []),
    ("csv, a quote that is open for 300 MB", write("q.csv", lambda: itertools.chain(
        [b'id,model,prediction,target\n1,m,"'], (b"x,\n" * 100_000 for _ in range(1000)))), ["q.csv", "quotation mark"]),
    ("csv, 10 million columns", write("c.csv", lambda: itertools.chain([b"id,prediction"], (b",x" * 10_000 for _ in range(1000)))),
     []),
    ("utf-16 with lone surrogates", write("u.jsonl", b"\xff\xfe" + GOOD.encode("utf-16-le") + b"\x00\xd8"), []),
    ("nothing but zeros, 100 MB", write("z.jsonl", bytes(100 << 20)), []),
    ("100,000 tiny files", many_files(100_000), []),
    ("links that fork 60 times", forking_links, []),
    ("pipes, devices, sockets, loops", special_files, []),
    ("a file of 4 TiB of holes", sparse, ["sparse.jsonl", "holes"]),
    ("a file without permission", without_permission, []),
    ("names with controls", odd_names, []),
    ("models and benchmarks named as paths", odd_models, []),
    ("sqlite, a view without end", database, []),
    ("parquet, damaged", damaged_parquet, ["table.parquet"]),
]
