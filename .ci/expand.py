"""Expands the SAM template as a deployment would, offline, and looks at the roles that SAM makes.

expand.py template.yaml expanded.json
"""

import json
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from cfnlint.decode.cfn_yaml import load
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

# SAM attaches these two itself; FunctionBoundary cuts them to our own logs and queue.
OF_SAM = ("AWSLambdaBasicExecutionRole", "AWSLambdaSQSQueueExecutionRole")

template = json.loads(json.dumps(load(sys.argv[1])))
for resource in template["Resources"].values():
    code = resource.get("Properties", {}).get("CodeUri")
    if code:
        resource["Properties"]["CodeUri"] = "s3://bucket/" + os.path.basename(code)
defaults = {name: str(each["Default"]) for name, each in template["Parameters"].items()}
expanded = Translator({}, Parser()).translate(template, defaults)
with open(sys.argv[2], "w") as out:
    json.dump(expanded, out)

resources = expanded["Resources"]
problems = []
for name, resource in resources.items():
    properties = resource.get("Properties", {})
    if resource["Type"] == "AWS::IAM::Role" and name.endswith("FunctionRole"):
        foreign = [arn for arn in properties["ManagedPolicyArns"] if isinstance(arn, str) and not arn.endswith(OF_SAM)]
        if foreign or "PermissionsBoundary" not in properties:
            problems.append(f"{name}: policies of others {foreign}, or no boundary")
    if resource["Type"] == "AWS::Lambda::Permission" and "SourceArn" not in properties:
        problems.append(f"{name}: anybody may invoke")
    if resource["Type"] == "AWS::Scheduler::Schedule" and "Name" in properties:
        problems.append(f"{name}: a fixed name, the stack could not be deployed twice")
if len(resources) > 450:
    problems.append(f"{len(resources)} resources; a stack may have 500")
print(f"{len(resources)} resources after SAM's expansion")
sys.exit("\n".join(problems) or 0)
