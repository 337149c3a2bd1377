/** What a request carries from service to service. */
package dev.tandem.service.context;
