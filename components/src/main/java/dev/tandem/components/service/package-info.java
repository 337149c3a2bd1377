/**
 * One service of one team on ECS Fargate: {@link dev.tandem.components.service.MeshService} and the plan it is made from.
 *
 * <p>Everything that can be decided without AWS is decided in {@link dev.tandem.components.service.MeshServicePlan}, plain
 * data that tests compare with golden files; the resource classes only carry it over. {@link
 * dev.tandem.components.service.ServiceMesh} creates the services of one region together, since two things concern them
 * all: who may call whom, and which path of the load balancer belongs to whom.
 */
package dev.tandem.components.service;
