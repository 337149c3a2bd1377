import contextlib
import io
import json
import os
import unittest
from unittest import mock

import boto3
from botocore.client import BaseClient
from botocore.exceptions import ClientError
from moto import mock_aws
from moto.ecs.models import ecs_backends

from world import ACCOUNT, SURVIVOR

import budget
import tasks

OWN = "tandem-prod-eu-west-1"
NOTICE = """AWS Budget Notification November 27, 2026
AWS Account {account}

You requested that we alert you when the {kind} Cost associated with your {name} budget is greater than {threshold}.

Budget Name: {name}
Budget Type: Cost
Budgeted Amount: {amount}
Alert Type: {kind}
Alert Threshold: > {threshold}
{kind} Amount: $1,234.56
"""


def notice(name=OWN, kind="ACTUAL", amount="$1,000.00", threshold="$1,000.00"):
    return NOTICE.format(account=ACCOUNT, name=name, kind=kind, amount=amount, threshold=threshold)


def event(*messages, number=0):
    return {"Records": [
        {"Sns": {"MessageId": f"message-{number + each}", "Subject": "AWS Budgets", "Message": message}}
        for each, message in enumerate(messages)
    ]}


def denied(code, operation):
    """AWS answers every call of this operation with an error."""
    ask = BaseClient._make_api_call

    def answer(client, called, arguments):
        if called == operation:
            raise ClientError({"Error": {"Code": code, "Message": "no"}}, operation)
        return ask(client, called, arguments)

    return mock.patch("botocore.client.BaseClient._make_api_call", new=answer)


class Budget(unittest.TestCase):
    def setUp(self):
        self.enterContext(mock_aws())
        self.states = boto3.client("stepfunctions", SURVIVOR)
        self.machine = self.states.create_state_machine(
            name="tandem-prod-budget", definition='{"StartAt": "a", "States": {"a": {"Type": "Succeed"}}}',
            roleArn=f"arn:aws:iam::{ACCOUNT}:role/x",
        )["stateMachineArn"]
        self.enterContext(mock.patch.dict(os.environ, {"BUDGET": OWN, "ACTION": "floor", "MACHINE": self.machine}))

    def runs(self):
        found = self.states.list_executions(stateMachineArn=self.machine)["executions"]
        return sorted(run["name"] for run in found)

    def test_a_spent_budget_starts_the_machine_with_the_action(self):
        self.assertEqual({"started": ["message-0"]}, budget.handler(event(notice()), None))
        self.assertEqual(["message-0"], self.runs())
        arn = self.machine.replace("stateMachine", "execution") + ":message-0"
        self.assertEqual({"action": "floor", "requestedBy": "budget " + OWN},
                         json.loads(self.states.describe_execution(executionArn=arn)["input"]))

    def test_more_than_the_whole_amount_is_spent_as_well(self):
        budget.handler(event(notice(threshold="$1,200.00")), None)
        self.assertEqual(["message-0"], self.runs())

    def test_anything_else_starts_nothing(self):
        alarm = json.dumps({"AlarmName": "a", "NewStateValue": "ALARM", "AlarmDescription": notice()})
        for what, message in {
            "half": notice(threshold="$500.00"),
            "thousands are no decimals": notice(amount="$1,000.00", threshold="$800.00"),
            "just below": notice(threshold="$999.99"),
            "forecast": notice(kind="FORECASTED"),
            "another budget": notice(name="other"),
            "a budget whose name starts the same": notice(name=OWN + "-more"),
            "alarm that quotes a notice": alarm,
            "what the machine itself tells": "Cost action floor is done, asked for by budget " + OWN,
            "nothing": "",
        }.items():
            with self.subTest(what):
                self.assertEqual({"started": []}, budget.handler(event(message), None))
        self.assertEqual([], self.runs())

    def test_a_message_that_comes_twice_starts_one_run(self):
        for _ in range(2):
            budget.handler(event(notice()), None)
        self.assertEqual(["message-0"], self.runs())

    def test_a_run_that_ended_under_another_input_is_not_started_again_and_does_not_stop_the_next_record(self):
        budget.handler(event(notice()), None)
        os.environ["ACTION"] = "deny"
        self.assertEqual({"started": ["message-1"]}, budget.handler(event(notice(), notice()), None))
        self.assertEqual(["message-0", "message-1"], self.runs())

    def test_amounts_that_cannot_be_read_are_an_error(self):
        for amount, threshold in (("$100.00", "100%"), ("EUR 100", "$100.00"), ("$100.00", "")):
            with self.subTest(amount + threshold), self.assertRaises(ValueError) as raised:
                budget.handler(event(notice(amount=amount, threshold=threshold)), None)
            self.assertEqual(
                f"a notice of the budget {OWN} cannot be read: found Budgeted Amount '{amount}' and Alert Threshold"
                f" {('> ' + threshold).strip()!r}, expected dollars, such as $100.00; the cost action was not started,"
                " docs/runbooks/budget-hit.md says how to by hand", str(raised.exception))
        self.assertEqual([], self.runs())

    def test_an_empty_field_does_not_take_the_next_line(self):
        message = notice().replace("Alert Threshold: > $1,000.00", "Alert Threshold:")
        self.assertEqual("", budget.field(message, "Alert Threshold"))
        self.assertEqual("ACTUAL", budget.field(message.replace("\n", "\r\n"), "Alert Type"))
        self.assertIsNone(budget.field(message, "Alert"))

    def test_what_aws_refuses_fails_so_that_lambda_tries_again(self):
        for code in ("AccessDeniedException", "ThrottlingException", "StateMachineDoesNotExist"):
            with self.subTest(code), denied(code, "StartExecution"), self.assertRaises(ClientError) as raised:
                budget.handler(event(notice()), None)
            self.assertIn(f"({code}) when calling the StartExecution operation", str(raised.exception))
        budget.handler(event(notice()), None)
        self.assertEqual(["message-0"], self.runs())


