import contextlib
import http.server
import io
import json
import os
import socket
import tempfile
import traceback
import unittest
from unittest import mock

import boto3
from botocore.exceptions import ClientError
from moto import mock_aws

import world
from world import SURVIVOR

import chat

SECRET = "services/T0/B0/not-to-be-seen"
ALARM = {
    "AlarmName": "tandem-prod-tasks-cost", "NewStateValue": "ALARM", "NewStateReason": "0.2 was greater than 0.085",
    "AlarmDescription": "Runbook: docs/runbooks/budget-hit.md",
}


class Hook(http.server.BaseHTTPRequestHandler):
    """A chat: keeps what is posted under the address, answers with the server's status."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, self.headers["Content-Type"], json.loads(body)["text"]))
        self.send_response(self.server.status)
        if 300 <= self.server.status < 400:
            self.send_header("Location", f"/moved/{SECRET}")
        self.end_headers()

    def do_GET(self):
        self.server.got.append((self.path, "GET", ""))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *ignored):
        pass


def event(*messages, subject="ALARM"):
    return {"Records": [{"Sns": {"Subject": subject, "Message": message}} for message in messages]}


class Chat(unittest.TestCase):
    def setUp(self):
        self.enterContext(mock_aws())
        directory = self.enterContext(tempfile.TemporaryDirectory())
        pem = world.certificate(directory, "localhost")
        edge = world.Edge(pem, Hook)
        self.addCleanup(edge.close)
        self.server = edge.server
        self.server.got = []
        self.server.handle_error = lambda *ignored: None
        self.address = f"https://localhost:{edge.port}/{SECRET}"
        self.secrets = boto3.client("secretsmanager", SURVIVOR)
        self.arn = self.secrets.create_secret(Name="chat", SecretString=self.address + "\n")["ARN"]
        self.enterContext(mock.patch.dict(os.environ, {"SECRET": self.arn, "SSL_CERT_FILE": pem}))
        chat.address = None

    def texts(self):
        return [text for _, _, text in self.server.got]

    def posted(self, given):
        """Runs the function; nothing that it prints or raises, causes included, may name the address."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            try:
                return chat.handler(given, None)["posted"]
            except Exception as failed:
                traceback.print_exception(failed)
                return str(failed)
            finally:
                self.assertNotIn("not-to-be-seen", out.getvalue())

    def test_posts_an_alarms_name_state_reason_and_runbook(self):
        self.assertEqual(1, self.posted(event(json.dumps(ALARM))))
        self.assertEqual([("/" + SECRET, "application/json",
                           "tandem-prod-tasks-cost: ALARM\n0.2 was greater than 0.085\nRunbook: docs/runbooks/budget-hit.md")],
                         self.server.got)

    def test_what_is_no_alarm_is_posted_as_it_is(self):
        without = {**ALARM, "AlarmDescription": None}
        others = ["Budget Name: x", "[1]", "7", "null", '{"AlarmName": "a"}', ""]
        self.assertEqual(7, self.posted(event(json.dumps(without), *others)))
        self.assertEqual(["tandem-prod-tasks-cost: ALARM\n0.2 was greater than 0.085"] + ["ALARM\n" + each for each in others],
                         self.texts())
        self.posted(event("Grüße", subject=None))
        self.assertEqual("Grüße", self.texts()[-1])

    def test_reads_the_secret_once_and_again_after_a_refusal(self):
        with mock.patch("chat.webhook", wraps=chat.webhook) as read:
            for _ in range(2):
                self.posted(event("a"))
            self.assertEqual(1, read.call_count)
            self.secrets.put_secret_value(SecretId=self.arn, SecretString=self.address + "/new")
            self.server.status = 404
            self.posted(event("b"))
            self.server.status = 200
            self.assertEqual(1, self.posted(event("b")))
            self.assertEqual(2, read.call_count)
        self.assertEqual(f"/{SECRET}/new", self.server.got[-1][0])

    def test_a_refusal_is_an_error_that_names_the_status_and_the_secret(self):
        for status in (400, 404, 429, 500):
            with self.subTest(status):
                self.server.status = status
                self.assertEqual(f"the chat's webhook did not take an alarm: found status {status}, expected a status of 200 to 299;"
                                 f" its address is the value of {self.arn}", self.posted(event("a")))

    def test_a_redirect_is_a_refusal_and_not_followed(self):
        for status in (301, 302, 303, 307, 308):
            with self.subTest(status):
                self.server.status = status
                self.assertIn(f"found status {status}, ", self.posted(event("a")))
        self.assertEqual(["ALARM\na"] * 5, self.texts())

    def test_a_chat_that_is_gone_or_is_not_who_it_should_be_is_an_error(self):
        silent = self.enterContext(socket.socket())
        silent.bind(("127.0.0.1", 0))
        port = silent.getsockname()[1]
        for address, found in ((f"https://localhost:{port}/{SECRET}", "ConnectionRefusedError"),
                               (self.address.replace("localhost", "127.0.0.1"), "SSLCertVerificationError")):
            with self.subTest(found):
                self.secrets.put_secret_value(SecretId=self.arn, SecretString=address)
                self.assertIn(f"did not take an alarm: found {found}, ", self.posted(event("a")))

    def test_a_chat_that_does_not_answer_is_an_error(self):
        with mock.patch("socket.create_connection", side_effect=TimeoutError(self.address)):
            self.assertIn("found TimeoutError, ", self.posted(event("a")))
        with mock.patch("http.client.HTTPConnection.getresponse", side_effect=ConnectionResetError(self.address)):
            self.assertIn("found ConnectionResetError, ", self.posted(event("a")))

    def test_a_value_that_is_no_address_is_refused_without_showing_it(self):
        for value in (SECRET, f"http://localhost/{SECRET}", f"file:///{SECRET}", json.dumps({"url": self.address}),
                      f"https://user:{SECRET}@localhost/", f"https://localhost/{SECRET} x", self.address + "\n" + self.address,
                      f"https:///{SECRET}"):
            with self.subTest(value):
                self.secrets.put_secret_value(SecretId=self.arn, SecretString=value)
                self.assertEqual(f"the value of {self.arn} is no address of a webhook (not shown): expected plain text, one URL"
                                 " that starts with https://", self.posted(event("a")))
        self.secrets.put_secret_value(SecretId=self.arn, SecretBinary=self.address.encode())
        self.assertIn("is no address of a webhook", self.posted(event("a")))
        self.assertEqual([], self.server.got)

    def test_what_aws_refuses_fails_and_nothing_is_kept(self):
        for code in ("AccessDeniedException", "ThrottlingException", "ResourceNotFoundException"):
            error = ClientError({"Error": {"Code": code, "Message": "no"}}, "GetSecretValue")
            with self.subTest(code), mock.patch("botocore.client.BaseClient._make_api_call", side_effect=error):
                self.assertIn(f"({code}) when calling the GetSecretValue operation", self.posted(event("a")))
        self.assertEqual(1, self.posted(event("a")))


if __name__ == "__main__":
    unittest.main()
