import contextlib
import io
import json
import os
import unittest
from unittest import mock

import boto3
from botocore.client import BaseClient
from botocore.exceptions import ClientError, ConnectTimeoutError
from moto import mock_aws
from moto.ecs.models import ecs_backends

from world import ACCOUNT, SURVIVOR

import quotas

ALL = ["cloud-map-instances", "subnet-addresses", "network-interfaces", "parameter-calls", "zone-records"]
ASK = BaseClient._make_api_call


def refused(operation, code="AccessDeniedException"):
    return ClientError({"Error": {"Code": code, "Message": "no"}}, operation)


class Quotas(unittest.TestCase):
    """Subnets, interfaces, clusters and the account's limit are the simulator's; the answers that it lacks are `self.answers`."""

    def setUp(self):
        self.enterContext(mock_aws())
        self.enterContext(mock.patch.dict(os.environ, {"AWS_DEFAULT_REGION": SURVIVOR}))
        self.ec2 = boto3.client("ec2", SURVIVOR)
        vpc = self.ec2.create_vpc(CidrBlock="10.20.0.0/16")["Vpc"]["VpcId"]
        self.subnets = [self.ec2.create_subnet(VpcId=vpc, CidrBlock=cidr)["Subnet"]["SubnetId"]
                        for cidr in ("10.20.0.0/24", "10.20.1.0/28", "10.20.2.0/28")]
        boto3.client("ecs", SURVIVOR).create_cluster(clusterName="tandem-prod")
        self.running(0)
        self.answers = {
            "ListServices": lambda given: {"Services": [{"Name": "auth", "InstanceCount": 7}]},
            "GetServiceSetting": lambda given: {"ServiceSetting": {"SettingValue": "false"}},
            "GetHostedZoneLimit": lambda given: {"Limit": {"Type": given["Type"], "Value": 10_000}, "Count": 5},
        }
        self.asked = []
        self.enterContext(mock.patch("botocore.client.BaseClient._make_api_call", new=self.call()))
        self.enterContext(mock.patch.dict(os.environ, {
            "CLUSTER": "tandem-prod", "ENVIRONMENT": "prod", "NAMESPACE": "ns-1", "SUBNETS": ",".join(self.subnets[:2]),
            "ZONES": "Z1,Z2", "QUOTAS": ",".join(ALL)}))

    def call(self):
        def answer(client, operation, given):
            self.asked.append((operation, given))
            if operation in self.answers:
                found = self.answers[operation](given)
                if isinstance(found, Exception):
                    raise found
                return found
            return ASK(client, operation, given)

        return answer

    def running(self, tasks):
        ecs_backends[ACCOUNT][SURVIVOR].clusters["tandem-prod"].running_tasks_count = tasks

    def interfaces(self, subnet, count):
        for _ in range(count):
            self.ec2.create_network_interface(SubnetId=subnet)

    def seen(self):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            percent = quotas.handler({}, None)
        lines = [json.loads(line) for line in out.getvalue().splitlines()]
        values = {line["Quota"]: line["PercentUsed"] for line in lines if "Quota" in line}
        self.assertEqual(percent, values)
        return percent, lines

    def errors(self, lines):
        return [line["error"] for line in lines if "error" in line]

    def test_writes_one_embedded_metric_for_each_quota(self):
        percent, lines = self.seen()
        self.assertEqual(ALL, list(percent))
        self.assertEqual(len(ALL), len(lines))
        for line in lines:
            metric = line["_aws"]["CloudWatchMetrics"][0]
            self.assertEqual(("Tandem/Quotas", [["Environment", "Quota"]], [{"Name": "PercentUsed", "Unit": "Percent"}]),
                             (metric["Namespace"], metric["Dimensions"], metric["Metrics"]))
            self.assertEqual("prod", line["Environment"])
            self.assertGreater(line["_aws"]["Timestamp"], 1_700_000_000_000)

    def test_the_fullest_service_of_the_namespace_over_all_pages(self):
        pages = {None: {"Services": [{"Name": "auth", "InstanceCount": 12}, {"Name": "new", "InstanceCount": 0}], "NextToken": "2"},
                 "2": {"Services": [{"Name": "persona", "InstanceCount": 840}]}}
        self.answers["ListServices"] = lambda given: pages[given.get("NextToken")]
        percent, lines = self.seen()
        self.assertEqual(84, percent["cloud-map-instances"])
        self.assertEqual(("persona", 840, 1000), (lines[0]["what"], lines[0]["used"], lines[0]["most"]))
        filters = [given["Filters"] for operation, given in self.asked if operation == "ListServices"]
        self.assertEqual([[{"Name": "NAMESPACE_ID", "Values": ["ns-1"], "Condition": "EQ"}]] * 2, filters)

    def test_a_number_that_aws_leaves_out_is_counted(self):
        self.answers["ListServices"] = lambda given: {
            "Services": [{"Id": "srv-1", "Name": "auth"}, {"Id": "srv-2", "Name": "persona", "InstanceCount": 30}]}
        pages = {None: {"Instances": [{"Id": str(each)} for each in range(100)], "NextToken": "2"},
                 "2": {"Instances": [{"Id": "100"}]}}
        self.answers["ListInstances"] = lambda given: pages[given.get("NextToken")]
        percent, lines = self.seen()
        self.assertEqual((10.1, "auth"), (percent["cloud-map-instances"], lines[0]["what"]))
        self.assertEqual(["srv-1"] * 2, [given["ServiceId"] for operation, given in self.asked if operation == "ListInstances"])
        self.answers["ListInstances"] = lambda given: refused("ListInstances")
        self.assertNotIn("cloud-map-instances", self.seen()[0])

    def test_a_namespace_without_services_has_no_instances(self):
        self.answers["ListServices"] = lambda given: {"Services": []}
        self.assertEqual(0, self.seen()[0]["cloud-map-instances"])

    def test_the_fullest_of_the_own_subnets_by_its_share(self):
        self.interfaces(self.subnets[0], 20)
        self.interfaces(self.subnets[1], 10)
        self.interfaces(self.subnets[2], 11)
        percent, lines = self.seen()
        self.assertEqual(90.91, percent["subnet-addresses"])
        self.assertEqual((self.subnets[1], 10, 11), (lines[1]["what"], lines[1]["used"], lines[1]["most"]))

    def test_interfaces_of_the_region_against_the_accounts_own_limit(self):
        self.interfaces(self.subnets[0], 3)
        self.answers["GetServiceQuota"] = lambda given: {"Quota": {"Value": 6.0}}
        self.assertEqual(50, self.seen()[0]["network-interfaces"])
        self.assertIn(("GetServiceQuota", {"ServiceCode": "vpc", "QuotaCode": "L-DF5E4CA3"}), self.asked)

    def test_interfaces_against_the_default_when_the_account_cannot_be_asked(self):
        self.interfaces(self.subnets[0], 50)
        self.answers["GetServiceQuota"] = lambda given: refused("GetServiceQuota")
        percent, lines = self.seen()
        self.assertEqual(1, percent["network-interfaces"])
        self.assertEqual(["the limit of network interfaces is not known, AWS's default of 5000 is taken: ClientError('An error"
                          " occurred (AccessDeniedException) when calling the GetServiceQuota operation: no')"], self.errors(lines))

    def test_calls_of_running_tasks_against_what_the_account_has_chosen(self):
        self.running(3000)
        self.assertEqual(50, self.seen()[0]["parameter-calls"])
        self.answers["GetServiceSetting"] = lambda given: {"ServiceSetting": {"SettingValue": "true"}}
        self.assertEqual(0.2, self.seen()[0]["parameter-calls"])
        self.answers["GetServiceSetting"] = lambda given: refused("GetServiceSetting")
        percent, lines = self.seen()
        self.assertEqual(50, percent["parameter-calls"])
        self.assertIn("AWS's default of 40 is taken", self.errors(lines)[0])

    def test_the_fullest_zone_against_its_own_limit(self):
        zones = {"Z1": (9_000, 20_000), "Z2": (8_000, 10_000)}
        self.answers["GetHostedZoneLimit"] = lambda given: {
            "Count": zones[given["HostedZoneId"]][0], "Limit": {"Value": zones[given["HostedZoneId"]][1]}}
        percent, lines = self.seen()
        self.assertEqual((80, "Z2"), (percent["zone-records"], lines[-1]["what"]))

    def test_what_cannot_be_asked_has_no_value_and_the_rest_has(self):
        for quota, operation in zip(ALL, (
                "ListServices", "DescribeSubnets", "DescribeNetworkInterfaces", "DescribeClusters", "GetHostedZoneLimit")):
            for problem in (refused(operation), refused(operation, "ThrottlingException"), ConnectTimeoutError(endpoint_url="x")):
                with self.subTest(quota, problem=problem), mock.patch.dict(self.answers, {operation: lambda given: problem}):
                    percent, lines = self.seen()
                    self.assertEqual([each for each in ALL if each != quota], list(percent))
                    self.assertEqual([f"the use of {quota} is not known: {problem!r}"], self.errors(lines))

    def test_one_zone_that_cannot_be_asked_may_be_the_fullest(self):
        known = self.answers["GetHostedZoneLimit"]
        self.answers["GetHostedZoneLimit"] = lambda given: (
            refused("GetHostedZoneLimit", "NoSuchHostedZone") if given["HostedZoneId"] == "Z2" else known(given))
        percent, lines = self.seen()
        self.assertNotIn("zone-records", percent)
        self.assertEqual(1, len(self.errors(lines)))

    def test_an_answer_without_what_was_asked_for_is_no_zero(self):
        for quota, operation, answer in (
                ("parameter-calls", "DescribeClusters", {"clusters": [], "failures": [{"reason": "MISSING"}]}),
                ("subnet-addresses", "DescribeSubnets", {"Subnets": []})):
            with self.subTest(quota), mock.patch.dict(self.answers, {operation: lambda given: answer}):
                percent, lines = self.seen()
                self.assertEqual([each for each in ALL if each != quota], list(percent))
                self.assertIn(f"the use of {quota} is not known", self.errors(lines)[0])

    def test_a_quota_that_it_does_not_know_is_an_error(self):
        os.environ["QUOTAS"] = "zone-records,gateways"
        percent, lines = self.seen()
        self.assertEqual({"zone-records": 0.05}, percent)
        self.assertEqual(["the use of gateways is not known: KeyError('gateways')"], self.errors(lines))


if __name__ == "__main__":
    unittest.main()
