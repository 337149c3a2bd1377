"""What the tasks that run now cost an hour, at the price book's on-demand prices, as a metric (embedded in a log line)."""

import json
import os
import time

import boto3


def handler(event, context):
    prices = json.loads(os.environ["USD_AN_HOUR"])
    services = boto3.client("ecs").describe_services(cluster=os.environ["CLUSTER"], services=sorted(prices))["services"]
    running = {service["serviceName"]: service["runningCount"] for service in services}
    usd = round(sum(prices[name] * count for name, count in running.items()), 5)
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
