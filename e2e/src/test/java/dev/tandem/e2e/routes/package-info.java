/** Route documents and the commands on them against a simulated DynamoDB. */
package dev.tandem.e2e.routes;
