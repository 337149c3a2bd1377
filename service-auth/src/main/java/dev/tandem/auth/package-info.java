/** Accounts, the tokens of their persons, and the keys that sign them. */
package dev.tandem.auth;
