/** What acts on costs and carries alarms further: the budget's action, the hourly look at running tasks, a chat. Off by default. */
package dev.tandem.components.guard;
