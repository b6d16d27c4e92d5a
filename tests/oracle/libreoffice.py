"""What LibreOffice makes of the golden files and of files full of hostile names: rows, columns and
formulas of each, and what it shows of the first column of names. Prints JSON; says so and ends with 77
where there is no LibreOffice. The hostile files lie in the folder that is named as an argument."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

GOLDEN = pathlib.Path(__file__).parent.parent / "formats" / "golden"
HOSTILE = pathlib.Path(sys.argv[1])
PLACES = ["/usr/lib/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"]
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
# Separator, quotation mark, UTF-8, first line, no columns set, language, quoted cells read as any
# other, numbers of every kind looked for: the way in which most would run.
FILTERS = {",": "CSV:44,34,76,1,,1033,false,true", ";": "CSV:59,34,76,1,,1031,false,true"}
# Where the names stand in each kind of file.
NAMES = {"bare": 0, "gradebook": 3, "moodle-grades": 2, "canvas-gradebook": 0, "sheets": 1, "unmatched": 2, "results": 3}
SHOWN = 60


def find_office():
    for place in [shutil.which("soffice"), *PLACES]:
        if place and pathlib.Path(place).exists():
            return place
    print("LibreOffice is not installed; on Debian: apt-get install libreoffice-calc-nogui.", file=sys.stderr)
    raise SystemExit(77)


def convert(office, sources, work):
    """Opens each file and saves it as flat XML; gives where by the file's own path."""
    flat = work / "in"
    flat.mkdir()
    names = {path: f"{at}{source.suffix}" for at, (path, source) in enumerate(sources.items())}
    for path, source in sources.items():
        shutil.copyfile(source, flat / names[path])
    ways = {}
    for path in sources:
        filter = FILTERS[";" if path.startswith(("excel-de/", "hostile/excel-de/")) else ","]
        ways.setdefault(None if path.endswith(".xlsx") else filter, []).append(path)
    for filter, paths in ways.items():
        subprocess.run(
            [office, f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--norestore"]
            + ([f"--infilter={filter}"] if filter else [])
            + ["--convert-to", "fods", "--outdir", work / "out"]
            + [flat / names[path] for path in paths],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    return {path: work / "out" / f"{pathlib.Path(names[path]).stem}.fods" for path in sources}


def text_of(paragraph):
    """The text of a paragraph, its runs of blanks and its line breaks written out."""
    text = paragraph.text or ""
    for child in paragraph:
        blanks = {TEXT + "s": " " * int(child.get(TEXT + "c", 1)), TEXT + "tab": "\t", TEXT + "line-break": "\n"}
        text += (blanks.get(child.tag) or text_of(child)) + (child.tail or "")
    return text


def cells_of(row):
    for cell in row:
        kind = cell.get(OFFICE + "value-type")
        formula = cell.get(TABLE + "formula") is not None
        shown = "\n".join(text_of(paragraph) for paragraph in cell.findall(TEXT + "p"))
        repeated = int(cell.get(TABLE + "number-columns-repeated", 1))
        # What is repeated to the edge of a sheet is empty.
        yield from [(kind, formula, shown)] * (repeated if kind or formula else min(repeated, 100))


def is_empty(cell):
    return cell[0] is None and not cell[1]


def read(path, converted):
    sheet = tree.parse(converted).getroot().find(f".//{TABLE}table")
    rows = []
    for row in sheet.iter(TABLE + "table-row"):
        repeated = int(row.get(TABLE + "number-rows-repeated", 1))
        cells = list(cells_of(row))
        rows.extend([cells] * (1 if all(map(is_empty, cells)) else repeated))
    while rows and all(map(is_empty, rows[-1])):
        rows.pop()
    widths = [max((at + 1 for at, cell in enumerate(row) if not is_empty(cell)), default=0) for row in rows]
    found = {
        "rows": len(rows),
        "columns": max(widths),
        "formulas": sum(formula for row in rows for _, formula, _ in row),
    }
    if not path.startswith("hostile/"):
        return found
    at = NAMES["bare" if "/bare/" in path else pathlib.Path(path).stem]
    names = rows if "/bare/" in path else rows[1:]
    return {**found, "names": [[row[at][0], row[at][2][:SHOWN]] for row in names]}


sources = {str(path.relative_to(GOLDEN)): path for path in sorted(GOLDEN.glob("*/*.csv"))}
hostile = sorted(path for path in HOSTILE.rglob("*.*") if path.is_file())
sources.update({f"hostile/{path.relative_to(HOSTILE)}": path for path in hostile})
with tempfile.TemporaryDirectory() as work:
    converted = convert(find_office(), sources, pathlib.Path(work))
    found = {path: read(path, place) for path, place in converted.items()}
print(json.dumps(found, ensure_ascii=True, indent=1))
