"""Starts the cost action once the region's budget is spent: not at 50 or 80 percent, and not on a forecast."""

import json
import os
import re

import boto3


def handler(event, context):
    started = []
    for record in event["Records"]:
        notice = record["Sns"]
        if not spent(notice["Message"], os.environ["BUDGET"]):
            continue
        client = boto3.client("stepfunctions")
        try:
            # The message's id as name: a message that is delivered twice starts nothing twice.
            client.start_execution(
                stateMachineArn=os.environ["MACHINE"],
                name=notice["MessageId"],
                input=json.dumps({"action": os.environ["ACTION"], "requestedBy": "budget " + os.environ["BUDGET"]}),
            )
            started.append(notice["MessageId"])
        except client.exceptions.ExecutionAlreadyExists:
            pass
    return {"started": started}


def spent(message, budget):
    """Whether a message of AWS Budgets says that actual costs passed the whole amount of this budget."""
    name, kind = field(message, "Budget Name"), field(message, "Alert Type")
    amount, threshold = money(field(message, "Budgeted Amount")), money(field(message, "Alert Threshold"))
    return name == budget and kind == "ACTUAL" and amount is not None and threshold is not None and threshold >= amount


def field(message, name):
    found = re.search(r"^\s*" + re.escape(name) + r":\s*(.*?)\s*$", message, re.MULTILINE)
    return found.group(1) if found else None


def money(text):
    found = re.search(r"\$\s*([\d,]+(?:\.\d+)?)", text or "")
    return float(found.group(1).replace(",", "")) if found else None
