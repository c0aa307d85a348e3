"""Copies formulas down with openpyxl: translate.py JSON

The argument is a list of [formula without =, rows]; prints the list of the copies.
"""

import json
import sys

from openpyxl.formula.translate import Translator

ORIGIN = 100


def copy(formula, rows):
    return Translator("=" + formula, origin=f"A{ORIGIN}").translate_formula(f"A{ORIGIN + rows}")[1:]


print(json.dumps([copy(formula, rows) for formula, rows in json.loads(sys.argv[1])]))
