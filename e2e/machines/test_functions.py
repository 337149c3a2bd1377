import contextlib
import io
import json
import os
import unittest
import unittest.mock

import boto3
from botocore.exceptions import ClientError
from moto import mock_aws

import world
from world import PRIMARY, SURVIVOR, World

import edge
import endpoints
import fence
import observe
import probe


class OtherRegion(unittest.TestCase):
    def test_a_call_is_given_up_after_five_seconds_and_not_tried_again(self):
        for module in (fence, observe):
            with self.subTest(module.__name__):
                self.assertEqual((5, 5, 1), (module.ONE_TRY.connect_timeout, module.ONE_TRY.read_timeout,
                                             module.ONE_TRY.retries["total_max_attempts"]))


class TenAtOnce:
    """ECS refuses an eleventh name, the simulator does not."""

    def __init__(self, ecs):
        self.ecs = ecs

    def describe_services(self, cluster, services):
        if len(services) > 10:
            raise ClientError({"Error": {"Code": "InvalidParameterException", "Message": "10 at most"}}, "DescribeServices")
        return self.ecs.describe_services(cluster=cluster, services=services)


class Observe(unittest.TestCase):
    def test_looks_at_more_services_than_ecs_describes_at_once(self):
        real = boto3.client
        limited = unittest.mock.patch.object(
            observe.boto3, "client", lambda name, **given: TenAtOnce(real(name, **given)) if name == "ecs" else real(name, **given))
        many = unittest.mock.patch.object(world, "SERVICES", [f"s{number:02}-stable" for number in range(12)])
        with World() as pair, many, limited:
            ecs = real("ecs", PRIMARY)
            for service in world.SERVICES:
                ecs.create_service(cluster="tandem-prod", serviceName=service, taskDefinition="task", desiredCount=1)
            pair.tasks_run(PRIMARY)
            seen = pair.run("observe", {"region": PRIMARY})
            self.assertEqual((True, []), (seen["ready"], seen["reasons"]))
            ecs.delete_service(cluster="tandem-prod", service="s11-stable", force=True)
            self.assertEqual(["s11-stable runs 0 of 1 tasks"], pair.run("observe", {"region": PRIMARY})["reasons"])


class Edge(unittest.TestCase):
    def test_says_whether_the_public_name_is_answered(self):
        with World() as pair:
            port = pair.edges[PRIMARY].port
            self.assertEqual((True, "status 200"), self.asked(port, world.NAME))
            pair.edges[PRIMARY].answers(503)
            self.assertEqual((False, "status 503"), self.asked(port, world.NAME))

    def test_a_certificate_of_another_name_is_no_answer(self):
        with World() as pair:
            reachable, reason = self.asked(pair.edges[PRIMARY].port, "other.example.com")
            self.assertFalse(reachable)
            self.assertIn("certificate is not valid for 'other.example.com'", reason)

    def test_a_closed_port_is_no_answer(self):
        with World() as pair:
            port = pair.edges[PRIMARY].port
            pair.edges[PRIMARY].server.shutdown()
            pair.edges[PRIMARY].server.server_close()
            self.assertFalse(self.asked(port, world.NAME)[0])

    def asked(self, port, name):
        reachable, millis, reason = edge.ask("127.0.0.1", name, "/healthz", port)
        self.assertGreaterEqual(millis, 0)
        return reachable, reason


class Probe(unittest.TestCase):
    def test_writes_the_answer_as_an_embedded_metric(self):
        with World() as pair:
            os.environ.update({
                "EDGE_HOST": "127.0.0.1", "EDGE_NAME": world.NAME, "EDGE_PATH": "/", "ENVIRONMENT": "prod",
                "EDGE_PORT": str(pair.edges[PRIMARY].port),
            })
            self.assertEqual(1, self.line()["PrimaryReachable"])
            pair.edges[PRIMARY].answers(500)
            line = self.line()
            self.assertEqual(0, line["PrimaryReachable"])
            self.assertEqual("prod", line["Environment"])
            metric = line["_aws"]["CloudWatchMetrics"][0]
            self.assertEqual(("Tandem/Failover", [["Environment"]]), (metric["Namespace"], metric["Dimensions"]))
            self.assertEqual("PrimaryReachable", metric["Metrics"][0]["Name"])

    def line(self):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            probe.handler({}, None)
        return json.loads(out.getvalue())


class Tasks:
    """ECS as the endpoint writer sees it: the simulator gives tasks no addresses."""

    def __init__(self, tasks):
        self.tasks = tasks

    def get_paginator(self, operation):
        return self

    def paginate(self, **given):
        if "serviceName" not in given:
            return [{"serviceArns": ["arn:aws:ecs:eu-west-1:1:service/tandem-prod/" + each for each in self.tasks]}]
        if given["serviceName"] not in self.tasks:
            raise ClientError({"Error": {"Code": "ServiceNotFoundException", "Message": "Service not found."}}, "ListTasks")
        return [{"taskArns": [task["taskArn"] for task in self.tasks[given["serviceName"]]]}]

    def describe_tasks(self, cluster, tasks):
        return {"tasks": [task for all in self.tasks.values() for task in all if task["taskArn"] in tasks]}


