"""Sets the weighted pair of records: the primary's percent, the rest for the survivor; at 100 percent both have the weights that
the stack declares. Only a failback does this."""

import os

import boto3


def handler(event, context):
    primary, settings = event["primary"], event["settings"]
    survivor = 100 - primary
    if primary == 100:
        primary, survivor = (int(settings[side + "Weight"]["S"]) for side in ("primary", "survivor"))
    changes = [
        change(settings, "primary", os.environ["PRIMARY"], primary),
        change(settings, "survivor", os.environ["SURVIVOR"], survivor),
    ]
    boto3.client("route53").change_resource_record_sets(
        HostedZoneId=settings["zoneId"]["S"], ChangeBatch={"Comment": "failback", "Changes": changes}
    )
    return {"primary": primary, "survivor": survivor}


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
