"""Recalculates workbooks in a LibreOffice of its own, for as long as it is asked to: libreoffice.py SOFFICE

Each line of standard input is a task: {"filter", "jobs": [{"file", "result", "edits": [{"sheet", "address", "value"}], "charts": [sheet], "lastRows", "saved"}]}.
For each job the result file gets {"sheets": [{"name", "firstRow", "rows", "charts"}]}, where rows are all rows from the
first on, or only the last ones; with a filter, the workbook is saved where its job says. An error is {"error": "#NUM!"}.
The answer to a task is a line of standard output: {"error": null}, or what went wrong. The end of standard input ends all.
"""

import json
import sys
import tempfile
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import uno  # noqa: F401 - makes the imports from com.sun.star work
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import DisposedException
from com.sun.star.table.CellContentType import FORMULA, VALUE

from libreoffice_dump import charts, dump
from libreoffice_process import lines_of_input, running_office


def main():
    with tempfile.TemporaryDirectory(prefix="workbook-office-", ignore_cleanup_errors=True) as directory:
        with running_office(sys.argv[1], Path(directory)) as (office, desktop):
            for line in lines_of_input(office):
                print(json.dumps({"error": what_goes_wrong(desktop, json.loads(line))}), flush=True)


def what_goes_wrong(desktop, task):
    """Does a task; None where nothing goes wrong."""
    try:
        # Loading takes most of the time: jobs on one file that follow each other share it.
        for file, jobs in groupby(task["jobs"], itemgetter("file")):
            with loaded(desktop, file) as document:
                for job in jobs:
                    result = recalculate(document, job, task["filter"])
                    Path(job["result"]).write_text(json.dumps(result, allow_nan=False), "utf-8")
        return None
    except DisposedException:
        raise
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@contextmanager
def loaded(desktop, file):
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, (hidden,))
    if document is None or not hasattr(document, "Sheets"):
        raise ValueError("LibreOffice cannot open the file as a spreadsheet")
    try:
        document.enableAutomaticCalculation(False)
        yield document
    finally:
        document.close(True)


def recalculate(document, job, save_as):
    """Does a job, and leaves the document as it was."""
    document.calculateAll()
    undo = [apply(document.Sheets, edit) for edit in job["edits"]]
    if undo:
        document.calculateAll()
    if save_as is not None:
        document.storeToURL(Path(job["saved"]).as_uri(), (PropertyValue("FilterName", 0, save_as, 0),))
    found = []
    for sheet in list(document.Sheets):
        rows, first = dump(document, sheet, job["lastRows"])
        drawn = charts(sheet) if sheet.Name in job["charts"] else None
        found.append({"name": sheet.Name, "firstRow": first, "rows": rows, "charts": drawn})
    for restore in reversed(undo):
        restore()
    return {"sheets": found}


def apply(sheets, edit):
    """Types a value in, where a person could; returns what puts back what was there."""
    place = f'{edit["sheet"]}!{edit["address"]}'
    if not sheets.hasByName(edit["sheet"]):
        raise ValueError(f"There is no cell {place} to edit")
    sheet = sheets.getByName(edit["sheet"])
    cell = sheet.getCellRangeByName(edit["address"]).getCellByPosition(0, 0)
    if sheet.isProtected() and cell.CellProtection.IsLocked:
        raise ValueError(f"The cell {place} is protected")
    before = cell.Type
    if before == VALUE:
        restore = partial(cell.setValue, cell.getValue())
    elif before == FORMULA:
        restore = partial(cell.setFormula, cell.getFormula())
    else:
        restore = partial(cell.setString, cell.getString())
    if isinstance(edit["value"], str):
        cell.setString(edit["value"])
    else:
        cell.setValue(edit["value"])
    return restore


main()
