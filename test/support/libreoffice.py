"""Recalculates workbooks in LibreOffice: libreoffice.py JOBS.JSON

The file holds {"soffice", "directory", "jobs": [{"file", "result", "edits": [{"sheet", "address", "value"}], "charts"}]}.
For each job the result file gets {"sheets": [{"name", "rows", "charts"}]}, where rows are all rows from A1 on and an
error is {"error": "#NUM!"}. Everything LibreOffice writes on the way stays in the directory. When standard input ends,
whoever asked is gone: then LibreOffice is killed as well.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

START_SECONDS = 60
STOP_SECONDS = 15
ERROR_FORMULAS = 4  # com.sun.star.sheet.FormulaResult.ERROR

# What Excel calls the errors that both know; LibreOffice shows any other as Err: and its number.
ERRORS = {
    503: "#NUM!",
    519: "#VALUE!",
    521: "#NULL!",
    524: "#REF!",
    525: "#NAME?",
    532: "#DIV/0!",
    32767: "#N/A",
}


def main():
    task = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    directory = Path(task["directory"])
    pipe = "recalculate" + uuid.uuid4().hex
    office = subprocess.Popen(
        [
            task["soffice"],
            "-env:UserInstallation=" + (directory / "profile").as_uri(),
            *["--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"],
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        start_new_session=True,
        env={**os.environ, "TMPDIR": str(directory)},
    )
    threading.Thread(target=kill_when_input_ends, args=(office,), daemon=True).start()
    desktop = None
    try:
        desktop = connect(pipe, office)
        for job in task["jobs"]:
            Path(job["result"]).write_text(json.dumps(recalculate(desktop, job), allow_nan=False), "utf-8")
    finally:
        stop(office, desktop)


def kill_when_input_ends(office):
    # Not through sys.stdin: its lock, held while waiting, would spoil the end of the program.
    while os.read(0, 4096):
        pass
    kill(office)
    os._exit(1)


def connect(pipe, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if office.poll() is not None:
                raise SystemExit(f"soffice ended with {office.returncode} before it could be used") from None
            if time.monotonic() > deadline:
                raise SystemExit(f"soffice was not ready after {START_SECONDS} s") from None
            time.sleep(0.05)


def stop(office, desktop):
    """Asks first, as LibreOffice then removes the sockets it keeps outside its own directory."""
    try:
        if desktop is not None:
            desktop.terminate()
            office.wait(STOP_SECONDS)
    except (DisposedException, subprocess.TimeoutExpired):
        pass
    kill(office)
    office.wait()


def kill(office):
    """Ends the whole group: `soffice` is a script that starts the program itself as its child."""
    try:
        os.killpg(office.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def recalculate(desktop, job):
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
        sheets = list(document.Sheets)
        return {
            "sheets": [
                {"name": sheet.Name, "rows": dump(document, sheet), "charts": charts(sheet) if job["charts"] else None}
                for sheet in sheets
            ]
        }
    finally:
        document.close(True)


def apply(sheets, edit):
    if not sheets.hasByName(edit["sheet"]):
        raise SystemExit(f'There is no sheet "{edit["sheet"]}" to edit')
    cell = sheets.getByName(edit["sheet"]).getCellRangeByName(edit["address"]).getCellByPosition(0, 0)
    value = edit["value"]
    if isinstance(value, str):
        cell.setString(value)
        taken = cell.getString() == value
    else:
        cell.setValue(value)
        taken = cell.getValue() == value
    # A protected cell keeps what it has, without a word.
    if not taken:
        raise SystemExit(f'{edit["sheet"]}!{edit["address"]} does not take the value {value!r}')


def dump(document, sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    area = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)
    # An empty text is an empty cell unless a formula made it.
    rows = [
        [None if value == "" and formula == "" else value for value, formula in zip(values, formulas)]
        for values, formulas in zip(area.getDataArray(), area.getFormulaArray())
    ]
    failed = area.queryFormulaCells(ERROR_FORMULAS).RangeAddresses
    for found, codes in zip(failed, error_codes(document, sheet, failed)):
        for row, line in enumerate(codes, found.StartRow):
            for column, code in enumerate(line, found.StartColumn):
                rows[row][column] = {"error": ERRORS.get(int(code), f"Err:{int(code)}")}
    return rows


def error_codes(document, sheet, areas):
    """The error codes in each area. Asking thousands of cells one by one takes seconds, so a scratch sheet asks them."""
    if not areas:
        return []
    if document.isProtected():
        document.unprotect("")
    name = uuid.uuid4().hex
    document.Sheets.insertNewByName(name, document.Sheets.Count)
    scratch = document.Sheets.getByName(name)
    quoted = "'" + sheet.Name.replace("'", "''") + "'"
    mirrors = []
    for area in areas:
        mirror = scratch.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
        columns = [letters(column) for column in range(area.StartColumn, area.EndColumn + 1)]
        mirror.setFormulaArray(
            tuple(
                tuple(f"=ERRORTYPE(${quoted}.{column}{row + 1})" for column in columns)
                for row in range(area.StartRow, area.EndRow + 1)
            )
        )
        mirrors.append(mirror)
    document.calculate()
    codes = [mirror.getDataArray() for mirror in mirrors]
    document.Sheets.removeByName(name)
    return codes


def letters(column):
    """The letters of a column that counts from 0."""
    return (letters(column // 26 - 1) if column >= 26 else "") + chr(65 + column % 26)


def charts(sheet):
    found = []
    for chart in sheet.Charts:
        document = chart.EmbeddedObject
        title = document.getTitleObject()
        types, series = [], []
        for system in document.getFirstDiagram().CoordinateSystems:
            categories = system.getAxisByDimension(0, 0).ScaleData.Categories
            for kind in system.ChartTypes:
                types.append(kind.ChartType.rsplit(".", 1)[-1])
                series += [one_series(each.DataSequences, categories) for each in kind.DataSeries]
        text = "" if title is None else "".join(part.String for part in title.Text)
        found.append({"title": text, "types": types, "series": series})
    return found


def one_series(sequences, categories):
    """A scatter chart has its x values in each series, any other chart has one set of categories for all."""
    by_role = {each.Values.Role: each for each in sequences if each.Values is not None}
    along = by_role.get("values-x", categories)
    values = by_role.get("values-y")
    label = None if values is None else values.Label
    return {
        "label": sequence(label),
        "values": sequence(None if values is None else values.Values),
        "categories": sequence(None if along is None else along.Values),
    }


def sequence(data):
    if data is None:
        return None
    # A missing point is a number that is none, which JSON cannot say.
    points = [None if value is None or value != value or value == "" else value for value in data.getData()]
    return {"range": data.SourceRangeRepresentation, "data": points}


main()
