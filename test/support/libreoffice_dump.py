"""What LibreOffice sees in a sheet, as plain data."""

import uuid

ERROR_FORMULAS = 4  # com.sun.star.sheet.FormulaResult.ERROR

# What Excel calls the errors that both know; LibreOffice shows any other as Err: and its number.
# An argument without a result, such as ln 0, is 502 here and #NUM! in Excel.
ERRORS = {
    502: "#NUM!",
    503: "#NUM!",
    519: "#VALUE!",
    521: "#NULL!",
    524: "#REF!",
    525: "#NAME?",
    532: "#DIV/0!",
    32767: "#N/A",
}


def dump(document, sheet, last_rows=None):
    """The rows to the last used one, or only so many of them, as lists of values; an error is {"error": its name}. Also the first row."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    first = 0 if last_rows is None else max(0, end.EndRow + 1 - last_rows)
    area = sheet.getCellRangeByPosition(0, first, end.EndColumn, end.EndRow)
    # An empty text is an empty cell unless a formula made it.
    rows = [
        [None if value == "" and formula == "" else value for value, formula in zip(values, formulas)]
        for values, formulas in zip(area.getDataArray(), area.getFormulaArray())
    ]
    failed = area.queryFormulaCells(ERROR_FORMULAS).RangeAddresses
    for found, codes in zip(failed, error_codes(document, sheet, failed)):
        for row, line in enumerate(codes, found.StartRow):
            for column, code in enumerate(line, found.StartColumn):
                rows[row - first][column] = {"error": ERRORS.get(int(code), f"Err:{int(code)}")}
    return rows, first + 1


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
    """The charts on a sheet with the cells they draw from and what is in those now."""
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
