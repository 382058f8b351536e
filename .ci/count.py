"""Adds up the reports of surefire and failsafe. Fails if a test failed or none ran."""

import sys
import xml.etree.ElementTree as xml
from pathlib import Path

total = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
for report in Path(".").glob("**/target/*-reports/TEST-*.xml"):
    suite = xml.parse(report).getroot()
    for name in total:
        total[name] += int(suite.get(name, 0))

failed = total["failures"] + total["errors"]
passed = total["tests"] - failed - total["skipped"]
print(f"{passed} passed, {failed} failed, {total['skipped']} skipped")
sys.exit(1 if failed or not passed else 0)
