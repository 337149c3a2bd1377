"""Serves the world of world.py to other processes: prints its address, then obeys a line at a time and answers with one.

  edge REGION STATUS   the region's load balancer answers so from now on
  tasks REGION N       every service there runs N tasks
  ring REGION ALARM    an alarm of that name is on there
  silent               what a machine asks of the primary times out, and nothing is replicated any more
  hold SECONDS         every wait of a machine takes so long from now on
  write REGION KEY V   a service there writes an item, which is on its way until all arrives
  arrive               what is on its way reaches the other region
  free                 ends all leases, as their expiry would
  state                answers with all that a move changes
"""

import json
import sys

import boto3
from moto.server import ThreadedMotoServer

import world
from world import ACCOUNT, GOLDEN, SURVIVOR, World

ROUTES = "tandem-prod-routes"


def machines(wait):
    states = boto3.client("stepfunctions", SURVIVOR)
    for name in ("takeover", "failback"):
        definition, _ = world.shortened(json.loads((GOLDEN / f"machine-{name}.json").read_text()))
        for state in definition["States"].values():
            if state["Type"] == "Wait":
                state["Seconds"] = wait
        arn = f"arn:aws:states:{SURVIVOR}:{ACCOUNT}:stateMachine:tandem-prod-{name}"
        if any(machine["stateMachineArn"] == arn for machine in states.list_state_machines()["stateMachines"]):
            states.update_state_machine(stateMachineArn=arn, definition=json.dumps(definition))
        else:
            states.create_state_machine(
                name=f"tandem-prod-{name}", definition=json.dumps(definition), roleArn=f"arn:aws:iam::{ACCOUNT}:role/x"
            )


def routes():
    boto3.client("dynamodb", SURVIVOR).create_table(
        TableName=ROUTES, BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "service", "KeyType": "HASH"}, {"AttributeName": "item", "KeyType": "RANGE"}],
        AttributeDefinitions=[{"AttributeName": each, "AttributeType": "S"} for each in ("service", "item")],
    )
    boto3.client("logs", SURVIVOR).create_log_group(logGroupName="/tandem/prod/operations")


def obey(pair, words):
    if words[0] == "edge":
        pair.edges[words[1]].answers(int(words[2]))
    elif words[0] == "tasks":
        pair.tasks_run(words[1], int(words[2]))
    elif words[0] == "ring":
        pair.ring(*words[1:])
    elif words[0] == "silent":
        run = pair.run

        def silent(use, event):
            if use == "fence":
                raise TimeoutError("no answer")
            return run(use, event)

        pair.run, pair.replicate = silent, lambda: None
    elif words[0] == "hold":
        machines(int(words[1]))
    elif words[0] == "write":
        pair.write(*words[1:])
    elif words[0] == "arrive":
        pair.arrive()
    elif words[0] == "free":
        boto3.client("dynamodb", SURVIVOR).delete_item(
            TableName=ROUTES, Key={"service": {"S": "pair/move"}, "item": {"S": "lease"}}
        )
    elif words[0] != "state":
        raise ValueError(words)
    return pair.state()


def main():
    with World() as pair:
        machines(0)
        routes()
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        server.start()
        host, port = server.get_host_and_port()
        print(f"http://{host}:{port}", flush=True)
        for line in sys.stdin:
            print(json.dumps(obey(pair, line.split())), flush=True)
        server.stop()


main()