def task(number, status="RUNNING", health="HEALTHY"):
    return {
        "taskArn": f"task/{number}", "lastStatus": status, "healthStatus": health,
        "attachments": [{"type": "ElasticNetworkInterface", "details": [
            {"name": "subnetId", "value": "s"}, {"name": "privateIPv4Address", "value": f"10.30.0.{number}"}]}],
    }


class Endpoints(unittest.TestCase):
    def setUp(self):
        self.mock = mock_aws()
        self.mock.start()
        os.environ.update({"CLUSTER": "tandem-prod", "TABLE": "endpoints"})
        endpoints.REGION = SURVIVOR
        self.dynamodb = boto3.client("dynamodb", SURVIVOR)
        self.dynamodb.create_table(
            TableName="endpoints", BillingMode="PAY_PER_REQUEST",
            KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
            AttributeDefinitions=[{"AttributeName": each, "AttributeType": "S"} for each in ("pk", "sk")],
        )

    def tearDown(self):
        self.mock.stop()

    def written(self, tasks, event):
        real = boto3.client
        endpoints.boto3.client = lambda name, **given: Tasks(tasks) if name == "ecs" else real(name, **given)
        try:
            return endpoints.handler(event, None)["written"]
        finally:
            endpoints.boto3.client = real

    def stored(self, service):
        item = self.dynamodb.get_item(TableName="endpoints", Key={"pk": {"S": service}, "sk": {"S": SURVIVOR}})["Item"]
        return [each["S"] for each in item["addresses"]["L"]]

    def test_writes_running_tasks_that_are_not_ill(self):
        tasks = {"auth-stable": [task(1), task(2, "DEPROVISIONING"), task(3, health="UNHEALTHY"), task(4, health="UNKNOWN")]}
        self.written(tasks, {"detail": {"group": "service:auth-stable"}})
        self.assertEqual(["10.30.0.1", "10.30.0.4"], self.stored("auth-stable"))

    def test_a_service_without_tasks_has_an_empty_list(self):
        self.written({"auth-stable": [task(1)]}, {})
        self.written({"auth-stable": []}, {"detail": {"group": "service:auth-stable"}})
        self.assertEqual([], self.stored("auth-stable"))

    def test_the_schedule_writes_all_services(self):
        self.assertEqual({"auth-stable", "persona-stable"},
                         set(self.written({"auth-stable": [task(1)], "persona-stable": [task(2)]}, {})))

    def test_the_schedule_takes_away_what_a_service_that_is_gone_left(self):
        """A canary's service ends with its release: its item would get older and older, and ring in the other region."""
        both = {"auth-stable": [task(1)], "auth-canary": [task(2)]}
        self.written(both, {})
        self.dynamodb.put_item(TableName="endpoints", Item={
            "pk": {"S": "auth-canary"}, "sk": {"S": PRIMARY}, "addresses": {"L": []}, "writtenAt": {"N": "1"}})
        self.written({"auth-stable": [task(1)]}, {"detail": {"group": "service:auth-stable"}})
        self.assertEqual(["10.30.0.2"], self.stored("auth-canary"))
        self.written({"auth-stable": [task(1)]}, {})
        left = self.dynamodb.scan(TableName="endpoints")["Items"]
        self.assertEqual([("auth-canary", PRIMARY), ("auth-stable", SURVIVOR)], sorted((each["pk"]["S"], each["sk"]["S"]) for each in left))

    def test_what_was_written_since_the_services_were_listed_stays(self):
        self.written({"auth-canary": [task(2)]}, {})
        self.assertFalse(endpoints.delete(self.dynamodb, "auth-canary", 1))
        self.assertEqual(["10.30.0.2"], self.stored("auth-canary"))

    def test_the_last_task_of_a_service_may_end_after_it(self):
        self.written({"auth-canary": [task(2)]}, {})
        self.written({}, {"detail": {"group": "service:auth-canary"}})
        self.assertEqual([], self.stored("auth-canary"))

    def test_an_older_list_does_not_replace_a_newer_one(self):
        self.written({"auth-stable": [task(1)]}, {})
        real = endpoints.time.time_ns
        endpoints.time.time_ns = lambda: 1
        try:
            self.assertEqual({}, self.written({"auth-stable": [task(2)]}, {}))
        finally:
            endpoints.time.time_ns = real
        self.assertEqual(["10.30.0.1"], self.stored("auth-stable"))

    def test_a_task_of_no_service_changes_nothing(self):
        self.assertEqual({}, self.written({"auth-stable": [task(1)]}, {"detail": {"group": "family:migration"}}))


if __name__ == "__main__":
    unittest.main()