class RunningTasks(unittest.TestCase):
    PRICES = {"auth-stable": 0.02271, "persona-stable": 0.1}

    def setUp(self):
        self.enterContext(mock_aws())
        self.enterContext(mock.patch.dict(os.environ, {"CLUSTER": "tandem-prod", "ENVIRONMENT": "prod"}))
        self.ecs = boto3.client("ecs", SURVIVOR)
        self.ecs.create_cluster(clusterName="tandem-prod")
        self.ecs.register_task_definition(family="task", containerDefinitions=[{"name": "app", "image": "app", "memory": 64}])

    def service(self, name, running):
        self.ecs.create_service(cluster="tandem-prod", serviceName=name, taskDefinition="task", desiredCount=running)
        ecs_backends[ACCOUNT][SURVIVOR].services["tandem-prod:" + name].running_count = running

    def seen(self, prices=None):
        os.environ["USD_AN_HOUR"] = json.dumps(self.PRICES if prices is None else prices)
        with contextlib.redirect_stdout(io.StringIO()) as out:
            answer = tasks.handler({}, None)
        self.assertEqual(1, out.getvalue().count("\n"))
        return answer, json.loads(out.getvalue())

    def test_writes_the_cost_of_what_runs_as_an_embedded_metric(self):
        self.service("auth-stable", 3)
        self.service("persona-stable", 1)
        self.service("not-ours", 9)
        answer, line = self.seen()
        self.assertEqual({"usd": 0.16813, "running": {"auth-stable": 3, "persona-stable": 1}}, answer)
        self.assertEqual((0.16813, "prod", answer["running"]), (line["TasksUsdAnHour"], line["Environment"], line["running"]))
        metric = line["_aws"]["CloudWatchMetrics"][0]
        self.assertEqual(("Tandem/Cost", [["Environment"]], "TasksUsdAnHour"),
                         (metric["Namespace"], metric["Dimensions"], metric["Metrics"][0]["Name"]))
        self.assertEqual(answer, self.seen()[0])

    def test_every_version_counts_at_its_services_price(self):
        for name, running in (("auth-stable", 1), ("auth-canary", 2), ("auth-stg-stable", 4), ("auth-stg-canary", 8), ("authority", 16)):
            self.service(name, running)
        answer, _ = self.seen({"auth-stable": 1, "auth-stg-stable": 100})
        self.assertEqual({"auth-stable": 1, "auth-canary": 2, "auth-stg-stable": 4, "auth-stg-canary": 8}, answer["running"])
        self.assertEqual(1203, answer["usd"])

    def test_a_canary_that_ends_while_it_is_counted_is_no_error(self):
        self.service("auth-stable", 1)
        with mock.patch("tasks.versions", return_value={"auth-stable": 1, "auth-canary": 1}):
            self.assertEqual({"usd": 1, "running": {"auth-stable": 1}}, self.seen({"auth-stable": 1})[0])

    def test_nothing_that_runs_costs_nothing(self):
        self.service("auth-stable", 0)
        self.assertEqual(0, self.seen({"auth-stable": 0.022715})[0]["usd"])
        self.assertEqual({"usd": 0, "running": {}}, self.seen({})[0])

    def test_asks_for_ten_services_at_a_time(self):
        names = [f"service-{number:02}" for number in range(21)]
        for name in names:
            self.service(name, 1)
        asked = []
        make = boto3.client

        def client(service, *rest):
            real = make(service, *rest)
            describe = real.describe_services
            real.describe_services = lambda **given: asked.append(len(given["services"])) or describe(**given)
            return real

        with mock.patch("boto3.client", client):
            answer, _ = self.seen({name: 1 for name in names})
        self.assertEqual([10, 10, 1], asked)
        self.assertEqual({"usd": 21, "running": {name: 1 for name in names}}, answer)

    def test_a_service_that_ecs_does_not_know_is_an_error_and_no_metric(self):
        self.service("auth-stable", 1)
        os.environ["USD_AN_HOUR"] = json.dumps(self.PRICES)
        with contextlib.redirect_stdout(io.StringIO()) as out, self.assertRaises(LookupError) as raised:
            tasks.handler({}, None)
        self.assertEqual("", out.getvalue())
        self.assertEqual(
            "what running tasks cost is not known: ECS finds no persona-stable (MISSING) in cluster tandem-prod, expected"
            " auth-stable, persona-stable; pulumi up makes the services and this list agree", str(raised.exception))

    def test_a_price_that_is_missing_is_an_error_and_no_metric(self):
        self.service("auth-stable", 1)
        os.environ["USD_AN_HOUR"] = '{"persona-stable": 0, "auth-stable": null, "other-stable": 1}'
        with contextlib.redirect_stdout(io.StringIO()) as out, self.assertRaises(ValueError) as raised:
            tasks.handler({}, None)
        self.assertEqual("", out.getvalue())
        self.assertEqual("USD_AN_HOUR has no price of a task of auth-stable (None), persona-stable (0), expected USD an hour above 0",
                         str(raised.exception))

    def test_what_aws_refuses_fails_so_that_the_alarm_sees_no_figure(self):
        self.service("auth-stable", 1)
        os.environ["USD_AN_HOUR"] = json.dumps(self.PRICES)
        for operation in ("ListServices", "DescribeServices"):
            for code in ("AccessDeniedException", "ThrottlingException", "ClusterNotFoundException"):
                with self.subTest(operation, code=code), contextlib.redirect_stdout(io.StringIO()) as out, \
                        denied(code, operation), self.assertRaises(ClientError) as raised:
                    tasks.handler({}, None)
                self.assertEqual("", out.getvalue())
                self.assertIn(f"({code}) when calling the {operation} operation", str(raised.exception))


if __name__ == "__main__":
    unittest.main()
