"""Looks at one region: does its load balancer answer, do its services run, is any of its alarms on.

A region that may be gone is asked, never waited for: five seconds for each call, one try.
"""

import json
import os

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

import edge

# Source: Amazon ECS API Reference, DescribeServices, "services".
AT_ONCE = 10

ONE_TRY = Config(connect_timeout=5, read_timeout=5, retries={"total_max_attempts": 1})


def handler(event, context):
    region = event["region"]
    target = json.loads(os.environ["EDGES"])[region]
    reachable, millis, reason = edge.ask(target["host"], target["name"], target["path"], target.get("port", 443))
    seen = {"region": region, "reachable": reachable, "milliseconds": millis, "reasons": []}
    if not reachable:
        seen["reasons"].append(f"{target['host']}: {reason}")
    seen["ready"] = services_run(region, seen["reasons"]) and reachable
    seen["calm"] = no_alarm(region, seen["reasons"])
    return seen


def services_run(region, reasons):
    """Every service has as many running tasks as it wants, and wants at least one."""
    names = json.loads(os.environ["SERVICES"])
    found = {}
    try:
        ecs = boto3.client("ecs", region_name=region, config=ONE_TRY)
        for start in range(0, len(names), AT_ONCE):
            answer = ecs.describe_services(cluster=os.environ["CLUSTER"], services=names[start:start + AT_ONCE])
            found |= {service["serviceName"]: service for service in answer["services"] if service["status"] == "ACTIVE"}
    except (BotoCoreError, ClientError) as problem:
        reasons.append(f"ecs: {type(problem).__name__}")
        return False
    short = []
    for name in names:
        service = found.get(name)
        wanted = max(service["desiredCount"], 1) if service else 1
        running = service["runningCount"] if service else 0
        if running < wanted:
            short.append(f"{name} runs {running} of {wanted} tasks")
    reasons.extend(short)
    return not short


def no_alarm(region, reasons):
    """No alarm of the services is on. Others say what was decided or what it costs, not how the region is."""
    try:
        pages = boto3.client("cloudwatch", region_name=region, config=ONE_TRY).get_paginator("describe_alarms").paginate(
            AlarmNamePrefix=os.environ["ALARM_PREFIX"], StateValue="ALARM"
        )
        on = [alarm["AlarmName"] for page in pages for alarm in page.get("MetricAlarms", [])]
    except (BotoCoreError, ClientError) as problem:
        reasons.append(f"cloudwatch: {type(problem).__name__}")
        return False
    others = json.loads(os.environ["OTHER_ALARMS"])
    on = [name for name in on if name not in others]
    reasons.extend(f"alarm {name}" for name in on)
    return not on
