"""Shows what openpyxl sees in workbooks: openpyxl_reader.py FILE...

Prints one JSON list with an entry per file: {"sheets", "charts", "formulas", "warnings"}. The script must not be called
openpyxl.py, or it would import itself.
"""

import json
import sys
import warnings

import openpyxl


def main():
    print(json.dumps([read(path) for path in sys.argv[1:]]))


def read(path):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        workbook = openpyxl.load_workbook(path)
    return {
        "sheets": workbook.sheetnames,
        "charts": [chart(sheet.title, each) for sheet in workbook.worksheets for each in sheet._charts],
        "formulas": {sheet.title: formulas(sheet) for sheet in workbook.worksheets},
        "warnings": [str(warning.message) for warning in caught],
    }


def formulas(sheet):
    """Every formula, without its =, by address; openpyxl gives each member of a shared group its own text."""
    found = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                # From version 3.1 on an array formula is an object.
                text = getattr(cell.value, "text", cell.value)
                found[cell.coordinate] = text[1:] if text.startswith("=") else text
    return found


def chart(sheet, first):
    """openpyxl keeps the further types of a combined chart inside the first."""
    return {
        "sheet": sheet,
        "type": "+".join(type(each).__name__ for each in first._charts),
        "title": title(first.title),
        "series": [series(each) for part in first._charts for each in part.series],
    }


def title(given):
    if given is None or given.tx is None:
        return None
    if given.tx.strRef is not None:
        return given.tx.strRef.f
    return "".join(run.t for paragraph in given.tx.rich.p for run in paragraph.r or [])


def series(each):
    """In a scatter chart the x values are the categories."""
    return {
        "name": None if each.tx is None else reference(each.tx) or each.tx.v,
        "values": reference(each.val or each.yVal),
        "categories": reference(each.cat or each.xVal),
    }


def reference(source):
    for kind in ("numRef", "strRef", "multiLvlStrRef"):
        found = getattr(source, kind, None)
        if found is not None:
            return found.f
    return None


main()
