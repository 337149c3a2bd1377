"""Writes where this region's tasks are, for the other region's Envoys: one item for each ECS service and region.

Runs on every change of a task, and on a schedule that repairs what an event missed. It always writes the whole list, so
events may come twice, late or in any order: a list older than the stored one is refused.
"""

import os
import time

import boto3
from botocore.exceptions import ClientError

REGION = os.environ.get("AWS_REGION", "")


def handler(event, context):
    ecs, dynamodb = boto3.client("ecs", region_name=REGION), boto3.client("dynamodb", region_name=REGION)
    written = {}
    for service in services(ecs, event):
        now = time.time_ns()
        addresses = running(ecs, service)
        if write(dynamodb, service, addresses, now):
            written[service] = addresses
    return {"written": written}


def services(ecs, event):
    """The service that the event is about; all of the cluster when it is about none."""
    group = event.get("detail", {}).get("group", "")
    if group:
        return [group[len("service:"):]] if group.startswith("service:") else []
    pages = ecs.get_paginator("list_services").paginate(cluster=os.environ["CLUSTER"])
    return sorted(arn.rsplit("/", 1)[1] for page in pages for arn in page["serviceArns"])


def running(ecs, service):
    """Private addresses of the tasks that run and are not to stop."""
    pages = ecs.get_paginator("list_tasks").paginate(
        cluster=os.environ["CLUSTER"], serviceName=service, desiredStatus="RUNNING"
    )
    arns = [arn for page in pages for arn in page["taskArns"]]
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
    try:
        dynamodb.put_item(
            TableName=os.environ["TABLE"],
            Item={
                "pk": {"S": service},
                "sk": {"S": REGION},
                "addresses": {"L": [{"S": each} for each in addresses]},
                "writtenAt": {"N": str(now)},
            },
            ConditionExpression="attribute_not_exists(writtenAt) OR writtenAt < :now",
            ExpressionAttributeValues={":now": {"N": str(now)}},
        )
        return True
    except ClientError as problem:
        if problem.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
        return False
