import json
import os
import pathlib
import sys
import unittest
import unittest.mock

import boto3
from moto import mock_aws

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
SOURCES = pathlib.Path(__file__).parents[2] / "components/src/main/resources/dev/tandem/components/functions"
sys.path.insert(0, str(SOURCES))

import outbox


def record(number, **fields):
    image = {
        "pk": {"S": "outbox#" + str(number)}, "sk": {"S": "event"}, "eventId": {"S": "e" + str(number)},
        "source": {"S": "tandem.auth"}, "type": {"S": "AccountDeleted"}, "data": {"S": json.dumps({"accountId": "a1"})},
        "h_x_correlation_id": {"S": "c1"}, "h_traceparent": {"S": "00-1-1-01"}, "writtenIn": {"S": "eu-central-1"},
        "expiresAt": {"N": "1"},
    }
    image.update({name: {"S": value} for name, value in fields.items()})
    return {"eventName": "INSERT", "dynamodb": {"NewImage": image, "SequenceNumber": "s" + str(number)}}


class Refusing:
    """A bus that refuses the first calls, as EventBridge does under load, and keeps the rest."""

    def __init__(self, times):
        self.times = times
        self.taken = []

    def put_events(self, Entries):
        if self.times:
            self.times -= 1
            return {"FailedEntryCount": 1, "Entries": [{"ErrorCode": "ThrottlingException", "ErrorMessage": "slow down"}]}
        self.taken += Entries
        return {"FailedEntryCount": 0, "Entries": [{"EventId": "1"}]}


class Outbox(unittest.TestCase):
    def setUp(self):
        self.aws = mock_aws()
        self.aws.start()
        self.addCleanup(self.aws.stop)
        self.queue = boto3.client("sqs", region_name="eu-central-1")
        self.undelivered = self.queue.create_queue(QueueName="tandem-prod-undelivered")["QueueUrl"]
        boto3.client("events", region_name="eu-central-1").create_event_bus(Name="tandem-prod")
        os.environ.update({
            "EVENT_BUS": "tandem-prod", "EVENT_SOURCE": "tandem.auth", "UNDELIVERED": self.undelivered,
            "AWS_DEFAULT_REGION": "eu-central-1",
        })

    def kept(self):
        messages = self.queue.receive_message(QueueUrl=self.undelivered, MaxNumberOfMessages=10).get("Messages", [])
        return [json.loads(message["Body"]) for message in messages]

    def test_an_event_reaches_the_rules_of_the_bus_as_services_expect_it(self):
        events = boto3.client("events", region_name="eu-central-1")
        heard = self.queue.create_queue(QueueName="heard")["QueueUrl"]
        arn = self.queue.get_queue_attributes(QueueUrl=heard, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        events.put_rule(Name="r", EventBusName="tandem-prod", EventPattern=json.dumps({"detail-type": ["AccountDeleted"]}))
        events.put_targets(Rule="r", EventBusName="tandem-prod", Targets=[{"Id": "q", "Arn": arn}])

        self.assertEqual({"batchItemFailures": []}, outbox.handler({"Records": [record(1)]}, None))

        event = json.loads(self.queue.receive_message(QueueUrl=heard)["Messages"][0]["Body"])
        self.assertEqual(("tandem.auth", "AccountDeleted"), (event["source"], event["detail-type"]))
        self.assertEqual(
            {"eventId": "e1", "correlationId": "c1", "traceparent": "00-1-1-01", "data": {"accountId": "a1"}}, event["detail"])

    def test_a_refusal_ends_the_batch_at_the_event_that_is_not_on_the_bus(self):
        bus = Refusing(0)
        self.assertTrue(outbox.sent(bus, self.queue, record(1)["dynamodb"]["NewImage"]))
        bus.times = 1
        with unittest.mock.patch.object(outbox.boto3, "client", lambda name: bus if name == "events" else self.queue):
            answer = outbox.handler({"Records": [record(2), record(3)]}, None)
            self.assertEqual({"batchItemFailures": [{"itemIdentifier": "s2"}]}, answer)
            self.assertEqual({"batchItemFailures": []}, outbox.handler({"Records": [record(2), record(3)]}, None))
        self.assertEqual(["e1", "e2", "e3"], [json.loads(each["Detail"])["eventId"] for each in bus.taken])
        self.assertEqual([], self.kept())

    def test_poison_goes_to_the_queue_and_does_not_stop_what_is_behind_it(self):
        bus = Refusing(0)
        poison = [record(1, data="no JSON"), record(2, source="tandem.persona"), record(3)]
        with unittest.mock.patch.object(outbox.boto3, "client", lambda name: bus if name == "events" else self.queue):
            self.assertEqual({"batchItemFailures": []}, outbox.handler({"Records": poison}, None))
        self.assertEqual(["e3"], [json.loads(each["Detail"])["eventId"] for each in bus.taken])
        kept = self.kept()
        self.assertEqual(["outbox#1", "outbox#2"], [each["pk"] for each in kept])
        self.assertIn("source tandem.persona, expected tandem.auth", kept[1]["why"])


if __name__ == "__main__":
    unittest.main()
