"""Posts what comes to the alarms topic to a chat's incoming webhook, whose address is a secret."""

import json
import os
import urllib.request

import boto3

address = None


def handler(event, context):
    global address
    if address is None:
        address = boto3.client("secretsmanager").get_secret_value(SecretId=os.environ["SECRET"])["SecretString"].strip()
    for record in event["Records"]:
        notice = record["Sns"]
        request = urllib.request.Request(
            address,
            data=json.dumps({"text": text(notice.get("Subject"), notice["Message"])}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=5) as answer:
            answer.read()
    return {"posted": len(event["Records"])}


def text(subject, message):
    """An alarm's message is JSON: its name, state and reason are what a reader needs."""
    try:
        alarm = json.loads(message)
        return f"{alarm['AlarmName']}: {alarm['NewStateValue']}\n{alarm['NewStateReason']}\n{alarm.get('AlarmDescription') or ''}".strip()
    except (ValueError, KeyError, TypeError):
        return f"{subject}\n{message}" if subject else message
