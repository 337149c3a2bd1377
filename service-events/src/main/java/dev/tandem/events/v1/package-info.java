/** Events of the services, generated from protobuf, and their JSON form. */
package dev.tandem.events.v1;
