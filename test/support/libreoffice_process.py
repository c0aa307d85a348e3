"""Starts a LibreOffice of our own and ends it again."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
import uuid
from contextlib import contextmanager

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

START_SECONDS = 60
STOP_SECONDS = 15


@contextmanager
def running_office(soffice, directory):
    """A LibreOffice that keeps its profile and its temporary files in the directory, and its desktop. It ends with the block."""
    pipe = "recalculate" + uuid.uuid4().hex
    office = subprocess.Popen(
        [
            soffice,
            "-env:UserInstallation=" + (directory / "profile").as_uri(),
            *["--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"],
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        start_new_session=True,
        env={**os.environ, "TMPDIR": str(directory)},
    )
    desktop = None
    try:
        desktop = connect(pipe, office)
        yield office, desktop
    finally:
        stop(office, desktop)


def lines_of_input(office):
    """The lines of standard input. When it ends, whoever asked is gone: then a LibreOffice that is still at work is killed at once."""
    lines = queue.Queue()
    at_work = threading.Event()

    def read():
        with open(0, encoding="utf-8", closefd=False) as given:
            for line in given:
                lines.put(line)
        lines.put(None)
        if at_work.is_set():
            kill(office)

    # Daemon threads do not keep the program from its end.
    threading.Thread(target=read, daemon=True).start()
    while (line := lines.get()) is not None:
        at_work.set()
        yield line
        at_work.clear()


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
