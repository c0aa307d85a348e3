"""Recalculates workbooks in LibreOffice: libreoffice.py TASK.JSON

The file holds {"soffice", "directory", "save", "jobs": [{"file", "result", "edits": [{"sheet", "address", "value"}], "charts", "lastRows", "saved"}]}.
For each job the result file gets {"sheets": [{"name", "firstRow", "rows", "charts"}]}, where rows are all rows from the
first on, or only the last ones; where save is true, the workbook is saved where its job says. An error is {"error": "#NUM!"}. Everything LibreOffice writes on the way stays in the directory.
"""

import json
import sys
from pathlib import Path

import uno  # noqa: F401 - makes the imports from com.sun.star work
from com.sun.star.beans import PropertyValue

from libreoffice_dump import charts, dump
from libreoffice_process import running_office


def main():
    task = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    with running_office(task["soffice"], Path(task["directory"])) as desktop:
        for job in task["jobs"]:
            Path(job["result"]).write_text(json.dumps(recalculate(desktop, job, task["save"]), allow_nan=False), "utf-8")


def recalculate(desktop, job, save):
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(Path(job["file"]).as_uri(), "_blank", 0, (hidden,))
    if document is None or not hasattr(document, "Sheets"):
        raise SystemExit("LibreOffice cannot open the file as a spreadsheet")
    try:
        document.enableAutomaticCalculation(False)
        document.calculateAll()
        for edit in job["edits"]:
            apply(document.Sheets, edit)
        document.calculateAll()
        if save:
            excel = PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0)
            document.storeToURL(Path(job["saved"]).as_uri(), (excel,))
        sheets = list(document.Sheets)
        found = []
        for sheet in sheets:
            rows, first = dump(document, sheet, job["lastRows"])
            drawn = charts(sheet) if job["charts"] else None
            found.append({"name": sheet.Name, "firstRow": first, "rows": rows, "charts": drawn})
        return {"sheets": found}
    finally:
        document.close(True)


def apply(sheets, edit):
    """Types a value in, where a person could."""
    place = f'{edit["sheet"]}!{edit["address"]}'
    if not sheets.hasByName(edit["sheet"]):
        raise SystemExit(f"There is no cell {place} to edit")
    sheet = sheets.getByName(edit["sheet"])
    cell = sheet.getCellRangeByName(edit["address"]).getCellByPosition(0, 0)
    if sheet.isProtected() and cell.CellProtection.IsLocked:
        raise SystemExit(f"The cell {place} is protected")
    if isinstance(edit["value"], str):
        cell.setString(edit["value"])
    else:
        cell.setValue(edit["value"])



main()
