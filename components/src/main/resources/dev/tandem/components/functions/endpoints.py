"""Writes where this region's tasks are, for the other region's Envoys: one item for each ECS service and region.

Runs on every change of a task, and on a schedule that repairs what an event missed. It always writes the whole list, so
events may come twice, late or in any order: a list older than the stored one is refused. The item of a service that is gone is
taken away, since nobody would write it again: the other region would take it for news that does not come.
"""

import os
import time

import boto3
from botocore.exceptions import ClientError

REGION = os.environ.get("AWS_REGION", "")


def handler(event, context):
    ecs, dynamodb = boto3.client("ecs", region_name=REGION), boto3.client("dynamodb", region_name=REGION)
    written, started, about = {}, time.time_ns(), services(ecs, event)
    for service in about:
        now = time.time_ns()
        addresses = running(ecs, service)
        if write(dynamodb, service, addresses, now):
            written[service] = addresses
    whole = "group" not in event.get("detail", {})
    return {"written": written, "gone": forget(dynamodb, about, started) if whole else []}


def services(ecs, event):
    """The service that the event is about; all of the cluster when it is about none."""
    group = event.get("detail", {}).get("group", "")
    if group:
        return [group[len("service:"):]] if group.startswith("service:") else []
    pages = ecs.get_paginator("list_services").paginate(cluster=os.environ["CLUSTER"])
    return sorted(arn.rsplit("/", 1)[1] for page in pages for arn in page["serviceArns"])


def running(ecs, service):
    """Private addresses of the tasks that run and are not to stop."""
    try:
        pages = ecs.get_paginator("list_tasks").paginate(
            cluster=os.environ["CLUSTER"], serviceName=service, desiredStatus="RUNNING"
        )
        arns = [arn for page in pages for arn in page["taskArns"]]
    except ClientError as problem:
        # The last tasks of a service end after it.
        if problem.response["Error"]["Code"] != "ServiceNotFoundException":
            raise
        return []
    addresses = set()
    for start in range(0, len(arns), 100):
        for task in ecs.describe_tasks(cluster=os.environ["CLUSTER"], tasks=arns[start:start + 100])["tasks"]:
            if task["lastStatus"] == "RUNNING" and task.get("healthStatus") != "UNHEALTHY":
                addresses.update(address(task))
    return sorted(addresses)


def address(task):
    for attachment in task.get("attachments", []):
        if attachment.get("type") in ("ElasticNetworkInterface", "eni"):
            for detail in attachment.get("details", []):
                if detail["name"] == "privateIPv4Address":
                    yield detail["value"]


def write(dynamodb, service, addresses, now):
    return done(
        dynamodb.put_item,
        Item={
            "pk": {"S": service},
            "sk": {"S": REGION},
            "addresses": {"L": [{"S": each} for each in addresses]},
            "writtenAt": {"N": str(now)},
        },
        ConditionExpression="attribute_not_exists(writtenAt) OR writtenAt < :now",
        ExpressionAttributeValues={":now": {"N": str(now)}},
    )


def forget(dynamodb, services, started):
    """Takes away this region's items of services that the cluster had not, unless they were written since."""
    pages = dynamodb.get_paginator("scan").paginate(
        TableName=os.environ["TABLE"], FilterExpression="sk = :here", ExpressionAttributeValues={":here": {"S": REGION}}
    )
    stored = [item["pk"]["S"] for page in pages for item in page["Items"]]
    return [service for service in sorted(set(stored) - set(services)) if delete(dynamodb, service, started)]


def delete(dynamodb, service, started):
    return done(
        dynamodb.delete_item,
        Key={"pk": {"S": service}, "sk": {"S": REGION}},
        ConditionExpression="writtenAt < :started",
        ExpressionAttributeValues={":started": {"N": str(started)}},
    )


def done(call, **request):
    """Whether the condition of a call on the table held."""
    try:
        call(TableName=os.environ["TABLE"], **request)
        return True
    except ClientError as problem:
        if problem.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
        return False
