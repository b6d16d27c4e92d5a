"""What Python's own csv module finds in the golden files, and in files full of hostile names that lie in
the folder named as an argument: columns, rows, sums of number columns, characters of the others.
Prints JSON; fails where a row is not as long as its header, or a cell would be run as a formula."""

import csv
import json
import pathlib
import sys
import unicodedata

GOLDEN = pathlib.Path(__file__).parent.parent / "formats" / "golden"
HOSTILE = pathlib.Path(sys.argv[1])
SIGNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


def is_number(cell):
    try:
        float(cell.replace(",", "."))
        return True
    except ValueError:
        return False


def starts_formula(cell):
    shown = [sign for sign in cell if unicodedata.category(sign) not in ("Zs", "Cf", "Cc")]
    return bool(shown) and shown[0] in SIGNS and not is_number(cell)


def read(path):
    separator = ";" if path.parent.name == "excel-de" else ","
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file, delimiter=separator, strict=True))
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise SystemExit(f"{path}: row {number} has {len(row)} cells, not {len(header)}")
        for cell in row:
            if starts_formula(cell):
                raise SystemExit(f"{path}: row {number} holds a formula: {cell!r}")
    sums = {}
    characters = {}
    for at, name in enumerate(header):
        cells = [row[at] for row in rows if row[at] != ""]
        if cells and all(is_number(cell) for cell in cells):
            sums[name] = round(sum(float(cell.replace(",", ".")) for cell in cells), 6)
        elif cells:
            # Readers differ in what they make of a line's end within a cell.
            characters[name] = sum(len(cell.replace("\r", "").replace("\n", "")) for cell in cells)
    return {"columns": header, "rows": len(rows), "sums": sums, "characters": characters}


found = {str(path.relative_to(GOLDEN)): read(path) for path in sorted(GOLDEN.glob("*/*.csv"))}
for path in sorted(HOSTILE.glob("*/*.csv")):
    if path.parent.name != "bare":
        found[f"hostile/{path.relative_to(HOSTILE)}"] = read(path)
print(json.dumps(found, ensure_ascii=False, indent=1))
