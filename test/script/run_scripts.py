"""Runs Python scripts one after another in this process and prints a JSON list of what each of them printed.

    run_scripts.py FILE…
"""

import contextlib
import io
import json
import runpy
import sys
import warnings

warnings.simplefilter("ignore")


def printed(path):
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        runpy.run_path(path, run_name="__main__")
    return output.getvalue()


print(json.dumps([printed(path) for path in sys.argv[1:]]))
