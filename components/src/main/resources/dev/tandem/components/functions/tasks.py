"""What the tasks that run now cost an hour, at the price book's on-demand prices, as a metric (embedded in a log line)."""

import json
import os
import time

import boto3

# Source: Amazon ECS API Reference, DescribeServices, "services".
AT_ONCE = 10


def handler(event, context):
    prices = priced(os.environ["USD_AN_HOUR"])
    ecs, cluster = boto3.client("ecs"), os.environ["CLUSTER"]
    every = versions(ecs, cluster, prices)
    running = count(ecs, cluster, sorted(every), prices)
    usd = round(sum(every[name] * count for name, count in running.items()), 5)
    print(json.dumps({
        "_aws": {
            "Timestamp": int(time.time() * 1000),
            "CloudWatchMetrics": [{
                "Namespace": "Tandem/Cost",
                "Dimensions": [["Environment"]],
                "Metrics": [{"Name": "TasksUsdAnHour", "Unit": "None"}],
            }],
        },
        "Environment": os.environ["ENVIRONMENT"],
        "TasksUsdAnHour": usd,
        "running": running,
    }))
    return {"usd": usd, "running": running}


def priced(text):
    """USD of a task and hour by service. Raises ValueError for a service without a price: it would run for nothing."""
    prices = json.loads(text)
    without = [f"{name} ({price})" for name, price in sorted(prices.items()) if not price or price <= 0]
    if without:
        raise ValueError(f"USD_AN_HOUR has no price of a task of {', '.join(without)}, expected USD an hour above 0")
    return prices


def versions(ecs, cluster, prices):
    """USD of a task and hour by ECS service: the stable versions, and every other version that runs beside one of them."""
    every = dict(prices)
    by_service = {name.removesuffix("-stable") + "-": price for name, price in prices.items()}
    if not prices:
        return every
    for page in ecs.get_paginator("list_services").paginate(cluster=cluster):
        for arn in page["serviceArns"]:
            name = arn.rsplit("/", 1)[-1]
            service = max((each for each in by_service if name.startswith(each)), key=len, default=None)
            if service:
                every.setdefault(name, by_service[service])
    return every


def count(ecs, cluster, names, expected):
    """Running tasks by service.

    Raises LookupError when ECS does not know one that is expected: counted as nothing, it would hide its cost. A canary may have
    gone since it was listed.
    """
    running, unknown = {}, []
    for start in range(0, len(names), AT_ONCE):
        answer = ecs.describe_services(cluster=cluster, services=names[start:start + AT_ONCE])
        running |= {service["serviceName"]: service["runningCount"] for service in answer["services"]}
        unknown += [f"{failure['arn'].rsplit('/', 1)[-1]} ({failure['reason']})" for failure in answer["failures"]
                    if failure["arn"].rsplit("/", 1)[-1] in expected]
    if unknown:
        raise LookupError(
            f"what running tasks cost is not known: ECS finds no {', '.join(unknown)} in cluster {cluster}, expected {', '.join(sorted(expected))};"
            " pulumi up makes the services and this list agree"
        )
    return running
