"""One headless Chromium for the whole walk, steered through its driver."""

import json
import os
import shutil
from pathlib import Path
from urllib.parse import quote

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

HERE = Path(__file__).parent
HEIGHT = 900


class Browser:
    """Opens pages over `file:` and over a server, with scripts and without."""

    def __init__(self, root, address):
        self._bases = {"file": Path(root).as_uri() + "/", "http": address}
        options = Options()
        options.binary_location = found("chromium")
        for argument in ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"]:
            options.add_argument(argument)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(found("chromedriver")))
        self.driver.set_page_load_timeout(60)
        # Else the first page may count as one in the background, on which nothing shows its focus.
        self.command("Emulation.setFocusEmulationEnabled", enabled=True)
        self.command("Page.addScriptToEvaluateOnNewDocument", source=(HERE / "shifts.js").read_text())
        self.loads = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait(self, script, *arguments):
        """Runs a script that calls its last argument when it has done."""
        return self.driver.execute_async_script(script, *arguments)

    def open(self, page, scheme, scripts, width):
        """Opens a page anew."""
        self.loads += 1
        self.command("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.resize(width)
        self.driver.get("about:blank")
        self.driver.get(self._bases[scheme] + quote(page))

    def base(self, scheme):
        """The address of the folder, with a slash at its end."""
        return self._bases[scheme]

    def resize(self, width):
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=HEIGHT, deviceScaleFactor=1,
                     mobile=False)

    def media(self, **features):
        """Sets media features such as `prefers-color-scheme`; underscores stand for hyphens."""
        self.command("Emulation.setEmulatedMedia", media="", features=[
            {"name": name.replace("_", "-"), "value": value} for name, value in features.items()])

    def messages(self):
        """The console's messages since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def failures(self):
        """Requests since the last call that failed or went elsewhere, each in words."""
        places, faults = {}, []
        for entry in self.driver.get_log("performance"):
            event = json.loads(entry["message"])["message"]
            parameters = event["params"]
            identifier = parameters.get("requestId")
            if event["method"] == "Network.requestWillBeSent":
                place = parameters["request"]["url"]
                places[identifier] = place
                if not place.startswith((*self._bases.values(), "data:", "about:", "blob:")):
                    faults.append(f"{place} lies outside the site")
            elif event["method"] == "Network.responseReceived" and parameters["response"]["status"] >= 400:
                faults.append(f"{self._name(parameters['response']['url'])} has status {parameters['response']['status']}")
            elif event["method"] == "Network.loadingFailed" and not parameters.get("canceled"):
                reason = parameters.get("blockedReason") or parameters.get("errorText")
                faults.append(f"{self._name(places.get(identifier, 'a request'))} failed: {reason}")
        return faults

    def _name(self, place):
        for base in self._bases.values():
            if place.startswith(base):
                return place[len(base):]
        return place


def found(program):
    path = shutil.which(program)
    if not path:
        raise SystemExit(f"{program}: expected the program of Debian's package; found none. `make walk` installs it.")
    return path
