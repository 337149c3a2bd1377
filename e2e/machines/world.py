"""Two regions in the AWS simulator, with the pair's machines, functions and load balancers as they are in the repository.

Real here: the definitions (the golden files of components), the functions' sources, Step Functions, DynamoDB, Application
Auto Scaling, Route 53, CloudWatch, SNS and ECS of the simulator, TLS.

Stand-ins, each because the simulator lacks the thing:
  lambda:invoke     runs the function's own source in this process (the simulator would need a container engine)
  replication       copies the epoch items to the other region after every call (the simulator's replicas share nothing),
                    other items when a test says that they arrive
  running tasks     a service runs as many tasks as it wants (the simulator starts none)
Waits are cut to nothing and their seconds added up: the plan's clock.
"""

import datetime
import http.server
import importlib
import json
import logging
import os
import pathlib
import ssl
import sys
import tempfile
import threading
import time

import boto3
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from moto import mock_aws
from moto.ecs.models import ecs_backends
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import (
    state_task_service_aws_sdk as sdk,
    state_task_service_dynamodb as dynamo,
    state_task_service_lambda as function,
    state_task_service_sns as sns,
)

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = REPOSITORY / "components/src/test/resources/golden"
SOURCES = REPOSITORY / "components/src/main/resources/dev/tandem/components/functions"
PRIMARY, SURVIVOR = "eu-central-1", "eu-west-1"
ACCOUNT, NAME = "123456789012", "api.tandem.example.com"
TABLES = ["tandem-prod-auth", "tandem-prod-persona"]
CONTROL = "tandem-prod-failover"
SERVICES = ["auth-stable", "persona-stable"]
EPOCH = {"pk": {"S": "#epoch"}, "sk": {"S": "#epoch"}}
SERVICE_CLASSES = [
    sdk.StateTaskServiceAwsSdk, dynamo.StateTaskServiceDynamoDB, function.StateTaskServiceLambda, sns.StateTaskServiceSns,
]
LIMIT_SECONDS = 180

logging.disable(logging.CRITICAL)
sys.path.insert(0, str(SOURCES))
for key in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
    os.environ[key] = "test"
os.environ["AWS_DEFAULT_REGION"] = SURVIVOR


class Edge:
    """A load balancer: answers over TLS under the public name's certificate, or is gone. With a handler: any server over TLS."""

    def __init__(self, certificate, handler=None):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler or Answer)
        self.server.status = 200
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        # Looks often whether it should end: a closing test would wait half a second for each.
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def answers(self, status):
        self.server.status = status

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *ignored):
        pass


def certificate(directory, host=NAME):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = datetime.datetime.now(datetime.timezone.utc)
    signed = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - datetime.timedelta(hours=1)).not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), False)
        .add_extension(x509.BasicConstraints(True, None), True)
        .sign(key, hashes.SHA256())
    )
    path = pathlib.Path(directory) / "edge.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return str(path)


