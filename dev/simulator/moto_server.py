"""moto's server with DynamoDB transactions that may run side by side.

moto 5 copies the whole table before each transaction and puts the copy back when a condition fails. What others wrote meanwhile
is lost then, and readers of the table's stream keep the old one. Here a transaction holds a lock, remembers only the items that
it touches, and puts those back, with the stream's length. Everything else is moto's own.
"""

import copy
import sys
import threading

import moto.dynamodb.models as models
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.table import Table
from moto.server import main

LOCK = threading.RLock()
ACTIVE = threading.local()

original_transact = DynamoDBBackend.transact_write_items
original_put = Table.put_item
original_delete = Table.delete_item
original_update = DynamoDBBackend.update_item


class Copy:
    """The module copy, but a table is not copied while a transaction keeps its journal."""

    @staticmethod
    def deepcopy(value, *more):
        return value if isinstance(value, Table) else copy.deepcopy(value, *more)

    @staticmethod
    def copy(value):
        return copy.copy(value)


def remember(table, hash_key, range_key):
    journal = getattr(ACTIVE, "journal", None)
    if journal is not None:
        journal.append((table, hash_key, range_key, table.get_item(hash_key, range_key)))


def put_item(self, item_attrs, *arguments, **named):
    key = models.DynamoType(item_attrs[self.hash_key_attr])
    sort = models.DynamoType(item_attrs[self.range_key_attr]) if self.range_key_attr else None
    with LOCK:
        remember(self, key, sort)
        return original_put(self, item_attrs, *arguments, **named)


def delete_item(self, hash_key, range_key):
    with LOCK:
        remember(self, hash_key, range_key)
        return original_delete(self, hash_key, range_key)


def update_item(self, *arguments, **named):
    if getattr(ACTIVE, "journal", None) is not None:
        raise NotImplementedError("an update within a transaction would not be undone here; use a put")
    with LOCK:
        return original_update(self, *arguments, **named)


def transact_write_items(self, transact_items):
    with LOCK:
        journal = ACTIVE.journal = []
        streams = {name: len(table.stream_shard.items) for name, table in self.tables.items() if table.stream_shard}
        try:
            original_transact(self, transact_items)
        except BaseException:
            for table, hash_key, range_key, item in reversed(journal):
                if item is not None:
                    table.items[hash_key][range_key] = item
                elif hash_key in table.items:
                    table.items[hash_key].pop(range_key, None)
            for name, length in streams.items():
                del self.tables[name].stream_shard.items[length:]
            raise
        finally:
            ACTIVE.journal = None


models.copy = Copy
Table.put_item = put_item
Table.delete_item = delete_item
DynamoDBBackend.update_item = update_item
DynamoDBBackend.transact_write_items = transact_write_items

if __name__ == "__main__":
    sys.exit(main())
