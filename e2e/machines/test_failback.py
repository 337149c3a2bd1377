import json
import unittest

import boto3

import test_takeover
import world
from world import CONTROL, PRIMARY, SURVIVOR, World

GIVEN = {"requestedBy": "test"}
BACK = {
    "epochs": {f"{region} {table}": (PRIMARY, "4") for region in (PRIMARY, SURVIVOR) for table in world.TABLES},
    "capacity": {"service/tandem-prod/auth-stable": (2, False), "service/tandem-prod/persona-stable": (1, False)},
    "weights": {PRIMARY: 100, SURVIVOR: 0},
    "flag": 0.0,
    "operation": "idle",
}
TAKEN_BACK = {
    "capacity": {"service/tandem-prod/auth-stable": (2, True), "service/tandem-prod/persona-stable": (2, True)},
    "weights": {PRIMARY: 100, SURVIVOR: 0},
    "flag": 1.0,
    "operation": "idle",
}


class Survived(World):
    """A pair as test_takeover sees it after a takeover."""

    def __enter__(self):
        super().__enter__()
        self.taken_over()
        assert self.state() == test_takeover.MOVED, self.state()
        return self


class Failback(unittest.TestCase):
    maxDiff = None

    def weights_set(self, pair):
        return [str(json.loads(json.loads(call)["Payload"])["primary"]) for what, call in pair.calls if what == "lambda:invoke weights"]

    def test_gives_ten_fifty_and_all_percent_back(self):
        with Survived() as pair:
            self.assertEqual(("SUCCEEDED", ""), pair.start("failback", GIVEN))
            self.assertEqual(BACK, pair.state())
            self.assertEqual(["10", "50", "100"], self.weights_set(pair))
            # 15 looks of the soak, the drain, three gates
            self.assertEqual(14 * 60 + 60 + 3 * 180, pair.waited)

    def test_ends_with_the_weights_that_the_stack_declares(self):
        with Survived() as pair:
            boto3.client("dynamodb", SURVIVOR).update_item(
                TableName=CONTROL, Key={"pk": {"S": "SETTINGS"}}, UpdateExpression="SET primaryWeight = :p, survivorWeight = :s",
                ExpressionAttributeValues={":p": {"S": "160"}, ":s": {"S": "40"}},
            )
            self.assertEqual(("SUCCEEDED", ""), pair.start("failback", GIVEN, soak=1))
            self.assertEqual({PRIMARY: 160, SURVIVOR: 40}, pair.state()["weights"])

    def test_nobody_writes_while_requests_drain(self):
        with Survived() as pair:
            seen = []
            original = pair.replicate

            def replicate():
                original()
                seen.append(tuple(sorted({writer for writer, _ in pair.state()["epochs"].values()})))

            pair.replicate = replicate
            pair.start("failback", GIVEN)
            order = [each for i, each in enumerate(seen) if i == 0 or each != seen[i - 1]]
            self.assertEqual((SURVIVOR,), order[0])
            self.assertIn(("none",), order)
            self.assertEqual((PRIMARY,), order[-1])
            self.assertFalse([each for each in order if PRIMARY in each and SURVIVOR in each])

    def test_loses_no_acknowledged_write_and_never_accepts_one_in_two_regions(self):
        """A service writes as the contract says: with a check of the epoch item in the same transaction."""
        table, acknowledged, rounds = world.TABLES[0], [], []

        def write(region, key):
            dynamodb = boto3.client("dynamodb", region)
            try:
                dynamodb.transact_write_items(TransactItems=[
                    {"ConditionCheck": {
                        "TableName": table, "Key": world.EPOCH, "ConditionExpression": "writer = :me",
                        "ExpressionAttributeValues": {":me": {"S": region}},
                    }},
                    {"Put": {"TableName": table, "Item": {"pk": {"S": key}, "sk": {"S": region}}}},
                ])
            except dynamodb.exceptions.TransactionCanceledException:
                return False
            acknowledged.append((key, region))
            return True

        with Survived() as pair:
            original = pair.replicate

            def replicate():
                original()
                rounds.append([region for region in (PRIMARY, SURVIVOR) if write(region, f"write-{len(rounds)}")])
                copies()

            def copies():
                for here, there in ((PRIMARY, SURVIVOR), (SURVIVOR, PRIMARY)):
                    for item in boto3.client("dynamodb", here).scan(TableName=table)["Items"]:
                        if item["pk"] != world.EPOCH["pk"]:
                            boto3.client("dynamodb", there).put_item(TableName=table, Item=item)

            pair.replicate = replicate
            self.assertEqual(("SUCCEEDED", ""), pair.start("failback", GIVEN, soak=1))
            self.assertEqual([SURVIVOR], rounds[0])
            self.assertIn([], rounds)
            self.assertEqual([PRIMARY], rounds[-1])
            self.assertFalse([each for each in rounds if len(each) > 1])
            handed_over = rounds.index([PRIMARY])
            self.assertNotIn([SURVIVOR], rounds[handed_over:])
            # from the hand-over to 100 % users still reach the survivor: its writes are refused in all that time
            self.assertGreater(len(rounds) - handed_over, 6)
            for region in (PRIMARY, SURVIVOR):
                kept = {(item["pk"]["S"], item["sk"]["S"]) for item in boto3.client("dynamodb", region).scan(TableName=table)["Items"]}
                self.assertLessEqual(set(acknowledged), kept)

    def test_begins_nothing_while_the_primary_is_not_well(self):
        with Survived() as pair:
            pair.edges[PRIMARY].answers(503)
            before = pair.state()
            self.assertEqual(("FAILED", "Unstable"), pair.start("failback", GIVEN, soak=2))
            self.assertEqual(before["epochs"], pair.state()["epochs"])

    def test_a_red_gate_gives_everything_back_to_the_survivor(self):
        for gate in ("10", "50", "100"):
            with self.subTest(gate=gate), Survived() as pair:
                run = pair.run

                def ill(use, event):
                    if use == "weights" and event["primary"] == int(gate):
                        pair.edges[PRIMARY].answers(503)
                    return run(use, event)

                pair.run = ill
                self.assertEqual(("FAILED", "GateRed"), pair.start("failback", GIVEN, soak=1))
                state = pair.state()
                self.assertEqual({SURVIVOR}, {writer for writer, _ in state.pop("epochs").values()})
                self.assertEqual(TAKEN_BACK, state)

    def test_an_alarm_of_the_primarys_services_closes_the_gate_and_one_of_costs_does_not(self):
        with Survived() as pair:
            # Its hours without data ring for up to three hours after the region is back.
            pair.ring(PRIMARY, "tandem-prod-tasks-cost")
            self.assertTrue(pair.run("observe", {"region": PRIMARY})["calm"])
            pair.ring(PRIMARY, "tandem-prod-auth-error-rate")
            self.assertEqual(("FAILED", "GateRed"), pair.start("failback", GIVEN, soak=1))

    def test_waits_for_a_takeover_that_did_not_end(self):
        with World() as pair:
            pair.start("takeover", {"automatic": False, "requestedBy": "test"}, interrupt=2)
            self.assertEqual(("FAILED", "TakeoverOpen"), pair.start("failback", GIVEN))

    def test_a_takeover_meanwhile_ends_it(self):
        with Survived() as pair:
            run = pair.run

            def seized(use, event):
                if use == "weights" and event["primary"] == 50:
                    boto3.client("dynamodb", SURVIVOR).update_item(
                        TableName=CONTROL, Key={"pk": {"S": "LOCK"}}, UpdateExpression="SET #op = :op, execution = :run",
                        ExpressionAttributeNames={"#op": "operation"},
                        ExpressionAttributeValues={":op": {"S": "takeover"}, ":run": {"S": "another"}},
                    )
                return run(use, event)

            pair.run = seized
            self.assertEqual(("FAILED", "Superseded"), pair.start("failback", GIVEN, soak=1))
            self.assertEqual(["10", "50"], self.weights_set(pair))

    def test_interrupted_anywhere_and_run_again_it_ends_the_same(self):
        with Survived() as pair:
            pair.start("failback", GIVEN, soak=1)
            calls = list(pair.calls)
        for number, (what, _) in enumerate(calls):
            if what in ("dynamodb:getItem", "lambda:invoke observe"):
                continue
            with self.subTest(call=number, what=what), Survived() as pair:
                status, _ = pair.start("failback", GIVEN, interrupt=number, soak=1)
                self.assertNotEqual("SUCCEEDED", status)
                self.assertEqual(("SUCCEEDED", ""), pair.start("failback", GIVEN, soak=1))
                self.assertEqual(BACK, pair.state())


if __name__ == "__main__":
    unittest.main()