class World:
    """Use as a context manager; every instance is a fresh account."""

    def __init__(self):
        self.calls, self.waited, self.interrupt, self.original, self.sent = [], 0, None, {}, []
        self.directory = tempfile.TemporaryDirectory()
        pem = certificate(self.directory.name)
        os.environ["SSL_CERT_FILE"] = pem
        self.edges = {PRIMARY: Edge(pem), SURVIVOR: Edge(pem)}

    def __enter__(self):
        self.mock = mock_aws(config={"stepfunctions": {"execute_state_machine": True}})
        self.mock.start()
        self.topic = boto3.client("sns", SURVIVOR).create_topic(Name="tandem-prod-alarms")["TopicArn"]
        for region in (PRIMARY, SURVIVOR):
            self.region(region)
        self.control()
        self.records()
        # Step Functions writes the name without a dash; the simulator looks for boto3's name.
        sdk.StateTaskServiceAwsSdk._SERVICE_NAME_SFN_TO_BOTO_OVERRIDES["applicationautoscaling"] = "application-autoscaling"
        for kind in SERVICE_CLASSES:
            self.original[kind] = kind._eval_service_task
            kind._eval_service_task = self.observed(kind._eval_service_task)
        return self

    def __exit__(self, *ignored):
        for kind, original in self.original.items():
            kind._eval_service_task = original
        self.mock.stop()
        for edge in self.edges.values():
            edge.close()
        self.directory.cleanup()

    def region(self, region):
        dynamodb = boto3.client("dynamodb", region)
        for table in TABLES:
            dynamodb.create_table(
                TableName=table, BillingMode="PAY_PER_REQUEST",
                KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
                AttributeDefinitions=[{"AttributeName": each, "AttributeType": "S"} for each in ("pk", "sk")],
                StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
            )
            dynamodb.put_item(TableName=table, Item={**EPOCH, "writer": {"S": PRIMARY}, "epoch": {"N": "1"}})
        ecs = boto3.client("ecs", region)
        ecs.create_cluster(clusterName="tandem-prod")
        ecs.register_task_definition(family="task", containerDefinitions=[{"name": "app", "image": "app", "memory": 64}])
        for service, tasks in zip(SERVICES, (2, 1)):
            ecs.create_service(cluster="tandem-prod", serviceName=service, taskDefinition="task", desiredCount=tasks)
            boto3.client("application-autoscaling", region).register_scalable_target(
                ServiceNamespace="ecs", ScalableDimension="ecs:service:DesiredCount",
                ResourceId=f"service/tandem-prod/{service}", MinCapacity=tasks, MaxCapacity=4,
                SuspendedState={"ScheduledScalingSuspended": False},
            )
        self.tasks_run(region)

    def tasks_run(self, region, running=None):
        for service in ecs_backends[ACCOUNT][region].services.values():
            service.running_count = service.desired_count if running is None else running

    def ring(self, region, alarm):
        cloudwatch = boto3.client("cloudwatch", region)
        cloudwatch.put_metric_alarm(
            AlarmName=alarm, MetricName="x", Namespace="y", Statistic="Sum", Period=60,
            EvaluationPeriods=1, Threshold=1, ComparisonOperator="GreaterThanThreshold",
        )
        cloudwatch.set_alarm_state(AlarmName=alarm, StateValue="ALARM", StateReason="test")

    def control(self):
        boto3.client("dynamodb", SURVIVOR).create_table(
            TableName=CONTROL, BillingMode="PAY_PER_REQUEST",
            KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
        )

    def records(self):
        route53 = boto3.client("route53")
        self.zone = route53.create_hosted_zone(Name="tandem.example.com", CallerReference="1")["HostedZone"]["Id"].split("/")[-1]
        settings = {"zoneId": self.zone, "primaryWeight": "100", "survivorWeight": "0"}
        for side, region in (("primary", PRIMARY), ("survivor", SURVIVOR)):
            settings |= {side + "Alb": f"alb.{region}.example.com", side + "AlbZone": "Z215JYRZR1TBD5", side + "Check": side}
        boto3.client("dynamodb", SURVIVOR).put_item(
            TableName=CONTROL, Item={"pk": {"S": "SETTINGS"}} | {key: {"S": value} for key, value in settings.items()}
        )
        self.run("weights", {"primary": 100, "settings": {key: {"S": value} for key, value in settings.items()}})

    def taken_over(self):
        """What a takeover leaves behind, without running it."""
        dynamodb = boto3.client("dynamodb", SURVIVOR)
        for table in TABLES:
            dynamodb.put_item(TableName=table, Item={**EPOCH, "writer": {"S": SURVIVOR}, "epoch": {"N": "2"}})
        for service in SERVICES:
            boto3.client("application-autoscaling", SURVIVOR).register_scalable_target(
                ServiceNamespace="ecs", ScalableDimension="ecs:service:DesiredCount",
                ResourceId=f"service/tandem-prod/{service}", MinCapacity=2, MaxCapacity=4,
                SuspendedState={"ScheduledScalingSuspended": True},
            )
        boto3.client("cloudwatch", SURVIVOR).put_metric_data(
            Namespace="Tandem/Failover", MetricData=[{"MetricName": "TakeoverRequested", "Value": 1}]
        )
        dynamodb.put_item(TableName=CONTROL, Item={"pk": {"S": "LOCK"}, "operation": {"S": "idle"}})
        self.replicate()

    # stand-in for lambda:invoke
    def run(self, use, event):
        os.environ.update({
            "CLUSTER": "tandem-prod", "SERVICES": json.dumps(SERVICES), "ALARM_PREFIX": "tandem-prod-",
            "OTHER_ALARMS": json.dumps(["tandem-prod-takeover", "tandem-prod-tasks-cost"]), "OTHER_REGION": PRIMARY, "TABLES": json.dumps(TABLES),
            "PRIMARY": PRIMARY, "SURVIVOR": SURVIVOR, "RECORD": NAME,
            "EDGES": json.dumps({
                region: {"host": "127.0.0.1", "port": edge.port, "name": NAME, "path": "/api/auth/healthz"}
                for region, edge in self.edges.items()
            }),
        })
        return importlib.import_module(use).handler(event, None)

    # stand-in for the replication of global tables
    def replicate(self):
        here, there = boto3.client("dynamodb", SURVIVOR), boto3.client("dynamodb", PRIMARY)
        for table in TABLES:
            item = here.get_item(TableName=table, Key=EPOCH)["Item"]
            if int(item["epoch"]["N"]) >= int(there.get_item(TableName=table, Key=EPOCH)["Item"]["epoch"]["N"]):
                there.put_item(TableName=table, Item=item)

    def write(self, region, key, value):
        """A service's write of an item, stamped as the service kit does, and on its way to the other region."""
        dynamodb = boto3.client("dynamodb", region)
        epoch = dynamodb.get_item(TableName=TABLES[0], Key=EPOCH)["Item"]["epoch"]
        item = {"pk": {"S": key}, "sk": {"S": "1"}, "value": {"S": value}, "writtenIn": {"S": region}, "writtenEpoch": epoch}
        dynamodb.put_item(TableName=TABLES[0], Item=item)
        self.sent.append((region, item))

    def arrive(self):
        """What was on its way arrives, and the later write of an item wins, as AWS says of global tables."""
        for number, (region, item) in enumerate(self.sent):
            later = [each for each in self.sent[number + 1:] if each[0] != region and each[1]["pk"] == item["pk"]]
            if not later:
                other = SURVIVOR if region == PRIMARY else PRIMARY
                boto3.client("dynamodb", other).put_item(TableName=TABLES[0], Item=item)
        self.sent = []

    def observed(self, original):
        world = self

        def call(task, env, resource_runtime_part, normalised_parameters, state_credentials):
            what = task.resource.resource_arn.split(":::")[-1]
            if what == "lambda:invoke":
                what += " " + normalised_parameters["FunctionName"].rsplit("-", 1)[-1]
            number = len(world.calls)
            world.calls.append((what, json.dumps(normalised_parameters, default=lambda value: value.decode())))
            if isinstance(task, function.StateTaskServiceLambda):
                payload = normalised_parameters["Payload"]
                event = json.loads(payload) if isinstance(payload, (str, bytes)) else payload
                env.stack.append({"StatusCode": 200, "Payload": world.run(what.split()[-1], event)})
            else:
                original(task, env, resource_runtime_part, normalised_parameters, state_credentials)
            world.replicate()
            if world.interrupt == number:
                world.stop()

        return call

    def stop(self):
        """Stopped in the middle of a step: what was done is done, nothing more is."""
        boto3.client("stepfunctions", SURVIVOR).stop_execution(executionArn=self.execution)
        raise InterruptedError("stopped by the test")

    def start(self, machine, given, interrupt=None, hold=False, soak=None):
        """Runs a machine of the golden files to its end; returns (status, error). A soak of fewer looks saves time."""
        self.interrupt, self.calls, self.waited = interrupt, [], 0
        arn = self.create(machine, soak)
        self.execution = f"{arn.replace(':stateMachine:', ':execution:')}:run{time.time_ns()}"
        boto3.client("stepfunctions", SURVIVOR).start_execution(
            stateMachineArn=arn, name=self.execution.rsplit(":", 1)[1], input=json.dumps(given)
        )
        return None if hold else self.end()

    def create(self, machine, soak=None):
        """A machine of the golden files under a name of its own; its ARN."""
        definition, self.waits = shortened(json.loads((GOLDEN / f"machine-{machine}.json").read_text()))
        if soak:
            enough, given_up = definition["States"]["Soaked?"]["Choices"]
            enough["NumericGreaterThanEquals"], given_up["NumericGreaterThanEquals"] = soak, soak * 4
        return boto3.client("stepfunctions", SURVIVOR).create_state_machine(
            name=f"{machine}-{time.time_ns()}", definition=json.dumps(definition), roleArn=f"arn:aws:iam::{ACCOUNT}:role/x"
        )["stateMachineArn"]

    def end(self):
        sfn = boto3.client("stepfunctions", SURVIVOR)
        until = time.monotonic() + LIMIT_SECONDS
        while (run := sfn.describe_execution(executionArn=self.execution))["status"] == "RUNNING":
            if time.monotonic() > until:
                raise AssertionError(f"still running after {LIMIT_SECONDS} s; last calls: {self.calls[-5:]}")
            time.sleep(0.02)
        events = sfn.get_execution_history(executionArn=self.execution, maxResults=1000)["events"]
        entered = [event["stateEnteredEventDetails"]["name"] for event in events if "stateEnteredEventDetails" in event]
        self.entered = entered
        self.waited = sum(self.waits.get(name, 0) for name in entered)
        self.cause = run.get("cause", "")
        return run["status"], run.get("error", "")

    def state(self):
        """All that a takeover or a failback changes, without counters and who did it."""
        dynamodb = {region: boto3.client("dynamodb", region) for region in (PRIMARY, SURVIVOR)}
        targets = boto3.client("application-autoscaling", SURVIVOR).describe_scalable_targets(ServiceNamespace="ecs")
        lock = dynamodb[SURVIVOR].get_item(TableName=CONTROL, Key={"pk": {"S": "LOCK"}}).get("Item", {})
        return {
            "epochs": {
                f"{region} {table}": (item["writer"]["S"], item["epoch"]["N"])
                for region, client in dynamodb.items() for table in TABLES
                for item in [client.get_item(TableName=table, Key=EPOCH)["Item"]]
            },
            "capacity": {
                target["ResourceId"]: (target["MinCapacity"], target["SuspendedState"]["ScheduledScalingSuspended"])
                for target in targets["ScalableTargets"]
            },
            "weights": {
                record["SetIdentifier"]: record["Weight"]
                for record in boto3.client("route53").list_resource_record_sets(HostedZoneId=self.zone)["ResourceRecordSets"]
                if "Weight" in record
            },
            "flag": self.flag(),
            "operation": lock.get("operation", {}).get("S"),
        }

    def flag(self):
        from moto.cloudwatch.models import cloudwatch_backends
        values = [
            datum.value for datum in cloudwatch_backends[ACCOUNT][SURVIVOR].metric_data if datum.name == "TakeoverRequested"
        ]
        return values[-1] if values else None


def shortened(definition):
    """The same machine without waiting, and the seconds of each wait."""
    waits = {}
    for name, state in definition["States"].items():
        if state["Type"] == "Wait":
            waits[name] = state["Seconds"]
            state["Seconds"] = 0
        for each in [state, *state.get("ItemProcessor", {}).get("States", {}).values()]:
            for retry in each.get("Retry", []):
                if "IntervalSeconds" in retry:
                    retry |= {"IntervalSeconds": 1, "MaxAttempts": min(retry["MaxAttempts"], 1)}
    text = json.dumps(definition).replace("111122223333", ACCOUNT).replace(f"arn:aws:sns:{PRIMARY}:", f"arn:aws:sns:{SURVIVOR}:")
    return json.loads(text), waits
