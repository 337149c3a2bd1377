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
    """Whether a message of AWS Budgets says that actual costs passed the whole amount of this budget.

    Raises ValueError when it is a message of this budget's actual costs whose amounts cannot be read: silence would be no brake.
    """
    if field(message, "Budget Name") != budget or field(message, "Alert Type") != "ACTUAL":
        return False
    texts = [field(message, name) for name in ("Budgeted Amount", "Alert Threshold")]
    amount, threshold = map(money, texts)
    if amount is None or threshold is None:
        raise ValueError(
            f"a notice of the budget {budget} cannot be read: found Budgeted Amount {texts[0]!r} and Alert Threshold {texts[1]!r},"
            " expected dollars, such as $100.00; the cost action was not started, docs/runbooks/budget-hit.md says how to by hand"
        )
    return threshold >= amount


def field(message, name):
    """The rest of the line that starts with this name; None when there is no such line."""
    found = re.search(r"^[ \t]*" + re.escape(name) + r":(.*)$", message, re.MULTILINE)
    return found.group(1).strip() if found else None


def money(text):
    found = re.search(r"\$\s*([\d,]+(?:\.\d+)?)", text or "")
    return float(found.group(1).replace(",", "")) if found else None
