"""Writes or reads the epoch item of every table in the other region, best effort: five seconds for each call, one try.

{"writer": R}  moves the epoch there to R, unless R writes already. An error ends the run: the caller does not wait for it.
{"expect": R}  reads it there; "settled" says whether R is the writer in every table.
"""

import json
import os

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

KEY = {"pk": {"S": "#epoch"}, "sk": {"S": "#epoch"}}
ONE_TRY = Config(connect_timeout=5, read_timeout=5, retries={"total_max_attempts": 1})


def handler(event, context):
    tables = json.loads(os.environ["TABLES"])
    dynamodb = boto3.client("dynamodb", region_name=os.environ["OTHER_REGION"], config=ONE_TRY)
    if "writer" in event:
        return {"moved": [table for table in tables if move(dynamodb, table, event["writer"])]}
    writers = {table: writer(dynamodb, table) for table in tables}
    return {"writers": writers, "settled": all(each == event["expect"] for each in writers.values())}


def move(dynamodb, table, region):
    try:
        dynamodb.update_item(
            TableName=table,
            Key=KEY,
            UpdateExpression="SET #w = :w, #e = if_not_exists(#e, :zero) + :one",
            ConditionExpression="attribute_not_exists(#w) OR #w <> :w",
            ExpressionAttributeNames={"#w": "writer", "#e": "epoch"},
            ExpressionAttributeValues={":w": {"S": region}, ":zero": {"N": "0"}, ":one": {"N": "1"}},
        )
        return True
    except ClientError as problem:
        if problem.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
        return False


def writer(dynamodb, table):
    item = dynamodb.get_item(TableName=table, Key=KEY, ConsistentRead=True).get("Item", {})
    return item.get("writer", {}).get("S", "")
