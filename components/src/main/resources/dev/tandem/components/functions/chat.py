"""Posts what comes to the alarms topic to a chat's incoming webhook, whose address is a secret and is never logged."""

import json
import os
import re
import urllib.error
import urllib.request

import boto3

ADDRESS = re.compile(r"https://[a-z0-9.-]+(:[0-9]{1,5})?([/?][!-~]*)?", re.IGNORECASE)

address = None


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: it would turn the POST into a GET without the text, and call that a success."""

    def redirect_request(self, *ignored):
        return None


def handler(event, context):
    for record in event["Records"]:
        post(text(record["Sns"].get("Subject"), record["Sns"]["Message"]))
    return {"posted": len(event["Records"])}


def post(message):
    global address
    secret = os.environ["SECRET"]
    if address is None:
        address = webhook(secret)
    found = send(address, message)
    if found is not None:
        # Perhaps the secret was changed: the next try reads it again.
        address = None
        raise RuntimeError(
            f"the chat's webhook did not take an alarm: found {found}, expected a status of 200 to 299; its address is the value of {secret}"
        )


def webhook(secret):
    value = boto3.client("secretsmanager").get_secret_value(SecretId=secret).get("SecretString", "").strip()
    if not ADDRESS.fullmatch(value):
        # The texts of urllib name the address, so it must not see a wrong one.
        raise ValueError(
            f"the value of {secret} is no address of a webhook (not shown): expected plain text, one URL that starts with https://"
        )
    return value


def send(url, message):
    """What went wrong, in words without the address; None when the chat took it."""
    request = urllib.request.Request(url, json.dumps({"text": message}).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.build_opener(Stay).open(request, timeout=5) as answer:
            answer.read()
        return None
    except urllib.error.HTTPError as refused:
        return f"status {refused.code}"
    except urllib.error.URLError as failed:
        return type(failed.reason).__name__
    except Exception as failed:
        return type(failed).__name__


def text(subject, message):
    """An alarm's message is JSON: its name, state and reason are what a reader needs."""
    try:
        alarm = json.loads(message)
        return f"{alarm['AlarmName']}: {alarm['NewStateValue']}\n{alarm['NewStateReason']}\n{alarm.get('AlarmDescription') or ''}".strip()
    except (ValueError, KeyError, TypeError):
        return f"{subject}\n{message}" if subject else message
