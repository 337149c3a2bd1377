/**
 * What acts on costs and carries alarms further: the budget's action, the hourly looks at running tasks and at quotas, a chat. Off
 * by default.
 */
package dev.tandem.components.guard;
