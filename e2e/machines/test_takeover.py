import time
import unittest

import boto3

import world
from world import CONTROL, PRIMARY, SURVIVOR, World

BY_HAND = {"automatic": False, "requestedBy": "test"}
BY_ALARM = {"automatic": True, "requestedBy": "alarm"}
MOVED = {
    "epochs": {f"{region} {table}": (SURVIVOR, "2") for region in (PRIMARY, SURVIVOR) for table in world.TABLES},
    "capacity": {"service/tandem-prod/auth-stable": (2, True), "service/tandem-prod/persona-stable": (2, True)},
    "weights": {PRIMARY: 100, SURVIVOR: 0},
    "flag": 1.0,
    "operation": "idle",
}


class Takeover(unittest.TestCase):
    maxDiff = None

    def test_moves_traffic_writes_and_capacity(self):
        with World() as pair:
            pair.edges[PRIMARY].answers(503)
            self.assertEqual(("SUCCEEDED", ""), pair.start("takeover", BY_ALARM))
            self.assertEqual(MOVED, pair.state())
            self.assertLessEqual(pair.waited, 900)

    def test_does_nothing_when_the_primary_answers_the_second_look(self):
        with World() as pair:
            before = pair.state()
            self.assertEqual(("SUCCEEDED", ""), pair.start("takeover", BY_ALARM))
            self.assertEqual("Not needed", pair.entered[-1])
            self.assertEqual(before, pair.state())

    def test_waits_for_tasks_and_says_when_there_are_none(self):
        with World() as pair:
            pair.tasks_run(SURVIVOR, 0)
            self.assertEqual(("FAILED", "NotReady"), pair.start("takeover", BY_HAND))
            self.assertEqual(300, pair.waited)
            self.assertEqual(MOVED["epochs"], pair.state()["epochs"])

    def test_grows_although_the_budget_had_forbidden_it(self):
        with World() as pair:
            scaling = boto3.client("application-autoscaling", SURVIVOR)
            target = {"ServiceNamespace": "ecs", "ScalableDimension": "ecs:service:DesiredCount"}
            for service in world.SERVICES:
                scaling.register_scalable_target(
                    **target, ResourceId=f"service/tandem-prod/{service}",
                    SuspendedState={"DynamicScalingOutSuspended": True, "ScheduledScalingSuspended": True})
            self.assertEqual(("SUCCEEDED", ""), pair.start("takeover", BY_HAND))
            self.assertEqual([(4, False)] * 2, [
                (each["MaxCapacity"], each["SuspendedState"]["DynamicScalingOutSuspended"])
                for each in scaling.describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"]])

    def test_goes_on_when_the_other_region_does_not_answer(self):
        with World() as pair:
            run = pair.run
            pair.run = lambda use, event: (_ for _ in ()).throw(TimeoutError()) if use == "fence" else run(use, event)
            self.assertEqual(("SUCCEEDED", ""), pair.start("takeover", BY_HAND))
            self.assertEqual(MOVED, pair.state())

    def test_holds_while_paused(self):
        with World() as pair:
            replicate = pair.replicate

            def paused_once_the_lock_is_taken():
                replicate()
                if len(pair.calls) == 1:
                    self.control(pause=True)

            pair.replicate = paused_once_the_lock_is_taken
            pair.start("takeover", BY_HAND, hold=True)
            deadline = time.monotonic() + 120
            while len([call for call in pair.calls if call[0] == "dynamodb:getItem"]) < 3:
                self.assertLess(time.monotonic(), deadline, pair.calls)
                time.sleep(0.02)
            self.assertIsNone(pair.state()["flag"])
            self.control(pause=False)
            self.assertEqual("SUCCEEDED", pair.end()[0])
            self.assertEqual(MOVED, pair.state())

    def test_a_failback_that_is_held_does_not_hold_a_takeover(self):
        """The primary goes down again while an operator holds a failback: nobody is there to say that this one may go on."""
        with World() as pair:
            boto3.client("dynamodb", SURVIVOR).put_item(TableName=CONTROL, Item={
                "pk": {"S": "LOCK"}, "operation": {"S": "failback"}, "execution": {"S": "another"}, "paused": {"BOOL": True},
            })
            pair.edges[PRIMARY].answers(503)
            pair.start("takeover", BY_ALARM, hold=True)
            deadline = time.monotonic() + 20
            while pair.state()["flag"] is None:
                self.assertLess(time.monotonic(), deadline, pair.calls[-3:])
                time.sleep(0.02)
            self.assertEqual("SUCCEEDED", pair.end()[0])
            self.assertEqual(MOVED, pair.state())

    def test_interrupted_anywhere_and_run_again_it_ends_the_same(self):
        with World() as pair:
            pair.start("takeover", BY_HAND)
            calls = list(pair.calls)
        for number, (what, _) in enumerate(calls):
            if what == "dynamodb:getItem":
                continue
            with self.subTest(call=number, what=what), World() as pair:
                status, _ = pair.start("takeover", BY_HAND, interrupt=number)
                self.assertNotEqual("SUCCEEDED", status)
                self.assertEqual(("SUCCEEDED", ""), pair.start("takeover", BY_HAND))
                self.assertEqual(MOVED, pair.state())

    def control(self, pause):
        boto3.client("dynamodb", SURVIVOR).update_item(
            TableName=CONTROL, Key={"pk": {"S": "LOCK"}}, UpdateExpression="SET paused = :p",
            ExpressionAttributeValues={":p": {"BOOL": pause}},
        )


if __name__ == "__main__":
    unittest.main()
