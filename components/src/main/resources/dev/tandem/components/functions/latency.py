"""Lets every request to a service wait, by its route document, and takes the delay out again. Two steps of an automation.

publish    writes the live document with the delay as the next version, and moves the pointer to it
take_back  writes what is live by then without the delay, whoever changed something else meanwhile; another fault is left alone

Both write as ./tandem does: a version is never written twice, and the pointer moves only from the version that was read.
"""

import datetime
import hashlib
import json
import time

import boto3
from botocore.exceptions import ClientError

AUTHOR = "experiment"
ATTEMPTS = 5


def publish(event, context):
    routes = Routes(event)
    held = routes.get("lease")
    if held and int(held["expires"]["N"]) >= time.time():
        raise RuntimeError(f"{routes.service} is being changed by {held['holder']['S']}: start the experiment again when they are done")
    number, document = routes.live()
    if "fault" in document:
        raise RuntimeError(f"{routes.service} has a fault already: {json.dumps(document['fault'])}. See ./tandem traffic --help")
    return {"version": routes.write(number, {**document, "fault": fault(event)}, "latency by an experiment")}


def take_back(event, context):
    routes = Routes(event)
    for attempt in range(ATTEMPTS):
        number, document = routes.live()
        if document.get("fault") != fault(event):
            return {"left": number}
        try:
            return {"version": routes.write(number, {k: v for k, v in document.items() if k != "fault"}, "end of an experiment")}
        except ClientError as problem:
            if problem.response["Error"]["Code"] != "ConditionalCheckFailedException" or attempt == ATTEMPTS - 1:
                raise
            time.sleep(1)


def fault(event):
    return {"delay": {"millis": int(event["millis"]), "percent": 100}}


class Routes:
    """A service's items in the table of route documents."""

    def __init__(self, event):
        self.table, self.service = event["table"], event["service"]
        self.dynamodb = boto3.client("dynamodb", region_name=event["region"])

    def get(self, item):
        key = {"service": {"S": self.service}, "item": {"S": item}}
        return self.dynamodb.get_item(TableName=self.table, Key=key, ConsistentRead=True).get("Item")

    def live(self):
        """Number and document; 0 for what the stack declares, as long as nothing was published."""
        pointer = self.get("live")
        number = int(pointer["version"]["N"]) if pointer else 0
        item = self.get(f"v#{number:010d}" if pointer else "declared")
        if item is None:
            raise RuntimeError(f"table {self.table} has no route document of {self.service}: deploy the stack first")
        return number, json.loads(item["document"]["S"])

    def newest(self):
        found = self.dynamodb.query(
            TableName=self.table,
            KeyConditionExpression="service = :s AND begins_with(#i, :v)",
            ExpressionAttributeNames={"#i": "item"},
            ExpressionAttributeValues={":s": {"S": self.service}, ":v": {"S": "v#"}},
            ScanIndexForward=False,
            ConsistentRead=True,
            Limit=1,
        )["Items"]
        return int(found[0]["version"]["N"]) if found else 0

    def write(self, expected, document, note):
        number = self.newest() + 1
        text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        about = {
            "service": {"S": self.service},
            "version": {"N": str(number)},
            "digest": {"S": "sha256:" + hashlib.sha256(text.encode()).hexdigest()},
            "author": {"S": AUTHOR},
            "note": {"S": note},
            "at": {"S": datetime.datetime.now(datetime.timezone.utc).isoformat().replace("+00:00", "Z")},
        }
        self.put({**about, "item": {"S": f"v#{number:010d}"}, "document": {"S": text}}, NEW)
        self.put({**about, "item": {"S": "live"}, "previous": {"N": str(expected)}}, still(expected))
        return number

    def put(self, item, condition):
        self.dynamodb.put_item(TableName=self.table, Item=item, **condition)


NEW = {"ConditionExpression": "attribute_not_exists(#i)", "ExpressionAttributeNames": {"#i": "item"}}


def still(version):
    """That the pointer has this version; where none was published, that there is no pointer."""
    if not version:
        return NEW
    return {
        "ConditionExpression": "#v = :v",
        "ExpressionAttributeNames": {"#v": "version"},
        "ExpressionAttributeValues": {":v": {"N": str(version)}},
    }
