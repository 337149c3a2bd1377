"""Asks the other region's load balancer each minute and writes the answer as a metric (embedded in a log line)."""

import json
import os
import time

import edge


def handler(event, context):
    reachable, millis, reason = edge.ask(
        os.environ["EDGE_HOST"], os.environ["EDGE_NAME"], os.environ["EDGE_PATH"], int(os.environ.get("EDGE_PORT", "443"))
    )
    print(json.dumps({
        "_aws": {
            "Timestamp": int(time.time() * 1000),
            "CloudWatchMetrics": [{
                "Namespace": "Tandem/Failover",
                "Dimensions": [["Environment"]],
                "Metrics": [{"Name": "PrimaryReachable", "Unit": "Count"}],
            }],
        },
        "Environment": os.environ["ENVIRONMENT"],
        "PrimaryReachable": 1 if reachable else 0,
        "milliseconds": millis,
        "reason": reason,
    }))
    return {"reachable": reachable, "milliseconds": millis, "reason": reason}
