"""Sets the weighted pair of records: the primary's percent, the rest for the survivor. Only a failback does this."""

import os

import boto3


def handler(event, context):
    primary, settings = event["primary"], event["settings"]
    changes = [
        change(settings, "primary", os.environ["PRIMARY"], primary),
        change(settings, "survivor", os.environ["SURVIVOR"], 100 - primary),
    ]
    boto3.client("route53").change_resource_record_sets(
        HostedZoneId=settings["zoneId"]["S"], ChangeBatch={"Comment": "failback", "Changes": changes}
    )
    return {"primary": primary, "survivor": 100 - primary}


def change(settings, side, region, weight):
    return {
        "Action": "UPSERT",
        "ResourceRecordSet": {
            "Name": os.environ["RECORD"],
            "Type": "A",
            "SetIdentifier": region,
            "Weight": weight,
            "HealthCheckId": settings[side + "Check"]["S"],
            "AliasTarget": {
                "HostedZoneId": settings[side + "AlbZone"]["S"],
                "DNSName": settings[side + "Alb"]["S"],
                "EvaluateTargetHealth": False,
            },
        },
    }
