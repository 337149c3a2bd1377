"""Brings events of a service's outbox from its table's stream to the region's bus, at least once, in the order of a shard.

Events of one account have keys of their own, may be in two shards, and may overtake one another.

What the bus cannot take for now ends the batch: the stream gives it again, from the first event that is not on the bus. What it never
will take (too large, malformed) goes to the queue of undelivered events as it is, so that it does not stop those behind it.
"""

import json
import os

import boto3
from botocore.exceptions import ClientError

NEVER = ("InvalidArgument", "InvalidParameterValue", "MalformedDetail", "ValidationException")


def handler(event, context):
    bus, queue = boto3.client("events"), boto3.client("sqs")
    for record in event["Records"]:
        if not sent(bus, queue, record["dynamodb"]["NewImage"]):
            return {"batchItemFailures": [{"itemIdentifier": record["dynamodb"]["SequenceNumber"]}]}
    return {"batchItemFailures": []}


def sent(bus, queue, image):
    """Whether the event is on the bus, or kept as one that never will be."""
    fields = {name: next(iter(value.values())) for name, value in image.items()}
    try:
        made = entry(fields)
    except (KeyError, ValueError) as problem:
        return kept(queue, fields, "no event: " + repr(problem))
    try:
        answer = bus.put_events(Entries=[made])["Entries"][0]
    except ClientError as problem:
        answer = {"ErrorCode": problem.response["Error"]["Code"], "ErrorMessage": problem.response["Error"]["Message"]}
    if "ErrorCode" not in answer:
        return True
    if answer["ErrorCode"] in NEVER:
        return kept(queue, fields, answer["ErrorCode"] + ": " + answer.get("ErrorMessage", ""))
    print("the bus did not take", fields["eventId"], answer["ErrorCode"], "- it is sent again")
    return False


def entry(fields):
    detail = {
        "eventId": fields["eventId"],
        "correlationId": fields.get("h_x_correlation_id", ""),
        "traceparent": fields.get("h_traceparent", ""),
        "data": json.loads(fields["data"]),
    }
    if fields["source"] != os.environ["EVENT_SOURCE"]:
        raise ValueError("source " + fields["source"] + ", expected " + os.environ["EVENT_SOURCE"])
    return {
        "EventBusName": os.environ["EVENT_BUS"],
        "Source": fields["source"],
        "DetailType": fields["type"],
        "Detail": json.dumps(detail, separators=(",", ":")),
    }


def kept(queue, fields, why):
    """Names only: an event may hold personal data, and logs are read by more people than the queue."""
    print("the event", fields.get("eventId"), "of", fields.get("source"), "is undelivered:", why.split(":")[0])
    queue.send_message(
        QueueUrl=os.environ["UNDELIVERED"], MessageBody=json.dumps({"why": why[:500], "pk": fields.get("pk"), "type": fields.get("type")})
    )
    return True
