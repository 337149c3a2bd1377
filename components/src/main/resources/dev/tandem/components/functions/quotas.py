"""How much of each quota is in use whose use AWS publishes nowhere, in percent, as metrics (embedded in log lines).

The figures are those of `./tandem quotas`. What can't be asked has no value, never 0, and does not hide the rest.
"""

import json
import os
import time

import boto3
from botocore.exceptions import BotoCoreError, ClientError

# AWS's defaults. Sources: Service Quotas' pages of Cloud Map and VPC; AWS general reference, Systems Manager quotas.
INSTANCES, INTERFACES = 1_000, 5_000
CALLS, CALLS_OF_HIGH_THROUGHPUT = 40, 10_000
# Each task's agent reads its identity and the trusted CAs every five minutes.
CALLS_OF_A_TASK = 2 / 300
# AWS keeps the first four and the last address of each subnet. Source: VPC user guide, subnet sizing.
KEPT = 5
UNASKED = (BotoCoreError, ClientError, LookupError, ValueError)


def handler(event, context):
    percent = {}
    for quota in os.environ["QUOTAS"].split(","):
        try:
            used, most, what = max(LOOKS[quota](), key=lambda each: each[0] / each[1])
        except UNASKED as problem:
            print(json.dumps({"error": f"the use of {quota} is not known: {problem!r}"}))
            continue
        percent[quota] = round(100 * used / most, 2)
        print(json.dumps({
            "_aws": {
                "Timestamp": int(time.time() * 1000),
                "CloudWatchMetrics": [{
                    "Namespace": "Tandem/Quotas",
                    "Dimensions": [["Environment", "Quota"]],
                    "Metrics": [{"Name": "PercentUsed", "Unit": "Percent"}],
                }],
            },
            "Environment": os.environ["ENVIRONMENT"], "Quota": quota, "PercentUsed": percent[quota],
            "what": what, "used": used, "most": most,
        }))
    return percent


def most_of(what, usual, ask):
    """AWS's default where the account's own limit can't be asked: the lowest there is, so that its alarm rings early."""
    try:
        return ask()
    except UNASKED as problem:
        print(json.dumps({"error": f"the limit of {what} is not known, AWS's default of {usual} is taken: {problem!r}"}))
        return usual


def instances():
    mine = [{"Name": "NAMESPACE_ID", "Values": [os.environ["NAMESPACE"]], "Condition": "EQ"}]
    cloud_map = boto3.client("servicediscovery")
    yield 0, INSTANCES, "no service"
    for page in cloud_map.get_paginator("list_services").paginate(Filters=mine):
        for service in page["Services"]:
            # AWS's own examples leave the number out; left out, it is no 0.
            counted = service.get("InstanceCount")
            if counted is None:
                each = cloud_map.get_paginator("list_instances").paginate(ServiceId=service["Id"])
                counted = sum(len(page["Instances"]) for page in each)
            yield counted, INSTANCES, service["Name"]


def addresses():
    for subnet in boto3.client("ec2").describe_subnets(SubnetIds=os.environ["SUBNETS"].split(","))["Subnets"]:
        size = 2 ** (32 - int(subnet["CidrBlock"].split("/")[1])) - KEPT
        yield size - subnet["AvailableIpAddressCount"], size, subnet["SubnetId"]


def interfaces():
    pages = boto3.client("ec2").get_paginator("describe_network_interfaces").paginate(PaginationConfig={"PageSize": 1000})
    most = most_of("network interfaces", INTERFACES, lambda: boto3.client("service-quotas").get_service_quota(
        ServiceCode="vpc", QuotaCode="L-DF5E4CA3")["Quota"]["Value"])
    return [(sum(len(page["NetworkInterfaces"]) for page in pages), most, "region")]


def parameters():
    running = boto3.client("ecs").describe_clusters(clusters=[os.environ["CLUSTER"]])["clusters"][0]["runningTasksCount"]
    most = most_of("GetParameter", CALLS, lambda: CALLS_OF_HIGH_THROUGHPUT if boto3.client("ssm").get_service_setting(
        SettingId="/ssm/parameter-store/high-throughput-enabled")["ServiceSetting"]["SettingValue"] == "true" else CALLS)
    return [(running * CALLS_OF_A_TASK, most, f"{running} tasks")]


def records():
    for zone in os.environ["ZONES"].split(","):
        answer = boto3.client("route53").get_hosted_zone_limit(HostedZoneId=zone, Type="MAX_RRSETS_BY_ZONE")
        yield answer["Count"], answer["Limit"]["Value"], zone


LOOKS = {
    "cloud-map-instances": instances, "subnet-addresses": addresses, "network-interfaces": interfaces,
    "parameter-calls": parameters, "zone-records": records,
}
