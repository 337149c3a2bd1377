import os
import unittest
from unittest import mock

import boto3
from moto.applicationautoscaling.models import ApplicationAutoscalingBackend
from moto.core.exceptions import JsonRESTError
from moto.sns.models import sns_backends

import test_guard
from world import ACCOUNT, SERVICES, SURVIVOR, World

import budget

AUTH, PERSONA = (f"service/tandem-prod/{service}" for service in SERVICES)
RESTING = {AUTH: (2, 4, False, False), PERSONA: (1, 4, False, False)}
FLOOR = {AUTH: (2, 2, False, True), PERSONA: (1, 1, False, True)}
DENIED = {AUTH: (2, 4, True, True), PERSONA: (1, 4, True, True)}
ENDS = {"floor": FLOOR, "deny": DENIED, "undo": RESTING}
SET = "aws-sdk:applicationautoscaling:registerScalableTarget"


class Budget(unittest.TestCase):
    """The machine of the cost action, from its golden file."""

    maxDiff = None

    def setUp(self):
        self.pair = self.enterContext(World())

    def start(self, action, **how):
        return self.pair.start("budget", {"action": action, "requestedBy": "test"}, **how)

    def capacity(self):
        """Fewest and most tasks, whether scaling out and schedules are suspended."""
        targets = boto3.client("application-autoscaling", SURVIVOR).describe_scalable_targets(ServiceNamespace="ecs")
        return {
            target["ResourceId"]: (
                target["MinCapacity"], target["MaxCapacity"],
                target["SuspendedState"].get("DynamicScalingOutSuspended", False), target["SuspendedState"]["ScheduledScalingSuspended"],
            )
            for target in targets["ScalableTargets"]
        }

    def wanted(self):
        services = boto3.client("ecs", SURVIVOR).describe_services(cluster="tandem-prod", services=SERVICES)["services"]
        return [(service["serviceName"], service["desiredCount"]) for service in services]

    def told(self):
        return [sent[1] for sent in sns_backends[ACCOUNT][SURVIVOR].topics[self.pair.topic].sent_notifications]

    def refusing(self, times, code="AccessDeniedException"):
        """Application Auto Scaling refuses so many calls."""
        original, refused = ApplicationAutoscalingBackend.register_scalable_target, []

        def register(backend, *given, **named):
            if len(refused) < times:
                refused.append(given)
                raise JsonRESTError(code, "not now")
            return original(backend, *given, **named)

        return mock.patch.object(ApplicationAutoscalingBackend, "register_scalable_target", register)

    def test_each_action_sets_its_state_tells_and_may_be_done_twice(self):
        self.assertEqual(RESTING, self.capacity())
        actions = ["floor", "floor", "undo", "undo", "deny", "deny", "floor", "deny", "undo"]
        kept = {"deny after floor": {AUTH: (2, 2, True, True), PERSONA: (1, 1, True, True)}}
        for number, action in enumerate(actions):
            after = f"{action} after {actions[number - 1]}"
            with self.subTest(number=number, action=action):
                self.assertEqual(("SUCCEEDED", ""), self.start(action))
                self.assertEqual(kept.get(after, ENDS[action]), self.capacity())
                self.assertEqual(f"Cost action {action} is done, asked for by test. Undo it by docs/runbooks/budget-hit.md.",
                                 self.told()[-1])
        self.assertEqual(len(actions), len(self.told()))

    def test_a_spent_budget_ends_in_held_back_services(self):
        machine = self.pair.create("budget")
        with mock.patch.dict(os.environ, {"BUDGET": test_guard.OWN, "ACTION": "deny", "MACHINE": machine}):
            for _ in range(2):
                budget.handler(test_guard.event(test_guard.notice(threshold="$999.00"), test_guard.notice()), None)
        self.pair.execution = machine.replace(":stateMachine:", ":execution:") + ":message-1"
        self.assertEqual(("SUCCEEDED", ""), self.pair.end())
        self.assertEqual(DENIED, self.capacity())
        self.assertEqual([f"Cost action deny is done, asked for by budget {test_guard.OWN}. Undo it by docs/runbooks/budget-hit.md."],
                         self.told())

    def test_stops_no_task(self):
        before = self.wanted()
        self.start("floor")
        self.assertEqual(before, self.wanted())
        self.assertEqual({SET, "sns:publish"}, {what for what, _ in self.pair.calls})

    def test_a_call_that_is_throttled_is_made_again(self):
        with self.refusing(1, "ThrottlingException"):
            self.assertEqual(("SUCCEEDED", ""), self.start("floor"))
        self.assertEqual(FLOOR, self.capacity())

    def test_what_stays_refused_fails_tells_and_can_be_started_again(self):
        with self.refusing(99):
            self.assertEqual(("FAILED", "StepFailed"), self.start("floor"))
        self.assertEqual("start it again: every step may be done twice", self.pair.cause)
        self.assertEqual(1, len(self.told()))
        self.assertTrue(self.told()[0].startswith("Cost action floor failed: "), self.told())
        self.assertIn("not now", self.told()[0])
        self.assertEqual(("SUCCEEDED", ""), self.start("floor"))
        self.assertEqual(FLOOR, self.capacity())

    def test_holds_back_though_nobody_can_be_told(self):
        boto3.client("sns", SURVIVOR).delete_topic(TopicArn=self.pair.topic)
        self.assertEqual(("SUCCEEDED", ""), self.start("floor"))
        self.assertEqual(FLOOR, self.capacity())

    def test_stopped_at_the_first_service_and_run_again_it_ends_the_same(self):
        self.stopped(0)

    def test_stopped_at_the_second_service_and_run_again_it_ends_the_same(self):
        self.stopped(1)

    def test_stopped_before_it_is_over_and_run_again_it_ends_the_same(self):
        self.stopped(2)

    def stopped(self, call):
        status, _ = self.start("floor", interrupt=call)
        self.assertNotEqual("SUCCEEDED", status)
        self.assertEqual(("SUCCEEDED", ""), self.start("floor"))
        self.assertEqual(FLOOR, self.capacity())

    def test_an_input_that_it_does_not_understand_changes_nothing_and_says_what_it_takes(self):
        for given in ({"action": "stop", "requestedBy": "test"}, {"requestedBy": "test"}, {"action": "floor"}, {}):
            with self.subTest(given):
                self.assertEqual(("FAILED", "UnknownAction"), self.pair.start("budget", given))
                self.assertEqual('expected the action floor, deny or undo, and who asks for it: {"action": "floor", "requestedBy": "me"}',
                                 self.pair.cause)
        self.assertEqual((RESTING, []), (self.capacity(), self.told()))


if __name__ == "__main__":
    unittest.main()
